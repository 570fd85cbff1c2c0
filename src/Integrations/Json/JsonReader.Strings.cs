using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Integrations.Json;

public ref partial struct JsonReader
{
    /// <summary>Reads a string.</summary>
    /// <returns>The unescaped string.</returns>
    /// <exception cref="JsonException">The value is no string.</exception>
    public string String()
    {
        var raw = RawString("a string", out var escaped);
        return TextOf(raw, escaped);
    }

    /// <summary>Reads a string or <c>null</c>.</summary>
    /// <returns>The unescaped string, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither.</exception>
    public string? StringOrNull() => TryNull() ? null : String();

    // The bytes between the quotes, still escaped.
    private ReadOnlySpan<byte> RawString(string expected, out bool escaped)
    {
        var data = _data;
        var position = _position;
        if ((uint)position >= (uint)data.Length || data[position] != '"')
        {
            ThrowExpected(expected);
        }
        var start = position + 1;
        var end = StringEnd(start, out escaped);
        _position = end + 1;
        return data[start..end];
    }

    // The place of the closing quote; everything before it has been checked.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int StringEnd(int start, out bool escaped)
    {
        var rest = _data[start..];
        var length = rest.IndexOfAny(JsonEscape.Special);
        if ((uint)length < (uint)rest.Length && rest[length] == '"')
        {
            escaped = false;
            return start + length;
        }
        escaped = true;
        return StringEndSlow(start);
    }

    private readonly int StringEndSlow(int position)
    {
        var data = _data;
        while (true)
        {
            var length = data[position..].IndexOfAny(JsonEscape.Special);
            if (length < 0)
            {
                Throw(position, "a string does not end");
            }
            position += length;
            switch (data[position])
            {
                case (byte)'"':
                    return position;
                case (byte)'\\':
                    var escape = JsonEscape.LengthAt(data, position);
                    if (escape == 0)
                    {
                        Throw(position, "a string has a malformed escape");
                    }
                    position += escape;
                    break;
                default:
                    Throw(position, "a string has a control character that is not escaped");
                    break;
            }
        }
    }

    private static string TextOf(ReadOnlySpan<byte> raw, bool escaped) => escaped ? JsonEscape.Text(raw) : Encoding.UTF8.GetString(raw);

    // For short texts that are hardly ever escaped.
    private static ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> raw)
    {
        var text = new byte[raw.Length];
        return text.AsSpan(0, JsonEscape.Unescape(raw, text));
    }
}
