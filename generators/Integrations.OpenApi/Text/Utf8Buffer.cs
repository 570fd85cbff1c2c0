using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Text;

/// <summary>
/// The UTF-8 bytes of a text, for as long as one reading of it takes. Not from a pool: a shared pool would keep 16 MB alive after a
/// large document, for as long as the IDE runs.
/// </summary>
internal sealed class Utf8Buffer
{
    private const int ChunkChars = 16 * 1024;

    private Utf8Buffer(byte[] bytes, int length)
    {
        Bytes = bytes;
        Length = length;
    }

    public byte[] Bytes { get; }

    /// <summary>How many of <see cref="Bytes"/> are the text.</summary>
    public int Length { get; }

    /// <summary>Copies in chunks: <c>ToString</c> of GitHub's document alone would cost 26 MB.</summary>
    public static Utf8Buffer From(SourceText text, CancellationToken ct)
    {
        // A lone surrogate becomes U+FFFD: it is a flaw of one string, not of the document.
        var encoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false).GetEncoder();
        var chars = new char[Math.Min(ChunkChars, text.Length)];
        var bytes = new byte[text.Length + (text.Length / 16) + 16];
        var length = 0;
        for (var at = 0; at < text.Length; at += ChunkChars)
        {
            ct.ThrowIfCancellationRequested();
            var count = Math.Min(ChunkChars, text.Length - at);
            text.CopyTo(at, chars, 0, count);
            Ensure(ref bytes, length, (count * 3) + 4);
            length += encoder.GetBytes(chars, 0, count, bytes, length, flush: at + count == text.Length);
        }
        return new Utf8Buffer(bytes, length);
    }

    private static void Ensure(ref byte[] bytes, int length, int more)
    {
        if (length + more <= bytes.Length) return;
        Array.Resize(ref bytes, Math.Max(bytes.Length + (bytes.Length / 2), length + more));
    }
}
