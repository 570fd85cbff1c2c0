using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Files;

/// <summary>A file of the project that references of a document may lead to.</summary>
/// <param name="Path">Its path relative to the project, as <see cref="FilePath.Normalize"/> writes it.</param>
/// <param name="FullPath">Its path as the compiler knows it: what places show.</param>
/// <param name="Text">Its text.</param>
public sealed record SpecFile(string Path, string FullPath, SourceText Text)
{
    /// <summary>Equal where the texts have the same content, so that a file that was only touched changes nothing.</summary>
    public bool Equals(SpecFile? other) =>
        other is not null
        && string.Equals(Path, other.Path, StringComparison.Ordinal)
        && string.Equals(FullPath, other.FullPath, StringComparison.Ordinal)
        && (ReferenceEquals(Text, other.Text) || Text.ContentEquals(other.Text));

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
