using System.Collections.Concurrent;
using System.Globalization;
using Integrations.Corpus.Tests.Harness;
using Integrations.Documents;
using Integrations.Testing.Documents;
using Xunit.Abstractions;

namespace Integrations.Corpus.Tests;

/// <summary>Every real document becomes a client that compiles and has every operation.</summary>
[Collection("One at a time")]
public sealed class EveryDocument(ITestOutputHelper output)
{
    private const long LargeDocument = 1_500_000;

    [Fact]
    public void Becomes_a_client_with_every_operation_that_compiles_without_a_warning()
    {
        if (Corpus.Documents.Count == 0)
            return;
        var rows = new ConcurrentBag<Row>();
        Parallel.ForEach(
            Partitioner.Create(Corpus.Documents, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            path =>
            {
                rows.Add(Measure(path));
                if (new FileInfo(path).Length > LargeDocument)
                    GC.Collect();
            });

        var ordered = rows.OrderBy(static r => r.Document, StringComparer.Ordinal).ToList();
        File.WriteAllLines(Corpus.Report("corpus.tsv"), [Row.Header, .. ordered.Select(static r => r.ToString())]);
        var perOperation = ordered.Where(static r => r.Operations > 0).Select(static r => r.LinesPerOperation).Order().ToList();
        var summary = $"{ordered.Count} documents, {ordered.Sum(static r => r.Operations)} operations, {ordered.Sum(static r => r.Emitted)} emitted; "
            + $"median {perOperation[perOperation.Count / 2]} lines per operation; {ordered.Count(static r => r.Failed)} failures";
        output.WriteLine(summary);
        Console.WriteLine(summary);

        var failed = ordered.Where(static r => r.Failed && !KnownFailures.Documents.ContainsKey(r.Document)).Select(static r => $"{r.Document}: {r.Emitted} of {r.Operations} operations; {r.Error}");
        Assert.Empty(failed);
        if (Corpus.Only.Count == 0)
            Assert.Empty(KnownFailures.Documents.Keys.Except(ordered.Where(static r => r.Failed).Select(static r => r.Document)));
    }

    private static Row Measure(string path)
    {
        var name = Path.GetFileName(path);
        var operations = -1;
        try
        {
            operations = RawDocument.Load(path).Operations.Count;
            var project = CorpusProject.Generate(path);
            long bytes = 0, lines = 0;
            foreach (var source in project.Sources)
            {
                bytes += source.Length;
                lines += source.Lines.Count;
            }
            return new Row(name, operations, project.EmittedOperations(), project.Problems().FirstOrDefault() ?? "", project.Time.TotalMilliseconds, bytes, lines);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Row(name, operations, 0, e.GetType().Name + ": " + e.Message, 0, 0, 0);
        }
    }

    private sealed record Row(string Document, int Operations, int Emitted, string Error, double Milliseconds, long Bytes, long Lines)
    {
        public const string Header = "document\toperations\temitted\tfirst error\tgenerator ms\tbytes\tlines\tlines per operation";

        public bool Failed => Error.Length > 0 || Operations != Emitted;

        public long LinesPerOperation => Operations > 0 ? Lines / Operations : 0;

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Document}\t{Operations}\t{Emitted}\t{Error.ReplaceLineEndings(" ").Replace('\t', ' ')}\t{Milliseconds:F0}\t{Bytes}\t{Lines}\t{LinesPerOperation}");
    }
}
