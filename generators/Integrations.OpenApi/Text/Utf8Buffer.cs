using System.Buffers;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Text;

/// <summary>The UTF-8 bytes of a text in a pooled array, for as long as one reading of it takes.</summary>
internal sealed class Utf8Buffer : IDisposable
{
    private const int ChunkChars = 16 * 1024;
    private byte[] bytes;

    private Utf8Buffer(byte[] bytes, int length)
    {
        this.bytes = bytes;
        Length = length;
    }

    public byte[] Bytes => bytes;

    /// <summary>How many of <see cref="Bytes"/> are the text.</summary>
    public int Length { get; }

    /// <summary>Copies in chunks: <c>ToString</c> of GitHub's document alone would cost 26 MB.</summary>
    public static Utf8Buffer From(SourceText text, CancellationToken ct)
    {
        // A lone surrogate becomes U+FFFD: it is a flaw of one string, not of the document.
        var encoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false).GetEncoder();
        var chars = ArrayPool<char>.Shared.Rent(ChunkChars);
        var bytes = ArrayPool<byte>.Shared.Rent(text.Length + (text.Length / 16) + 16);
        var length = 0;
        try
        {
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
        catch
        {
            ArrayPool<byte>.Shared.Return(bytes);
            throw;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    public void Dispose()
    {
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    private static void Ensure(ref byte[] bytes, int length, int more)
    {
        if (length + more <= bytes.Length) return;
        var bigger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length + (bytes.Length / 2), length + more));
        Buffer.BlockCopy(bytes, 0, bigger, 0, length);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = bigger;
    }
}
