using System.Buffers;
using System.Text;

namespace Integrations.Http;

/// <summary>Percent-encoding (RFC 3986, section 2): everything but the unreserved characters, unless reserved ones are allowed.</summary>
internal static class UrlEscape
{
    // With allowReserved, what would end the parameter or the query (# & + = [ ]) stays escaped: a value must not become another parameter.
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static readonly SearchValues<char> s_unreserved = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> s_withReserved = SearchValues.Create(Unreserved + ":/?@!$'()*,;");

    /// <summary>How many characters at the start need no escape.</summary>
    public static int PlainLength(ReadOnlySpan<char> text, bool allowReserved = false)
    {
        var index = text.IndexOfAnyExcept(allowReserved ? s_withReserved : s_unreserved);
        return index < 0 ? text.Length : index;
    }

    /// <summary>Escapes the first character (both halves of a surrogate pair; a lone half as U+FFFD).</summary>
    /// <param name="text">The text, not empty.</param>
    /// <param name="target">At least 12 characters.</param>
    /// <param name="written">How many characters were written.</param>
    /// <returns>How many characters of the text were read.</returns>
    public static int EscapeFirst(ReadOnlySpan<char> text, Span<char> target, out int written)
    {
        Rune.DecodeFromUtf16(text, out var rune, out var read);
        Span<byte> utf8 = stackalloc byte[4];
        var count = rune.EncodeToUtf8(utf8);
        for (var i = 0; i < count; i++)
        {
            target[3 * i] = '%';
            target[(3 * i) + 1] = "0123456789ABCDEF"[utf8[i] >> 4];
            target[(3 * i) + 2] = "0123456789ABCDEF"[utf8[i] & 15];
        }
        written = 3 * count;
        return read;
    }

    /// <summary>Whether the text begins with a percent-encoded octet, which stays as it is where reserved characters are allowed (RFC 6570, section 3.2.3).</summary>
    public static bool StartsWithTriplet(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);
}
