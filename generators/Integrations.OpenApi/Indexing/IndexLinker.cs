using Integrations.OpenApi.Files;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Slicing;
using Integrations.OpenApi.Text;

namespace Integrations.OpenApi.Indexing;

/// <summary>
/// The rows of a document whose operations stand elsewhere: in other files, or behind references where the pass over the document does not
/// look. Its problems are those that loading finds again, and are not kept.
/// </summary>
internal static class IndexLinker
{
    // Far more than any document has; a hostile one could lend a thousand operations to a hundred thousand paths.
    private const int MostRows = 50_000;

    /// <summary>The rows, and a problem where there are too many.</summary>
    public static (List<IndexedOperation> Rows, SpecProblem? Limit) Link(IndexContents contents, string version, DocumentBytes bytes, SpecFiles files, CancellationToken ct)
    {
        var problems = new ProblemList();
        var store = new FragmentStore(contents, bytes, files, problems, ct);
        var context = new SliceContext(contents, version, store, bytes, problems, ct);
        var rows = new List<IndexedOperation>();
        foreach (var (path, pointer) in Paths(contents, context))
        {
            ct.ThrowIfCancellationRequested();
            foreach (var method in PathItems.Methods(context, PathItems.Chain(context, store.ReadOnce(pointer)))) rows.Add(Row(method.Key, path, method.Value));
            if (rows.Count > MostRows)
                return (rows, new SpecProblem(SpecProblemKind.Limit, pointer, $"References lead to more than {MostRows} operations; the rest is left out.", default));
        }

        return (rows, null);
    }

    private static IEnumerable<(string Path, string Pointer)> Paths(IndexContents contents, SliceContext context)
    {
        foreach (var path in contents.Paths) yield return (path.Path, path.Pointer);
        if (context.Store.Find("#/paths/$ref") is not { IsString: true } reference || context.References.TryResolve(reference.Text, reference) is not { } elsewhere) yield break;
        foreach (var member in elsewhere.Node.Members())
            if (member.Value.IsObject && !member.Key.StartsWith("x-", StringComparison.Ordinal)) yield return (member.Key, "#/paths/" + LocalPointer.Escape(member.Key));
    }

    private static IndexedOperation Row(string method, string path, RawNode node)
    {
        var tags = node.Member("tags")?.Items().Where(t => !t.IsObject && !t.IsArray).Select(t => t.Text).ToList() ?? [];
        var id = node.Member("operationId") is { IsObject: false, IsArray: false } stated ? stated.Text : null;
        return new IndexedOperation(new SpecOperationKey(method, path, id, tags.FirstOrDefault(), node.Location), [.. tags.Skip(1)]);
    }
}
