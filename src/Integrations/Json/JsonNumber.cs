using System.Globalization;
using System.Numerics;

namespace Integrations.Json;

/// <summary>Numbers as JSON writes them (RFC 8259, section 6), where the reader's fast paths do not reach.</summary>
internal static class JsonNumber
{
    /// <summary>More digits than any vendor sends; a bound on the work that one number can cause.</summary>
    internal const int MostDigits = 4096;

    /// <summary>The length of the number at the start of a text; 0 where none stands there.</summary>
    internal static int Length(ReadOnlySpan<byte> text)
    {
        var i = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var digits = Digits(text, i);
        if (digits == 0)
        {
            return 0;
        }
        i += text[i] == '0' ? 1 : digits;
        if (i < text.Length && text[i] == '.')
        {
            digits = Digits(text, i + 1);
            if (digits == 0)
            {
                return 0;
            }
            i += 1 + digits;
        }
        if (i < text.Length && (text[i] | 0x20) == 'e')
        {
            var sign = i + 1 < text.Length && text[i + 1] is (byte)'+' or (byte)'-' ? 1 : 0;
            digits = Digits(text, i + 1 + sign);
            if (digits == 0)
            {
                return 0;
            }
            i += 1 + sign + digits;
        }
        return i;
    }

    /// <summary>The integer that a number is, written any way: <c>12</c>, <c>1.20e1</c>. Never rounds.</summary>
    /// <param name="number">A number that is well formed.</param>
    /// <param name="most">The most digits that the integer may have.</param>
    /// <param name="value">The integer.</param>
    /// <returns>Whether the number is an integer of at most so many digits.</returns>
    internal static bool TryInteger(ReadOnlySpan<byte> number, int most, out BigInteger value)
    {
        value = default;
        var negative = number[0] == '-';
        number = negative ? number[1..] : number;
        var e = number.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = e < 0 ? number : number[..e];
        var dot = mantissa.IndexOf((byte)'.');
        var whole = dot < 0 ? mantissa : mantissa[..dot];
        var fraction = dot < 0 ? [] : mantissa[(dot + 1)..].TrimEnd((byte)'0');
        if (fraction.Length == 0)
        {
            var zeros = whole.Length - whole.TrimEnd((byte)'0').Length;
            if (zeros == whole.Length)
            {
                return true; // zero, whatever the exponent
            }
        }
        long exponent = 0;
        if (e >= 0)
        {
            var text = number[(e + 1)..];
            var below = text[0] == '-';
            foreach (var digit in text[0] is (byte)'-' or (byte)'+' ? text[1..] : text)
            {
                exponent = Math.Min(exponent * 10 + digit - '0', int.MaxValue);
            }
            exponent = below ? -exponent : exponent;
        }
        exponent -= fraction.Length;
        // whole + fraction are the digits, times ten to the exponent.
        Span<byte> buffer = stackalloc byte[256];
        var count = whole.Length + fraction.Length;
        var digits = count <= buffer.Length ? buffer[..count] : new byte[count];
        whole.CopyTo(digits);
        fraction.CopyTo(digits[whole.Length..]);
        digits = digits.TrimStart((byte)'0');
        var significant = digits.TrimEnd((byte)'0');
        exponent += digits.Length - significant.Length;
        if (exponent < 0 || significant.Length + exponent > most)
        {
            return false;
        }
        value = BigInteger.Parse(System.Text.Encoding.ASCII.GetString(significant), NumberStyles.None, CultureInfo.InvariantCulture) * BigInteger.Pow(10, (int)exponent);
        value = negative ? -value : value;
        return true;
    }

    private static int Digits(ReadOnlySpan<byte> text, int start)
    {
        var i = start;
        while ((uint)i < (uint)text.Length && (uint)(text[i] - '0') <= 9)
        {
            i++;
        }
        return i - start;
    }
}
