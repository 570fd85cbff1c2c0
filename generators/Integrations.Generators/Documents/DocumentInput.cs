using Integrations.Generators.Models;
using Integrations.OpenApi.Files;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Documents;

/// <summary>
/// A request with the text of its document, and of the files that it may refer to. The texts are the compiler's, so this is no model; two are
/// equal where the texts have the same content, so that a file that was only touched binds nothing again.
/// </summary>
internal sealed class DocumentInput(DocumentRequest request, string? path, SourceText? text, SpecFiles files) : IEquatable<DocumentInput>
{
    /// <summary>What is asked.</summary>
    public DocumentRequest Request { get; } = request;

    /// <summary>The file as the compiler knows it; null where none or more than one is meant.</summary>
    public string? Path { get; } = path;

    /// <summary>Its text; null where it is absent or cannot be read.</summary>
    public SourceText? Text { get; } = text;

    /// <summary>Where it lies in the project, and the other files that its references may lead to.</summary>
    public SpecFiles Files { get; } = files;

    /// <summary>Finds the document of a request.</summary>
    public static DocumentInput Find(DocumentRequest request, ProjectFiles files, CancellationToken cancellationToken)
    {
        var found = ProjectFile.Find(request.Document, files.All);
        if (found.Count != 1)
            return new DocumentInput(request, null, null, SpecFiles.None);
        var text = found[0].Read(cancellationToken);
        return new DocumentInput(request, found[0].Path, text, text is null ? SpecFiles.None : files.Reach(found[0], text, cancellationToken));
    }

    /// <inheritdoc/>
    public bool Equals(DocumentInput? other)
    {
        if (other is null || !string.Equals(Path, other.Path, StringComparison.Ordinal) || !Request.Equals(other.Request))
            return false;
        if (Text is null || other.Text is null)
            return Text is null && other.Text is null;
        return (ReferenceEquals(Text, other.Text) || Text.ContentEquals(other.Text)) && Files.Equals(other.Files);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DocumentInput);

    /// <inheritdoc/>
    public override int GetHashCode() => Request.GetHashCode();
}
