using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Integrations.Json;

// What types of a user's own need beside what documents have: .NET's scalars as System.Text.Json writes them.
public ref partial struct JsonReader
{
    /// <summary>Reads an integer of any size; <c>1.0</c>, <c>1e3</c> and <c>"1"</c> are integers too.</summary>
    /// <typeparam name="T">The integer's type.</typeparam>
    /// <returns>The integer.</returns>
    /// <exception cref="JsonException">The value is none, or out of range.</exception>
    public T Integer<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var start = _position;
        var token = NumberToken("an integer");
        if (T.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }
        if (!JsonNumber.TryInteger(token, 40, out var any) // Int128 has 39 digits
            || any < System.Numerics.BigInteger.CreateChecked(T.MinValue)
            || any > System.Numerics.BigInteger.CreateChecked(T.MaxValue))
        {
            Throw(start, $"the number is no integer, or out of the range of {typeof(T).Name}");
        }
        return T.CreateChecked(any);
    }

    /// <summary>Reads a number as the nearest <see cref="System.Half"/>.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is none, or out of range.</exception>
    public Half Half()
    {
        var start = _position;
        var token = NumberToken("a number");
        if (!System.Half.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !System.Half.IsFinite(value))
        {
            Throw(start, "the number is out of the range of a Half");
        }
        return value;
    }

    /// <summary>
    /// Reads a date and time of ISO 8601's extended form as System.Text.Json does: with <c>Z</c> it is UTC, with an offset it becomes local,
    /// without it is unspecified.
    /// </summary>
    /// <returns>The time.</returns>
    /// <exception cref="JsonException">The value is none.</exception>
    public DateTime DateTime()
    {
        var start = _position;
        _ = RawString("a date and time", out _);
        var token = new Utf8JsonReader(_data[start.._position]);
        token.Read();
        if (!token.TryGetDateTime(out var value))
        {
            Throw(start, "the string is no date and time of ISO 8601");
        }
        return value;
    }

    /// <summary>Reads a duration as .NET writes it (<c>[-][d.]hh:mm:ss[.fffffff]</c>).</summary>
    /// <returns>The duration.</returns>
    /// <exception cref="JsonException">The value is none, or out of range.</exception>
    public TimeSpan Duration()
    {
        var start = _position;
        var raw = RawString("a duration", out var escaped);
        var text = Encoding.ASCII.GetString(escaped ? Short(raw, stackalloc byte[LongestScalar]) : raw.Length <= LongestScalar ? raw : default);
        if (!System.TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value))
        {
            Throw(start, "the string is no duration like 1.02:03:04.5");
        }
        return value;
    }

    /// <summary>Reads a string of one character (one unit of UTF-16).</summary>
    /// <returns>The character.</returns>
    /// <exception cref="JsonException">The value is none.</exception>
    public char Char()
    {
        var start = _position;
        var text = String();
        if (text.Length != 1)
        {
            Throw(start, "the string is no single character");
        }
        return text[0];
    }

    /// <summary>Reads a URI, absolute or relative.</summary>
    /// <returns>The URI.</returns>
    /// <exception cref="JsonException">The value is none.</exception>
    public Uri Uri()
    {
        var start = _position;
        if (!System.Uri.TryCreate(String(), UriKind.RelativeOrAbsolute, out var value))
        {
            Throw(start, "the string is no URI");
        }
        return value!;
    }

    /// <summary>Reads a version of two to four numbers.</summary>
    /// <returns>The version.</returns>
    /// <exception cref="JsonException">The value is none.</exception>
    public Version Version()
    {
        var start = _position;
        if (!System.Version.TryParse(String(), out var value))
        {
            Throw(start, "the string is no version");
        }
        return value!;
    }

    /// <summary>Reads any value as it stands.</summary>
    /// <returns>The JSON in proper UTF-8; valid as long as the reader's text is.</returns>
    /// <exception cref="JsonException">The text is malformed, or too deep.</exception>
    public ReadOnlySpan<byte> Raw()
    {
        var start = _position;
        Skip();
        return WellFormed(_data[start.._position]);
    }

    /// <summary>Refuses the property just read: the type says that it knows all of them.</summary>
    /// <exception cref="JsonException">Always.</exception>
    [DoesNotReturn]
    public readonly void Unmapped() => Throw(_position, "the type allows no property that it does not have");

    /// <summary>Refuses an object whose type cannot be told.</summary>
    /// <param name="property">The property that tells it.</param>
    /// <param name="found">Its value, or <c>null</c> where it is missing.</param>
    /// <exception cref="JsonException">Always.</exception>
    [DoesNotReturn]
    public readonly void UnknownType(string property, string? found) => Throw(_position, found is null
        ? $"the property '{property}', which tells the type, is missing"
        : $"the property '{property}', which tells the type, has a value that is none of those known");

    /// <summary>Whether the property just read has a name.</summary>
    /// <param name="name">The name in UTF-8, unescaped.</param>
    /// <returns>Whether it has.</returns>
    public readonly bool IsNamed(ReadOnlySpan<byte> name)
    {
        var raw = _data[_nameStart..StringEnd(_nameStart, out var escaped)];
        return (escaped ? Unescaped(raw) : raw).SequenceEqual(name);
    }

    [DoesNotReturn]
    internal readonly void Refuse(string problem) => Throw(_position, problem);

    internal readonly int Position => _position;

    [DoesNotReturn]
    internal readonly void RefuseAt(int position, string problem) => Throw(position, problem);
}
