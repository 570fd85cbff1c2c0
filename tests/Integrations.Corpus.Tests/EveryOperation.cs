using Integrations.Corpus.Tests.Harness;

namespace Integrations.Corpus.Tests;

/// <summary>Every operation of a document, called against a server that is what the document says, and every schema of it, round-tripped.</summary>
[Collection("One at a time")]
public sealed class EveryOperation
{
    [Theory]
    [MemberData(nameof(WireDocuments.Rows), MemberType = typeof(WireDocuments))]
    public async Task Sends_what_was_passed_and_returns_what_was_answered(string name)
    {
        if (name.Length == 0)
            return;
        var outcome = (await CorpusRun.GetAsync()).Wire[name];
        await File.WriteAllLinesAsync(Corpus.Report($"every-operation.{name}.tsv"), outcome.Mismatches.Select(static m => m.ToString()));
        Assert.Equal("", outcome.Error);
        Assert.Empty(DocumentDefects.Unexcused(name, outcome.Mismatches.Where(static m => m.Defect.Length == 0)));
    }

    [Theory]
    [MemberData(nameof(WireDocuments.Rows), MemberType = typeof(WireDocuments))]
    public async Task Instances_of_every_schema_survive_read_write_read_write(string name)
    {
        if (name.Length == 0)
            return;
        var outcome = (await CorpusRun.GetAsync()).Wire[name];
        await File.WriteAllLinesAsync(Corpus.Report($"round-trips.{name}.tsv"), [.. outcome.RoundTrips.Differences.Select(static m => m.ToString()), .. outcome.RoundTrips.Skipped.Select(static s => "skipped\t" + s)]);
        Assert.Equal("", outcome.Error);
        Assert.Empty(DocumentDefects.Unexcused(name, outcome.RoundTrips.Differences));
    }

    [Theory]
    [MemberData(nameof(WireDocuments.Rows), MemberType = typeof(WireDocuments))]
    public async Task Every_defect_that_is_listed_is_there(string name)
    {
        if (name.Length == 0)
            return;
        Assert.Empty(DocumentDefects.Stale(name, (await CorpusRun.GetAsync()).Wire[name].Unexcused));
    }
}
