using System.Buffers;
using System.Text;

namespace Integrations.Json;

/// <summary>The escapes of JSON strings (RFC 8259, section 7).</summary>
internal static class JsonEscape
{
    // What a string's plain run ends at: a quote, a backslash, a control character.
    internal static readonly SearchValues<byte> Special = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\e\u001c\u001d\u001e\u001f\"\\"u8);

    internal static readonly SearchValues<char> SpecialCharacters = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\e\u001c\u001d\u001e\u001f\"\\");

    /// <summary>The length of the escape that starts with the backslash at a position; 0 where it is malformed or cut off.</summary>
    internal static int LengthAt(ReadOnlySpan<byte> data, int position)
    {
        if (position + 1 >= data.Length)
        {
            return 0;
        }
        switch (data[position + 1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return 2;
            case (byte)'u' when position + 6 <= data.Length:
                for (var i = position + 2; i < position + 6; i++)
                {
                    if (!char.IsAsciiHexDigit((char)data[i]))
                    {
                        return 0;
                    }
                }
                return 6;
            default:
                return 0;
        }
    }

    /// <summary>The text of a string whose escapes have been checked.</summary>
    internal static string Text(ReadOnlySpan<byte> raw)
    {
        byte[]? rented = null;
        Span<byte> text = raw.Length <= 256 ? stackalloc byte[256] : rented = ArrayPool<byte>.Shared.Rent(raw.Length);
        var result = Encoding.UTF8.GetString(text[..Unescape(raw, text)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
        return result;
    }

    /// <summary>Resolves escapes that have been checked. The result is never longer than its source.</summary>
    /// <returns>The number of bytes written.</returns>
    internal static int Unescape(ReadOnlySpan<byte> raw, Span<byte> target)
    {
        var written = 0;
        while (true)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain < 0)
            {
                raw.CopyTo(target[written..]);
                return written + raw.Length;
            }
            raw[..plain].CopyTo(target[written..]);
            written += plain;
            raw = raw[plain..];
            if (raw[1] != 'u')
            {
                target[written++] = raw[1] switch
                {
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    var other => other,
                };
                raw = raw[2..];
                continue;
            }
            var first = Hex(raw[2..6]);
            raw = raw[6..];
            var rune = Rune.ReplacementChar;
            if (char.IsHighSurrogate(first))
            {
                if (raw.Length >= 6 && raw[0] == '\\' && raw[1] == 'u' && Hex(raw[2..6]) is var second && char.IsLowSurrogate(second))
                {
                    rune = new Rune(first, second);
                    raw = raw[6..];
                }
            }
            else if (!char.IsLowSurrogate(first))
            {
                rune = new Rune(first);
            }
            written += rune.EncodeToUtf8(target[written..]);
        }
    }

    /// <summary>How a character of <see cref="SpecialCharacters"/> is written.</summary>
    internal static ReadOnlySpan<byte> Of(char special) => special switch
    {
        '"' => "\\\""u8,
        '\\' => "\\\\"u8,
        _ => Controls.Slice(special * 6, special is '\b' or '\f' or '\n' or '\r' or '\t' ? 2 : 6),
    };

    // Six bytes for each control character, of which those with a short escape use two.
    private static ReadOnlySpan<byte> Controls =>
        "\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b    \\t    \\n    \\u000b\\f    \\r    \\u000e\\u000f\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f"u8;

    private static char Hex(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }
        return (char)value;
    }
}
