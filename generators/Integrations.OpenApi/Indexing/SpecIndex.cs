using System.Runtime.CompilerServices;
using Integrations.OpenApi.Files;
using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Slicing;
using Integrations.OpenApi.Text;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi;

/// <summary>
/// What one document holds and where: made once per <see cref="SourceText"/> and shared. It keeps names and places, never the
/// document's text.
/// </summary>
public sealed class SpecIndex
{
    private static readonly ConditionalWeakTable<SourceText, Holder> Indexes = new();

    private readonly IndexContents contents;
    private readonly DocumentCache cache;
    private SpecProblem? limit;

    private SpecIndex(IndexContents contents, DocumentCache cache, string hash, bool isOpenApi, string version, IReadOnlyList<IndexedOperation> rows, SpecFiles files)
    {
        this.contents = contents;
        this.cache = cache;
        ContentHash = hash;
        IsOpenApi = isOpenApi;
        Version = version;
        Files = files;
        Rows = rows;
        Operations = [.. Rows.Select(r => r.Key)];
        Tags = [.. Operations.Select(o => o.Tag).OfType<string>().Distinct()];
    }

    /// <summary>False where this is no OpenAPI document; <see cref="Problems"/> say why.</summary>
    public bool IsOpenApi { get; }

    /// <summary>The version as written, or empty.</summary>
    public string Version { get; }

    /// <summary>Hash of the document's content, hexadecimal.</summary>
    public string ContentHash { get; }

    /// <summary>Every operation, in the document's order.</summary>
    public IReadOnlyList<SpecOperationKey> Operations { get; }

    /// <summary>The first tags of all operations, each once, in order of appearance.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>What is wrong with the document as a whole.</summary>
    public IReadOnlyList<SpecProblem> Problems => limit is null ? contents.Problems.Problems : [.. contents.Problems.Problems, limit];

    internal IReadOnlyList<IndexedOperation> Rows { get; }

    internal IndexContents Contents => contents;

    internal SpecFiles Files { get; }

    /// <summary>The index of a document. JSON and YAML are told apart by their first significant character.</summary>
    /// <param name="text">The document.</param>
    /// <param name="path">Its path; it decides nothing.</param>
    /// <param name="ct">Stops the reading.</param>
    public static SpecIndex Get(SourceText text, string path, CancellationToken ct)
    {
        _ = path;
        var holder = Indexes.GetOrCreateValue(text);
        // Analyzer and generator ask at the same time: the second waits rather than reading 13 MB again.
        lock (holder) return holder.Index ??= Build(text, ct);
    }

    /// <summary>The index of a document over several files; the same as long as none of them changes.</summary>
    /// <param name="text">The document.</param>
    /// <param name="files">Its own path and the files that it may refer to.</param>
    /// <param name="ct">Stops the reading.</param>
    public static SpecIndex Get(SourceText text, SpecFiles files, CancellationToken ct)
    {
        var holder = Indexes.GetOrCreateValue(text);
        lock (holder)
        {
            var alone = holder.Index ??= Build(text, ct);
            if (!alone.IsOpenApi || (files.Root.Length == 0 && !alone.contents.LinksElsewhere)) return alone;
            if (holder.Linked is { } linked && linked.Files.Equals(files)) return linked;
            return holder.Linked = alone.Link(text, files, ct);
        }
    }

    /// <summary>The operations that patterns ask for; without patterns all.</summary>
    /// <param name="patterns">The union of <c>METHOD /path</c>, <c>/path</c>, an operationId, <c>tag:name</c>; <c>*</c> matches anything, a leading <c>!</c> excludes.</param>
    public SpecSelection Select(IReadOnlyList<string>? patterns) => SpecSelection.Of(this, patterns);

    /// <summary>Reads the selected operations and all that they reach. Throws nothing but <see cref="OperationCanceledException"/>.</summary>
    /// <param name="text">The text that this is the index of.</param>
    /// <param name="selection">What to read.</param>
    /// <param name="ct">Stops the reading.</param>
    public SpecDocument Load(SourceText text, SpecSelection selection, CancellationToken ct) =>
        IsOpenApi ? SliceLoader.Load(this, cache, text, selection, ct) : new SpecDocument { Version = Version, Problems = Problems };

    private static SpecIndex Build(SourceText text, CancellationToken ct)
    {
        var cache = new DocumentCache();
        var (contents, hash, isOpenApi, version) = SpecIndexBuilder.Build(text, cache, ct);
        return new SpecIndex(contents, cache, hash, isOpenApi, version, isOpenApi ? [.. contents.Paths.SelectMany(p => p.Operations)] : [], SpecFiles.None);
    }

    private SpecIndex Link(SourceText text, SpecFiles files, CancellationToken ct)
    {
        if (!contents.LinksElsewhere || cache.Read(text, new ProblemList(), ct) is not { } bytes) return new SpecIndex(contents, cache, ContentHash, true, Version, Rows, files);
        var (rows, limit) = IndexLinker.Link(contents, Version, bytes, files, ct);
        return new SpecIndex(contents, cache, ContentHash, true, Version, rows, files) { limit = limit };
    }

    // Public constructor: GetOrCreateValue makes it by reflection.
    private sealed class Holder
    {
        public SpecIndex? Index { get; set; }

        public SpecIndex? Linked { get; set; }
    }
}
