using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Files;

/// <summary>
/// A document's own path and the other files that its references may lead to, over any number of files. References are looked up here and
/// nowhere else: never on a disk, never in a network. Compared by value.
/// </summary>
public sealed class SpecFiles : IEquatable<SpecFiles>
{
    private readonly SpecFile[] files;
    private readonly Dictionary<string, SpecFile> byPath;

    private SpecFiles(string root, SpecFile[] files)
    {
        Root = root;
        this.files = files;
        byPath = new Dictionary<string, SpecFile>(files.Length, StringComparer.Ordinal);
        foreach (var file in files) byPath[file.Path] = file;
    }

    /// <summary>No other file.</summary>
    public static SpecFiles None { get; } = new("", []);

    /// <summary>The document's path relative to the project.</summary>
    public string Root { get; }

    /// <summary>How many other files there are.</summary>
    public int Count => files.Length;

    /// <summary>A document in a project that has no other file.</summary>
    /// <param name="root">The document's path relative to the project.</param>
    public static SpecFiles Alone(string root) => new(FilePath.Normalize(root), []);

    /// <summary>
    /// The files that a document mentions, and that those mention. What stands in them is not read: whatever looks like a path counts, so
    /// these are at least the files that references lead to. Files that nothing mentions are never opened.
    /// </summary>
    /// <param name="root">The document's path relative to the project.</param>
    /// <param name="text">The document.</param>
    /// <param name="find">A file of the project by its path; else one whose path differs in case alone, to say so; or null.</param>
    /// <param name="ct">Stops the search.</param>
    public static SpecFiles Reach(string root, SourceText text, Func<string, SpecFile?> find, CancellationToken ct)
    {
        root = FilePath.Normalize(root);
        var found = new List<SpecFile>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { root };
        var open = new Queue<(string Path, SourceText Text)>();
        open.Enqueue((root, text));
        while (open.Count > 0)
        {
            ct.ThrowIfCancellationRequested();
            var (from, source) = open.Dequeue();
            foreach (var mention in FileMentions.Of(source))
            {
                if (FilePath.Resolve(from, mention) is not { } path || !seen.Add(path) || find(path) is not { } file) continue;
                if (file.Path != path && !seen.Add(file.Path)) continue;
                found.Add(file);
                open.Enqueue((file.Path, file.Text));
            }
        }

        found.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new SpecFiles(root, [.. found]);
    }

    /// <inheritdoc/>
    public bool Equals(SpecFiles? other)
    {
        if (ReferenceEquals(this, other)) return true;
        return other is not null && string.Equals(Root, other.Root, StringComparison.Ordinal) && files.AsSpan().SequenceEqual(other.files);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SpecFiles);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Root) ^ files.Length;

    /// <summary>The text of another file, by the path that facts about it name; null where there is none.</summary>
    /// <param name="place">The path as the compiler knows it.</param>
    public SourceText? TextAt(string place) => Array.Find(files, f => string.Equals(f.FullPath, place, StringComparison.Ordinal))?.Text;

    internal SpecFile? Find(string path) => byPath.TryGetValue(path, out var file) ? file : null;

    /// <summary>A file whose path differs in case alone: what is meant where a project moves to a file system that tells cases apart.</summary>
    internal SpecFile? FindAnyCase(string path) => Array.Find(files, f => string.Equals(f.Path, path, StringComparison.OrdinalIgnoreCase));
}
