using System.Globalization;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>Attacks by size: within ten seconds of the generator each becomes something that compiles, or a limit that says what is done.</summary>
public sealed class BigDocumentTests(Xunit.Abstractions.ITestOutputHelper output)
{
    public static TheoryData<string> Attacks => [.. BigDocuments.All.Keys];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_big_document_ends_soon_and_is_harmless(string attack)
    {
        var run = HostileProject.Run(HostileProject.Of("specs/big.json", BigDocuments.All[attack]()), strict: false);
        output.WriteLine($"{attack}: {run.Generated.TotalSeconds:0.0} s generator, {run.Elapsed.TotalSeconds:0.0} s in all, {run.Sources.Sum(static s => (long)s.SourceText.Length):N0} chars, [{string.Join(' ', run.Result.Diagnostics.Take(5).Select(static d => d.Id))}] {Environment.WorkingSet / 1024 / 1024} MB");
        run.AssertHarmless(attack);
    }
}
