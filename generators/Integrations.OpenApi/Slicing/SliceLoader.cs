using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Slicing;

/// <summary>From a selection to a <see cref="SpecDocument"/>.</summary>
internal static class SliceLoader
{
    public static SpecDocument Load(SpecIndex index, DocumentCache cache, SourceText text, SpecSelection selection, CancellationToken ct)
    {
        var problems = new ProblemList();
        foreach (var problem in index.Problems) problems.Add(problem);
        try
        {
            // Problems of the text itself are the index's and known.
            var bytes = cache.Read(text, new ProblemList(), ct);
            if (bytes is null) return new SpecDocument { Version = index.Version, Problems = problems.Problems };
            var store = new FragmentStore(index.Contents, bytes, index.Files, problems, ct);
            var context = new SliceContext(index.Contents, index.Version, store, bytes, problems, ct);
            return new DocumentReader(context, index, selection).Read();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A generator that throws emits nothing at all: better one problem than a crash.
            problems.Add(SpecProblemKind.Shape, "", $"The document could not be read: {e.Message}", default);
            return new SpecDocument { Version = index.Version, Problems = problems.Problems };
        }
    }
}
