using System.Collections.Concurrent;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>One run over all documents, which every test looks at: each document is compiled once, and called and round-tripped while it is there.</summary>
internal sealed class CorpusRun
{
    private const long LargeDocument = 1_500_000;

    private static readonly Lazy<Task<CorpusRun>> s_run = new(() => Task.Run(RunAsync));

    private readonly ConcurrentBag<CompiledDocument> _compiled = [];
    private readonly ConcurrentDictionary<string, WireOutcome> _wire = new(StringComparer.Ordinal);

    /// <summary>How every document compiled, by name.</summary>
    public IReadOnlyList<CompiledDocument> Compiled => [.. _compiled.OrderBy(static c => c.Document, StringComparer.Ordinal)];

    /// <summary>What the calls and round trips of documents came to, by name without ending.</summary>
    public IReadOnlyDictionary<string, WireOutcome> Wire => _wire;

    public static Task<CorpusRun> GetAsync() => s_run.Value;

    private static async Task<CorpusRun> RunAsync()
    {
        var run = new CorpusRun();
        var wire = WireDocuments.Names.ToHashSet(StringComparer.Ordinal);
        var documents = WireDocuments.IsWholeCorpus ? Corpus.Documents : [.. Corpus.Documents.Where(d => wire.Contains(Path.GetFileNameWithoutExtension(d)))];
        await Parallel.ForEachAsync(
            Partitioner.Create(documents, EnumerablePartitionerOptions.NoBuffering).GetDynamicPartitions(),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (path, _) =>
            {
                await run.DocumentAsync(path, wire.Contains(Path.GetFileNameWithoutExtension(path)));
                if (new FileInfo(path).Length > LargeDocument)
                    GC.Collect();
            });
        await File.WriteAllLinesAsync(Corpus.Report("wire.tsv"), [WireOutcome.Header, .. run._wire.OrderBy(static w => w.Key, StringComparer.Ordinal).Select(static w => w.Value.ToString())]);
        return run;
    }

    private async Task DocumentAsync(string path, bool isCalled)
    {
        var compiled = CompiledDocument.Of(path, isCalled, out var client);
        _compiled.Add(compiled);
        if (!isCalled)
            return;
        var name = Path.GetFileNameWithoutExtension(path);
        _wire[name] = client is null ? new WireOutcome(name) { Error = "it does not compile: " + compiled.Error } : await WireOutcome.OfAsync(name, client);
    }
}
