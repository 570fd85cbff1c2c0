using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Integrations.Json;

// Numbers are read also where they stand in quotes, as some vendors send them; inside the quotes only a JSON number may stand.
public ref partial struct JsonReader
{
    private const int FastDigits = 18; // that many fit a long, whatever they are

    private const int ShortDigits = 15; // that many are exact in a double

    private static ReadOnlySpan<double> PowersOfTen => [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads an integer; <c>1.0</c>, <c>1e3</c> and <c>"1"</c> are integers too.</summary>
    /// <returns>The integer.</returns>
    /// <exception cref="JsonException">The value is none, or out of range.</exception>
    public int Int32()
    {
        var start = _position;
        var value = Int64();
        if (value != (int)value)
        {
            Throw(start, "the number is out of the range of a 32-bit integer");
        }
        return (int)value;
    }

    /// <summary>Reads an integer or <c>null</c>.</summary>
    /// <returns>The integer, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither, or out of range.</exception>
    public int? Int32OrNull() => TryNull() ? null : Int32();

    /// <summary>Reads an integer; <c>1.0</c>, <c>1e3</c> and <c>"1"</c> are integers too.</summary>
    /// <returns>The integer.</returns>
    /// <exception cref="JsonException">The value is none, or out of range.</exception>
    public long Int64()
    {
        var data = _data;
        var position = _position;
        var negative = (uint)position < (uint)data.Length && data[position] == '-';
        position += negative ? 1 : 0;
        var first = position;
        long value = 0;
        uint digit;
        while ((uint)position < (uint)data.Length && (digit = (uint)(data[position] - '0')) <= 9)
        {
            value = value * 10 + digit;
            position++;
        }
        var digits = position - first;
        if ((uint)(digits - 1) >= FastDigits
            || (data[first] == '0' && digits > 1)
            || ((uint)position < (uint)data.Length && (data[position] == '.' || (data[position] | 0x20) == 'e')))
        {
            return (long)Integer(19, long.MinValue, long.MaxValue, "a 64-bit integer");
        }
        _position = position;
        return negative ? -value : value;
    }

    /// <summary>Reads an integer or <c>null</c>.</summary>
    /// <returns>The integer, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither, or out of range.</exception>
    public long? Int64OrNull() => TryNull() ? null : Int64();

    /// <summary>Reads an integer that is not negative; <c>1.0</c>, <c>1e3</c> and <c>"1"</c> are integers too.</summary>
    /// <returns>The integer.</returns>
    /// <exception cref="JsonException">The value is none, or out of range.</exception>
    public ulong UInt64() => (ulong)Integer(20, ulong.MinValue, ulong.MaxValue, "an unsigned 64-bit integer");

    /// <summary>Reads an integer that is not negative, or <c>null</c>.</summary>
    /// <returns>The integer, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither, or out of range.</exception>
    public ulong? UInt64OrNull() => TryNull() ? null : UInt64();

    /// <summary>Reads an integer of up to 4096 digits.</summary>
    /// <returns>The integer.</returns>
    /// <exception cref="JsonException">The value is none, or longer.</exception>
    public BigInteger BigInteger()
    {
        var start = _position;
        if (!JsonNumber.TryInteger(NumberToken("an integer"), JsonNumber.MostDigits, out var value))
        {
            Throw(start, "the number is no integer of at most 4096 digits");
        }
        return value;
    }

    /// <summary>Reads an integer of up to 4096 digits, or <c>null</c>.</summary>
    /// <returns>The integer, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither, or longer.</exception>
    public BigInteger? BigIntegerOrNull() => TryNull() ? null : BigInteger();

    /// <summary>Reads a number as the nearest <see cref="double"/>.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is none, or out of range.</exception>
    public double Double()
    {
        if (TryShort(out var digits, out var scale, out var negative))
        {
            // Both are exact doubles, so the quotient is the nearest one (Clinger, 1990).
            var magnitude = digits / PowersOfTen[scale];
            return negative ? -magnitude : magnitude;
        }
        var start = _position;
        var token = NumberToken("a number");
        if (!double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            Throw(start, "the number is out of the range of a double");
        }
        return value;
    }

    /// <summary>Reads a number as the nearest <see cref="double"/>, or <c>null</c>.</summary>
    /// <returns>The number, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither, or out of range.</exception>
    public double? DoubleOrNull() => TryNull() ? null : Double();

    /// <summary>Reads a number as the nearest <see cref="float"/>.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is none, or out of range.</exception>
    public float Single()
    {
        var start = _position;
        var token = NumberToken("a number");
        if (!float.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !float.IsFinite(value))
        {
            Throw(start, "the number is out of the range of a float");
        }
        return value;
    }

    /// <summary>Reads a number as the nearest <see cref="float"/>, or <c>null</c>.</summary>
    /// <returns>The number, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither, or out of range.</exception>
    public float? SingleOrNull() => TryNull() ? null : Single();

    /// <summary>Reads a number as a <see cref="decimal"/>; digits beyond its 28 are rounded.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is none, or out of range.</exception>
    public decimal Decimal()
    {
        if (TryShort(out var digits, out var scale, out var negative))
        {
            return new decimal((int)digits, (int)(digits >> 32), 0, negative, (byte)scale);
        }
        var start = _position;
        var token = NumberToken("a number");
        if (!decimal.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            Throw(start, "the number is out of the range of a decimal");
        }
        return value;
    }

    /// <summary>Reads a number as a <see cref="decimal"/>, or <c>null</c>.</summary>
    /// <returns>The number, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither, or out of range.</exception>
    public decimal? DecimalOrNull() => TryNull() ? null : Decimal();

    // A number of at most 15 digits without an exponent, read in one pass; of any other, nothing is read.
    private bool TryShort(out long digits, out int scale, out bool negative)
    {
        var data = _data;
        var position = _position;
        digits = 0;
        scale = 0;
        negative = (uint)position < (uint)data.Length && data[position] == '-';
        position += negative ? 1 : 0;
        var first = position;
        var point = -1;
        for (; (uint)position < (uint)data.Length; position++)
        {
            var b = data[position];
            if ((uint)(b - '0') <= 9)
            {
                digits = digits * 10 + b - '0';
            }
            else if (b == '.' && point < 0)
            {
                point = position;
            }
            else if ((b | 0x20) == 'e')
            {
                return false;
            }
            else
            {
                break;
            }
        }
        var whole = (point < 0 ? position : point) - first;
        scale = point < 0 ? 0 : position - point - 1;
        if (whole == 0 || (whole > 1 && data[first] == '0') || (point >= 0 && scale == 0) || whole + scale > ShortDigits)
        {
            return false;
        }
        _position = position;
        return true;
    }

    private BigInteger Integer(int digits, BigInteger least, BigInteger most, string what)
    {
        var start = _position;
        if (!JsonNumber.TryInteger(NumberToken(what), digits, out var value) || value < least || value > most)
        {
            Throw(start, $"the number is not {what}, or out of its range");
        }
        return value;
    }

    // The bytes of the number, without quotes.
    private ReadOnlySpan<byte> NumberToken(string expected)
    {
        var start = _position;
        switch (Peek())
        {
            case JsonValueKind.Number:
                _position = NumberEnd(start);
                return _data[start.._position];
            case JsonValueKind.String:
                var raw = RawString(expected, out var escaped);
                if (escaped || raw.Length == 0 || JsonNumber.Length(raw) != raw.Length)
                {
                    _position = start;
                    Throw(start, $"expected {expected}, found a string that holds none");
                }
                return raw;
            default:
                ThrowExpected(expected);
                return default;
        }
    }

    private readonly int NumberEnd(int start)
    {
        var length = JsonNumber.Length(_data[start..]);
        if (length == 0)
        {
            Throw(start, "a number is malformed");
        }
        return start + length;
    }
}
