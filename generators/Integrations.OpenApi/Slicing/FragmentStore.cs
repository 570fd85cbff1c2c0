using Integrations.OpenApi.Files;
using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Text;

namespace Integrations.OpenApi.Slicing;

/// <summary>
/// Finds nodes by key: <c>#/a/b</c> is in the document itself, <c>models/pet.yml</c> a whole other file, <c>models/pet.yml#/a</c> within it. Reads
/// only the fragments and files that somebody asks for.
/// </summary>
internal sealed class FragmentStore
{
    // Fragments are the units of the index: nothing is nested deeper than components/section/name.
    private const int DeepestFragment = 3;
    private const int MostHops = 32;

    private readonly IndexContents contents;
    private readonly DocumentBytes document;
    private readonly SpecFiles files;
    private readonly ProblemList problems;
    private readonly CancellationToken ct;
    private readonly Dictionary<string, JsonTape> tapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RawNode?> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceFile> byKey = new(StringComparer.Ordinal);

    public FragmentStore(IndexContents contents, DocumentBytes document, SpecFiles files, ProblemList problems, CancellationToken ct)
    {
        this.contents = contents;
        this.document = document;
        this.files = files;
        this.problems = problems;
        this.ct = ct;
        Root = new SourceFile(files.Root, document);
    }

    /// <summary>The document itself.</summary>
    public SourceFile Root { get; }

    /// <summary>The other files that it may refer to.</summary>
    public SpecFiles Files => files;

    /// <summary>Told the bytes of each other file when it is read.</summary>
    public Action<int>? Opened { get; set; }

    /// <summary>The node of a canonical key, or null where it leads nowhere.</summary>
    public RawNode? Find(string key)
    {
        if (found.TryGetValue(key, out var known)) return known;
        return found[key] = Walk(key, 0);
    }

    /// <summary>Reads a fragment that is asked for once, without keeping it.</summary>
    public RawNode? ReadOnce(string pointer) =>
        contents.Fragments.TryGetValue(pointer, out var fragment) ? Read(fragment).Root : Find(pointer);

    /// <summary>The file of a path relative to the project; null where the project has none.</summary>
    public SourceFile? File(string path)
    {
        if (path == Root.Path) return Root;
        var key = KeyOf(path);
        if (byKey.TryGetValue(key, out var known)) return known;
        if (files.Find(path) is not { } file) return null;
        ct.ThrowIfCancellationRequested();
        // Noted before it is read: files may refer to each other.
        var read = byKey[key] = SourceFile.Read(file, key, problems, ct);
        if (read.Document is { } bytes) Opened?.Invoke(bytes.Length);
        return read;
    }

    // Relative to the document, so that moving both together changes no key; what lies elsewhere is relative to the project.
    private string KeyOf(string path)
    {
        var folder = Root.Path.Substring(0, Root.Path.LastIndexOf('/') + 1);
        var key = path.StartsWith(folder, StringComparison.Ordinal) ? path.Substring(folder.Length) : "/" + path;
        return key.Replace("%", "%25").Replace("#", "%23");
    }

    private RawNode? Walk(string key, int hops)
    {
        var hash = key.IndexOf('#');
        if (hops > MostHops) return null;
        if (hash == 0) return key.StartsWith("#/", StringComparison.Ordinal) ? WalkDocument(key, hops) : null;
        if (!byKey.TryGetValue(hash < 0 ? key : key.Substring(0, hash), out var file) || file.Node is not { } node) return null;
        if (hash < 0) return node;
        return key.IndexOf("#/", StringComparison.Ordinal) == hash ? Down(node, LocalPointer.Segments(key.Substring(hash)), 0, hops) : null;
    }

    private RawNode? WalkDocument(string pointer, int hops)
    {
        var segments = LocalPointer.Segments(pointer);
        var prefix = "#";
        Fragment? fragment = null;
        var depth = 0;
        for (var i = 0; i < Math.Min(DeepestFragment, segments.Length); i++)
        {
            // A whole section may stand elsewhere: `schemas: {$ref: schemas.yml}`.
            if (segments[i] != "$ref" && contents.Fragments.TryGetValue(prefix + "/$ref", out var elsewhere))
                return Tape(elsewhere).Root is { IsString: true } reference ? Follow(Root, reference.Text, segments, i, hops) : null;
            prefix += "/" + LocalPointer.Escape(segments[i]);
            if (!contents.Fragments.TryGetValue(prefix, out var candidate)) continue;
            (fragment, depth) = (candidate, i + 1);
        }

        return fragment is null ? null : Down(Tape(fragment).Root, segments, depth, hops);
    }

    private RawNode? Down(RawNode node, string[] segments, int from, int hops)
    {
        for (var i = from; i < segments.Length; i++)
        {
            if (Child(node, segments[i]) is { } child) node = child;
            // A pointer may lead through a node that is itself a reference.
            else return node.MemberText("$ref") is { } reference ? Follow(node.Tape.File, reference, segments, i, hops) : null;
        }

        return node;
    }

    private RawNode? Follow(SourceFile from, string reference, string[] segments, int at, int hops)
    {
        var rest = string.Concat(segments.Skip(at).Select(s => "/" + LocalPointer.Escape(s)));
        return Absolute(from, reference) is { } key ? Walk(Below(key, rest), hops + 1) : null;
    }

    /// <summary>A key with more segments behind it.</summary>
    public static string Below(string key, string rest)
    {
        if (rest.Length == 0) return key;
        if (key.IndexOf('#') < 0) return key + "#" + rest;
        return (key.EndsWith("#", StringComparison.Ordinal) || key.EndsWith("/", StringComparison.Ordinal) ? key.Substring(0, key.Length - 1) : key) + rest;
    }

    /// <summary>The key of a reference that is a path, a pointer or both; null where it is neither or means no file of the project.</summary>
    public string? Absolute(SourceFile from, string reference)
    {
        var hash = reference.IndexOf('#');
        var file = from;
        if (hash != 0)
        {
            if (FilePath.Resolve(from.Path, hash < 0 ? reference : reference.Substring(0, hash)) is not { } path || File(path) is not { } other) return null;
            file = other;
        }

        var pointer = hash < 0 ? "" : LocalPointer.Canonical(reference.Substring(hash));
        if (pointer.Length <= 1) return file.IsRoot ? null : file.Key;
        return pointer[1] == '/' ? file.Key + pointer : null;
    }

    private static RawNode? Child(RawNode node, string segment)
    {
        if (node.IsObject) return node.Member(segment);
        return int.TryParse(segment, out var position) ? node.Item(position) : null;
    }

    private JsonTape Tape(Fragment fragment)
    {
        if (tapes.TryGetValue(fragment.Pointer, out var tape)) return tape;
        return tapes[fragment.Pointer] = Read(fragment);
    }

    private JsonTape Read(Fragment fragment) => JsonTape.Read(fragment, document.Bytes, document.Cursor(fragment), problems, Root);
}
