using Integrations.Corpus.Tests.Harness;
using Xunit.Abstractions;

namespace Integrations.Corpus.Tests;

/// <summary>Every real document becomes a client that compiles and has every operation.</summary>
[Collection("One at a time")]
public sealed class EveryDocument(ITestOutputHelper output)
{
    [Fact]
    public async Task Becomes_a_client_with_every_operation_that_compiles_without_a_warning()
    {
        if (Corpus.Documents.Count == 0)
            return;
        var ordered = (await CorpusRun.GetAsync()).Compiled;
        await File.WriteAllLinesAsync(Corpus.Report("corpus.tsv"), [CompiledDocument.Header, .. ordered.Select(static r => r.ToString())]);
        var perOperation = ordered.Where(static r => r.Operations > 0).Select(static r => r.LinesPerOperation).Order().ToList();
        var summary = $"{ordered.Count} documents, {ordered.Sum(static r => r.Operations)} operations, {ordered.Sum(static r => r.Emitted)} emitted; "
            + $"median {perOperation[perOperation.Count / 2]} lines per operation; {ordered.Count(static r => r.Failed)} failures";
        output.WriteLine(summary);
        Console.WriteLine(summary);

        Assert.Empty(ordered.Where(static r => r.Failed).Select(static r => $"{r.Document}: {r.Emitted} of {r.Operations} operations; {r.Error}"));
    }
}
