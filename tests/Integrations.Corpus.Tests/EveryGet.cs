using Integrations.Corpus.Tests.Harness;
using Integrations.Documents;
using Integrations.Testing.Documents;
using Xunit.Abstractions;

namespace Integrations.Corpus.Tests;

/// <summary>Every GET of a document, called against a server that is what the document says.</summary>
[Collection("One at a time")]
public sealed class EveryGet(ITestOutputHelper output)
{
    [Theory]
    [InlineData("github")]
    [InlineData("stripe_2023-08")]
    [InlineData("twilio_api_v2010")]
    public async Task Sends_what_was_passed_and_returns_what_was_answered(string name)
    {
        if (Corpus.Document(name) is not { } path)
            return;
        var client = LoadedClient.Of(path);
        await using var server = await DocumentServer.StartAsync(client.Document);
        await using var host = ClientHost.Start(client, server);
        var caller = new OperationCaller(client, host, server);
        var mismatches = new List<Mismatch>();
        var called = 0;
        foreach (var method in OperationMethod.Of(client).Where(static m => m.Operation.Method == "GET").ToList())
        {
            called++;
            foreach (var pass in CallPass.All)
                mismatches.AddRange(await caller.CallAsync(method, pass));
        }
        output.WriteLine($"{caller.Values} values were sent and compared, {caller.Unsound} of which break their own schema");
        var ours = mismatches.Where(static m => m.Defect.Length == 0 && !KnownFailures.Calls.ContainsKey(m.Operation)).ToList();
        await File.WriteAllLinesAsync(Corpus.Report($"every-get.{name}.tsv"), mismatches.Select(static m => m.ToString()));
        var summary = $"{name}: {called} operations, {called * CallPass.All.Length} calls, {mismatches.Count - ours.Count} mismatches by the document's own defects, {ours.Count} others";
        output.WriteLine(summary);
        Console.WriteLine(summary);
        Assert.NotEqual(0, called);
        Assert.Equal(0, caller.Unsound);
        Assert.Empty(ours.Select(static m => m.ToString()));
    }
}
