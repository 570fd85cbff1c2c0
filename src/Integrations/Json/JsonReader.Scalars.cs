using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Integrations.Json;

public ref partial struct JsonReader
{
    private const int LongestScalar = 256; // no date, time, duration or GUID is longer, however it is written

    /// <summary>Reads a boolean.</summary>
    /// <returns>The boolean.</returns>
    /// <exception cref="JsonException">The value is none.</exception>
    public bool Boolean()
    {
        switch (Peek())
        {
            case JsonValueKind.True:
                Literal("true"u8);
                return true;
            case JsonValueKind.False:
                Literal("false"u8);
                return false;
            default:
                ThrowExpected("a boolean");
                return false;
        }
    }

    /// <summary>Reads a boolean or <c>null</c>.</summary>
    /// <returns>The boolean, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither.</exception>
    public bool? BooleanOrNull() => TryNull() ? null : Boolean();

    /// <summary>
    /// Reads a date and time of RFC 3339, generously: a space for the <c>T</c>, lower case, missing seconds, offsets such as
    /// <c>+0000</c>, a date alone (midnight), and no offset at all (UTC) are understood. Fractions beyond 100 ns are cut off; the leap second :60 is the next minute.
    /// </summary>
    /// <returns>The time, with the offset that the text gives.</returns>
    /// <exception cref="JsonException">The value is none.</exception>
    public DateTimeOffset DateTimeOffset()
    {
        var start = _position;
        var raw = RawString("a date and time", out var escaped);
        var text = escaped ? Short(raw, stackalloc byte[LongestScalar]) : raw;
        if (!IsoDate.TryDateTime(text, out var value))
        {
            Throw(start, "the string is no date and time of RFC 3339");
        }
        return value;
    }

    /// <summary>Reads a date and time, as <see cref="DateTimeOffset"/> does, or <c>null</c>.</summary>
    /// <returns>The time, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither.</exception>
    public DateTimeOffset? DateTimeOffsetOrNull() => TryNull() ? null : DateTimeOffset();

    /// <summary>Reads a date (<c>2026-01-31</c>); of a date and time, the date as it is written.</summary>
    /// <returns>The date.</returns>
    /// <exception cref="JsonException">The value is none.</exception>
    public DateOnly DateOnly()
    {
        var start = _position;
        var raw = RawString("a date", out var escaped);
        var text = escaped ? Short(raw, stackalloc byte[LongestScalar]) : raw;
        if (!IsoDate.TryDate(text, out var value))
        {
            Throw(start, "the string is no date of RFC 3339");
        }
        return value;
    }

    /// <summary>Reads a date or <c>null</c>.</summary>
    /// <returns>The date, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither.</exception>
    public DateOnly? DateOnlyOrNull() => TryNull() ? null : DateOnly();

    /// <summary>Reads a time of day (<c>13:45</c>, <c>13:45:30.5</c>); an offset behind it is dropped.</summary>
    /// <returns>The time of day.</returns>
    /// <exception cref="JsonException">The value is none.</exception>
    public TimeOnly TimeOnly()
    {
        var start = _position;
        var raw = RawString("a time of day", out var escaped);
        var text = escaped ? Short(raw, stackalloc byte[LongestScalar]) : raw;
        if (!IsoDate.TryTime(text, out var value))
        {
            Throw(start, "the string is no time of day of RFC 3339");
        }
        return value;
    }

    /// <summary>Reads a time of day or <c>null</c>.</summary>
    /// <returns>The time of day, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither.</exception>
    public TimeOnly? TimeOnlyOrNull() => TryNull() ? null : TimeOnly();

    /// <summary>Reads a duration of ISO 8601 (<c>P1DT2H30M</c>, <c>-PT0.5S</c>, <c>P2W</c>); years and months are refused, for they have no length.</summary>
    /// <returns>The duration.</returns>
    /// <exception cref="JsonException">The value is none, or out of range.</exception>
    public TimeSpan TimeSpan()
    {
        var start = _position;
        var raw = RawString("a duration", out var escaped);
        var text = escaped ? Short(raw, stackalloc byte[LongestScalar]) : raw;
        if (!IsoDuration.TryParse(text, out var value))
        {
            Throw(start, "the string is no ISO 8601 duration of weeks, days, hours, minutes and seconds");
        }
        return value;
    }

    /// <summary>Reads a duration of ISO 8601 or <c>null</c>.</summary>
    /// <returns>The duration, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither, or out of range.</exception>
    public TimeSpan? TimeSpanOrNull() => TryNull() ? null : TimeSpan();

    /// <summary>Reads a GUID: 32 digits, with hyphens or without, in braces or not.</summary>
    /// <returns>The GUID.</returns>
    /// <exception cref="JsonException">The value is none.</exception>
    public Guid Guid()
    {
        var start = _position;
        var raw = RawString("a GUID", out var escaped);
        var text = escaped ? Short(raw, stackalloc byte[LongestScalar]) : raw;
        var format = text.Length switch { 36 => 'D', 32 => 'N', 38 => 'B', _ => '\0' };
        if (format == '\0' || !Utf8Parser.TryParse(text, out Guid value, out var consumed, format) || consumed != text.Length)
        {
            Throw(start, "the string is no GUID");
            return default;
        }
        return value;
    }

    /// <summary>Reads a GUID or <c>null</c>.</summary>
    /// <returns>The GUID, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither.</exception>
    public Guid? GuidOrNull() => TryNull() ? null : Guid();

    /// <summary>Reads bytes in base64 (RFC 4648, section 4) or base64url (section 5), padded or not.</summary>
    /// <returns>The bytes.</returns>
    /// <exception cref="JsonException">The value is none.</exception>
    public byte[] Bytes()
    {
        var start = _position;
        var text = RawString("a string of base64", out var escaped);
        byte[]? rented = null;
        if (escaped) // PHP writes each slash as \/
        {
            rented = ArrayPool<byte>.Shared.Rent(text.Length);
            text = rented.AsSpan(0, JsonEscape.Unescape(text, rented));
        }
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        var read = Base64.DecodeFromUtf8(text, bytes, out _, out var written) == OperationStatus.Done
            || (Base64Url.IsValid(text) && Base64Url.TryDecodeFromUtf8(text, bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)], out written));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
        if (!read)
        {
            Throw(start, "the string is no base64");
        }
        return written == bytes.Length ? bytes : bytes[..written];
    }

    /// <summary>Reads bytes in base64 or base64url, or <c>null</c>.</summary>
    /// <returns>The bytes, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither.</exception>
    public byte[]? BytesOrNull() => TryNull() ? null : Bytes();

    // A short text unescaped; one too long to be any scalar comes out empty, which is none either.
    private static ReadOnlySpan<byte> Short(ReadOnlySpan<byte> raw, Span<byte> scratch)
    {
        if (raw.Length > scratch.Length)
        {
            return default;
        }
        return scratch[..JsonEscape.Unescape(raw, scratch)];
    }
}
