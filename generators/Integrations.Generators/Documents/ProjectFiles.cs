using System.Collections.Immutable;
using Integrations.OpenApi.Files;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Documents;

/// <summary>
/// The project's AdditionalFiles, found by path: a document may lie in thousands of files. Two are equal where they are the same files.
/// </summary>
internal sealed class ProjectFiles(IReadOnlyList<ProjectFile> files) : IEquatable<ProjectFiles>
{
    private readonly Lazy<Dictionary<string, ProjectFile>> _byPath = new(() => ByPath(files, StringComparer.Ordinal));
    private readonly Lazy<Dictionary<string, ProjectFile>> _byAnyCase = new(() => ByPath(files, StringComparer.OrdinalIgnoreCase));

    /// <summary>All files, in the project's order.</summary>
    public IReadOnlyList<ProjectFile> All => files;

    public static ProjectFiles Of(ImmutableArray<ProjectFile> files) => new(files);

    /// <summary>The files that a document's references may lead to.</summary>
    public SpecFiles Reach(ProjectFile document, SourceText text, CancellationToken cancellationToken) =>
        files.Count == 1 ? SpecFiles.Alone(document.RelativePath) : SpecFiles.Reach(document.RelativePath, text, path => File(path, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public bool Equals(ProjectFiles? other) => other is not null && All.SequenceEqual(other.All);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProjectFiles);

    /// <inheritdoc/>
    public override int GetHashCode() => files.Count;

    private SpecFile? File(string path, CancellationToken cancellationToken) =>
        (_byPath.Value.TryGetValue(path, out var file) || _byAnyCase.Value.TryGetValue(path, out file)) && file.Read(cancellationToken) is { } text
            ? new SpecFile(file.RelativePath, file.Path, text)
            : null;

    private static Dictionary<string, ProjectFile> ByPath(IReadOnlyList<ProjectFile> files, StringComparer comparer)
    {
        var byPath = new Dictionary<string, ProjectFile>(files.Count, comparer);
        foreach (var file in files)
        {
            // The first of several of one name: which of them is meant, only the project's order tells.
            if (!byPath.ContainsKey(file.RelativePath))
                byPath.Add(file.RelativePath, file);
        }
        return byPath;
    }
}
