using System.Text;

namespace Integrations;

/// <summary>
/// A file of a <c>multipart/form-data</c> body: bytes, or a stream that is read while it is sent and never held in memory as a whole. A stream stays
/// the caller's to close; only where it can seek can the call be retried after it was touched.
/// </summary>
public sealed class FilePart
{
    /// <summary>Makes a file of a stream, read from where it stands.</summary>
    /// <param name="content">The stream.</param>
    /// <param name="fileName">See <see cref="FileName"/>.</param>
    /// <param name="contentType">See <see cref="ContentType"/>.</param>
    public FilePart(Stream content, string? fileName = null, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        Stream = content;
        FileName = fileName ?? (content is FileStream file ? Path.GetFileName(file.Name) : null);
        ContentType = contentType;
    }

    /// <summary>Makes a file of bytes, which must not change until the call is over.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">See <see cref="FileName"/>.</param>
    /// <param name="contentType">See <see cref="ContentType"/>.</param>
    public FilePart(ReadOnlyMemory<byte> content, string? fileName = null, string? contentType = null)
    {
        Bytes = content;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>
    /// The name that the server is told; without one it is the property's name, because servers take a part without a name for a text. Empty sends
    /// none.
    /// </summary>
    /// <value>Default: the name of a <see cref="FileStream"/> without its folders, else none.</value>
    public string? FileName { get; init; }

    /// <summary>The media type.</summary>
    /// <value>Default: the one that the document names for the property, else <c>application/octet-stream</c>.</value>
    public string? ContentType { get; init; }

    /// <summary>Further headers of the part.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    internal Stream? Stream { get; }

    internal ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>A file of text, in UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">See <see cref="FileName"/>.</param>
    /// <param name="contentType">See <see cref="ContentType"/>.</param>
    /// <returns>The file.</returns>
    public static FilePart FromText(string text, string? fileName = null, string? contentType = null) =>
        new(Encoding.UTF8.GetBytes(text), fileName, contentType);
}
