using System.Runtime.CompilerServices;
using System.Text.Json;
using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Slicing;
using Integrations.OpenApi.Text;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Files;

/// <summary>A file while it is read: the document itself, or one that its references lead to.</summary>
internal sealed class SourceFile
{
    private static readonly ConditionalWeakTable<SourceText, DocumentCache> Caches = new();

    /// <summary>The document itself.</summary>
    public SourceFile(string path, DocumentBytes document) => (Path, Document) = (path, document);

    private SourceFile(string path, string key, string fullPath) => (Path, Key, FullPath) = (path, key, fullPath);

    /// <summary>Its path relative to the project: what its own references start from.</summary>
    public string Path { get; }

    /// <summary>What stands before the <c>#</c> in the keys of what is in it; empty for the document itself.</summary>
    public string Key { get; } = "";

    /// <summary>Its path as the compiler knows it; null for the document itself.</summary>
    public string? FullPath { get; }

    /// <summary>Its JSON; null where it cannot be read.</summary>
    public DocumentBytes? Document { get; private set; }

    /// <summary>Its root, of another file than the document itself; null where it cannot be read.</summary>
    public RawNode? Node { get; private set; }

    /// <summary>Where each <c>$anchor</c> and <c>$id</c> stands, once somebody asked.</summary>
    public Dictionary<string, string>? Anchors { get; set; }

    public bool IsRoot => FullPath is null;

    /// <summary>Reads another file; what is wrong with it becomes a problem at its place.</summary>
    public static SourceFile Read(SpecFile file, string key, ProblemList problems, CancellationToken ct)
    {
        var source = new SourceFile(file.Path, key, file.FullPath);
        var found = new ProblemList();
        var document = Caches.GetOrCreateValue(file.Text).Read(file.Text, found, ct);
        foreach (var problem in found.Problems) problems.Add(problem with { Location = problem.Location with { File = file.FullPath } });
        if (document is null) return source;
        source.Document = document;
        var cursor = document.Cursor();
        var at = cursor.At(document.Start) with { File = file.FullPath };
        try
        {
            source.Node = JsonTape.Read(new Fragment("#", document.Start, document.Length, at, at), document.Bytes, document.Cursor(), problems, source).Root;
        }
        catch (JsonException e)
        {
            var reason = e.Message.Contains("MaxDepth") || e.Message.Contains("depth")
                ? $"The file is nested deeper than {IndexReader.MaxDepth} levels."
                : "The file is not valid JSON: " + IndexReader.Reason(e);
            problems.Add(SpecProblemKind.Syntax, "", reason, Place(document, e) with { File = file.FullPath });
        }

        return source;
    }

    private static SpecLocation Place(DocumentBytes document, JsonException e) =>
        IndexReader.At(e, document.Bytes, document.Start, document.Length, document.Cursor());
}
