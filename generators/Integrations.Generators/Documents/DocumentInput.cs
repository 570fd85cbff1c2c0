using Integrations.Generators.Models;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Documents;

/// <summary>
/// A request with the text of its document. The text is the compiler's, so this is no model; two are equal where the texts have the
/// same content, so that a file that was only touched binds nothing again.
/// </summary>
internal sealed class DocumentInput(DocumentRequest request, string? path, SourceText? text) : IEquatable<DocumentInput>
{
    /// <summary>What is asked.</summary>
    public DocumentRequest Request { get; } = request;

    /// <summary>The file as the compiler knows it; null where none or more than one is meant.</summary>
    public string? Path { get; } = path;

    /// <summary>Its text; null where it is absent or cannot be read.</summary>
    public SourceText? Text { get; } = text;

    /// <summary>Finds the document of a request.</summary>
    public static DocumentInput Find(DocumentRequest request, IReadOnlyList<ProjectFile> files, CancellationToken cancellationToken)
    {
        var found = ProjectFile.Find(request.Document, files);
        return found.Count == 1
            ? new DocumentInput(request, found[0].Path, found[0].Read(cancellationToken))
            : new DocumentInput(request, null, null);
    }

    /// <inheritdoc/>
    public bool Equals(DocumentInput? other)
    {
        if (other is null || !string.Equals(Path, other.Path, StringComparison.Ordinal) || !Request.Equals(other.Request))
            return false;
        if (Text is null || other.Text is null)
            return Text is null && other.Text is null;
        return ReferenceEquals(Text, other.Text) || Text.ContentEquals(other.Text);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DocumentInput);

    /// <inheritdoc/>
    public override int GetHashCode() => Request.GetHashCode();
}
