using Integrations.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Integrations.Generators.Documents;

/// <summary>
/// An AdditionalFile and its path relative to the project. Its text is read only where a class asks for it. Two are equal where the
/// compiler holds the same file; the compiler gives a new one when the text changes.
/// </summary>
internal sealed class ProjectFile(string relativePath, AdditionalText file) : IEquatable<ProjectFile>
{
    /// <summary>Its path relative to the project, or its link.</summary>
    public string RelativePath { get; } = relativePath;

    /// <summary>Its path as the compiler knows it.</summary>
    public string Path => file.Path;

    /// <summary>Its text, or null where it cannot be read.</summary>
    public Microsoft.CodeAnalysis.Text.SourceText? Read(CancellationToken cancellationToken) => file.GetText(cancellationToken);

    /// <summary>Places a file in its project.</summary>
    public static ProjectFile Of(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.Link", out var link);
        return new ProjectFile(DocumentPath.Relative(file.Path, ProjectReader.Directory(options.GlobalOptions), link), file);
    }

    /// <summary>The files that a document's name means: none, one, or several that lie in different places.</summary>
    public static List<ProjectFile> Find(string document, IReadOnlyList<ProjectFile> files)
    {
        var found = new List<ProjectFile>(1);
        for (var i = 0; i < files.Count; i++)
        {
            if (string.Equals(files[i].RelativePath, document, StringComparison.Ordinal) && !Contains(found, files[i].Path))
                found.Add(files[i]);
        }
        return found;
    }

    /// <inheritdoc/>
    public bool Equals(ProjectFile? other) =>
        other is not null && ReferenceEquals(Text, other.Text) && string.Equals(RelativePath, other.RelativePath, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProjectFile);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(RelativePath);

    private AdditionalText Text => file;

    // The same file twice (a glob and an explicit item) is still one document.
    private static bool Contains(List<ProjectFile> files, string path)
    {
        foreach (var file in files)
        {
            if (string.Equals(file.Path, path, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
