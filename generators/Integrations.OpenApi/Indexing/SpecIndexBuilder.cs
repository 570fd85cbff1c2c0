using System.Security.Cryptography;
using Integrations.OpenApi.Model;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Indexing;

/// <summary>Makes the index of a document.</summary>
internal static class SpecIndexBuilder
{
    public static (IndexContents Contents, string Hash, bool IsOpenApi, string Version) Build(SourceText text, DocumentCache cache, CancellationToken ct)
    {
        var contents = new IndexContents();
        var document = cache.Read(text, contents.Problems, ct);
        if (document is null) return (contents, HashOf(text.GetContentHash().ToArray()), false, "");

        var cursor = document.Cursor();
        var isRead = new IndexReader(document.Bytes, document.Start, document.Length, cursor, contents, ct).Read();
        contents.Duplicates.Clear();
        contents.Duplicates.TrimExcess();
        using var sha = SHA256.Create();
        var hash = HashOf(sha.ComputeHash(document.Bytes, document.Start, document.Length));
        if (!isRead) return (contents, hash, false, "");

        var version = contents.OpenApi ?? contents.Swagger ?? "";
        if (!IsKnown(contents))
        {
            contents.Problems.Add(SpecProblemKind.NotOpenApi, "", Unknown(contents), new SpecLocation(0, 0));
            return (contents, hash, false, version);
        }

        FollowPathItems(contents);
        return (contents, hash, true, version == "2" ? "2.0" : version);
    }

    private static bool IsKnown(IndexContents contents) =>
        contents.OpenApi is { } version ? version.StartsWith("3.", StringComparison.Ordinal) || version == "3" : contents.Swagger is "2.0" or "2";

    private static string Unknown(IndexContents contents)
    {
        if (contents.OpenApi is { } version) return $"OpenAPI version '{version}' is not known; 2.0 and 3.0 to 3.2 are.";
        if (contents.Swagger is { } swagger) return $"Swagger version '{swagger}' is not known; 2.0 is.";
        return "This is not an OpenAPI document: neither 'openapi' nor 'swagger' stands at its root.";
    }

    // Far more than any document has; a hostile one could lend a thousand operations to a hundred thousand paths.
    private const int MostLent = 10_000;

    // The operations behind a path item's $ref are the path's own: same rows, this path.
    private static void FollowPathItems(IndexContents contents)
    {
        var lent = 0;
        foreach (var path in contents.Paths)
        {
            var (target, steps) = (path, 0);
            while (target.Reference is { } reference && contents.PathItems.TryGetValue(reference, out var next) && ++steps < 32)
            {
                target = next;
                foreach (var operation in target.Operations)
                {
                    if (path.Has(operation.Key.Method)) continue;
                    if (++lent > MostLent)
                    {
                        contents.Problems.Add(SpecProblemKind.Limit, path.Pointer, $"References of path items lend more than {MostLent} operations; the rest is left out.", default);
                        return;
                    }

                    path.Put(operation with { Key = operation.Key with { Path = path.Path } });
                }
            }

            contents.LinksElsewhere |= target.Reference is { } lost && !contents.PathItems.ContainsKey(lost);
        }
    }

    private static string HashOf(byte[] hash) => BitConverter.ToString(hash, 0, Math.Min(16, hash.Length)).Replace("-", "");
}
