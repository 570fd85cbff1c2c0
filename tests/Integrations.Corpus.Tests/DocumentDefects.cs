using System.Globalization;
using Integrations.Corpus.Tests.Harness;
using Integrations.Testing.Documents;

namespace Integrations.Corpus.Tests;

/// <summary>
/// What fails because a document contradicts itself: <c>DocumentDefects.tsv</c>, each with its place and the reason. Nothing stands there for a fault of ours;
/// an entry that excuses nothing, or whose place is not there, fails.
/// </summary>
internal static class DocumentDefects
{
    private static readonly Lazy<ILookup<string, Entry>> s_entries = new(static () =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "DocumentDefects.tsv")).Skip(1).Where(static l => l.Length > 0).Select(Entry.Parse).ToLookup(static e => e.Document));

    /// <summary>The mismatches of a document that no entry explains.</summary>
    public static IReadOnlyList<string> Unexcused(string document, IEnumerable<Mismatch> mismatches) =>
        [.. mismatches.Where(m => !s_entries.Value[document].Any(e => e.Explains(m))).Select(static m => m.ToString()).Select(static t => t.Length > 600 ? t[..600] : t)];

    /// <summary>The entries of a document that explain nothing, or whose place is not in it.</summary>
    public static IReadOnlyList<string> Stale(string document, IEnumerable<Mismatch> mismatches)
    {
        var all = mismatches.ToList();
        return [.. s_entries.Value[document].Where(e => !all.Exists(e.Explains) || !e.IsThere()).Select(static e => e.ToString())];
    }

    private sealed record Entry(string Document, string Operation, string Symptom, string Pointer, int Line, string Reason)
    {
        public static Entry Parse(string line)
        {
            var cells = line.Split('\t');
            return new Entry(cells[0], cells[1], cells[2], cells[3], int.Parse(cells[4], CultureInfo.InvariantCulture), cells[5]);
        }

        public bool Explains(Mismatch mismatch) => (Operation == "*" || mismatch.Operation == Operation) && mismatch.Reason.Contains(Symptom, StringComparison.Ordinal);

        /// <summary>Whether the pointer leads somewhere, and the line names its last part.</summary>
        public bool IsThere()
        {
            var path = Corpus.Document(Document)!;
            var name = Pointer[(Pointer.LastIndexOf('/') + 1)..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            var line = File.ReadLines(path).Skip(Line - 1).FirstOrDefault() ?? "";
            return RawDocument.Load(path).Find("#" + Pointer) is not null && line.Contains(name, StringComparison.Ordinal);
        }
    }
}
