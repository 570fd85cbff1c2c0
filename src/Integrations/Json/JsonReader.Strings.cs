using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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
        var data = _data;
        var position = _position;
        if ((uint)position >= (uint)data.Length || data[position] != '"')
        {
            ThrowExpected("a string");
        }
        var start = position + 1;
        var end = ScanString(start, out var form);
        _position = end + 1;
        var raw = data[start..end];
        return form == StringForm.Ascii ? Encoding.Latin1.GetString(raw) : TextOf(raw, form == StringForm.Escaped);
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
        var end = ScanString(start, out var form);
        escaped = form == StringForm.Escaped;
        return end;
    }

    // Most strings are short, so a search of the library's (SearchValues) costs more in its call than this loop does in all.
    private readonly int ScanString(int start, out StringForm form)
    {
        var data = _data;
        var position = start;
        uint beyondAscii = 0;
        while (position <= data.Length - Vector128<byte>.Count)
        {
            var block = Vector128.Create(data.Slice(position, Vector128<byte>.Count));
            var stops = (Vector128.Equals(block, Vector128.Create((byte)'"'))
                | Vector128.Equals(block, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(block, Vector128.Create((byte)' '))).ExtractMostSignificantBits();
            var high = block.ExtractMostSignificantBits();
            if (stops != 0)
            {
                beyondAscii |= high & (stops ^ (stops - 1)); // a stop is ASCII itself: what lies behind it does not count
                position += BitOperations.TrailingZeroCount(stops);
                return EndOfRun(position, beyondAscii != 0, out form);
            }
            beyondAscii |= high;
            position += Vector128<byte>.Count;
        }
        for (; position < data.Length; position++)
        {
            var b = data[position];
            if (b is (byte)'"' or (byte)'\\' or < (byte)' ')
            {
                break;
            }
            beyondAscii |= b & 0x80u;
        }
        return EndOfRun(position, beyondAscii != 0, out form);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int EndOfRun(int position, bool beyondAscii, out StringForm form)
    {
        if ((uint)position < (uint)_data.Length && _data[position] == '"')
        {
            form = beyondAscii ? StringForm.Utf8 : StringForm.Ascii;
            return position;
        }
        form = StringForm.Escaped;
        return StringEndSlow(position);
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

    private enum StringForm : byte
    {
        Ascii,
        Utf8,
        Escaped,
    }
}
