using System.Text;

namespace Integrations.Storage.Relational;

/// <summary>
/// What the store takes, the same on every engine: PostgreSQL refuses NUL in text, drivers replace lone surrogates (two names would become one), and an index has rows of a limited size.
/// </summary>
internal static class Check
{
    private const int NameLength = 200;
    private const int HeadersLength = 65_536;
    private const int ErrorLength = 2_000;

    public static string Name(string? value, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter);
        return Text(value, NameLength, parameter)!;
    }

    public static string? Headers(string? value, string parameter) => Text(value, HeadersLength, parameter);

    public static string? Text(string? value, int length, string parameter)
    {
        if (value is null)
            return null;
        if (value.Length > length)
            throw new ArgumentException($"{parameter} has {value.Length} characters; at most {length} are allowed.", parameter);
        if (value.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException($"{parameter} contains NUL, which no text in PostgreSQL can.", parameter);
        if (!IsUnicode(value))
            throw new ArgumentException($"{parameter} contains half a surrogate pair.", parameter);
        return value;
    }

    public static byte[] Payload(ReadOnlyMemory<byte> value, StoreOptions options, string parameter) =>
        value.Length <= options.MaxPayloadBytes
            ? Commands.Array(value)
            : throw new ArgumentException($"{parameter} has {value.Length} bytes; at most {options.MaxPayloadBytes} are allowed ({nameof(StoreOptions)}.{nameof(StoreOptions.MaxPayloadBytes)}).", parameter);

    public static long Duration(TimeSpan value, TimeSpan least, TimeSpan most, string parameter) =>
        value >= least && value <= most
            ? value.ToMicros()
            : throw new ArgumentOutOfRangeException(parameter, value, $"{parameter} must be from {least} to {most}.");

    public static int Count(int value, int most, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, parameter);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, parameter);
        return value;
    }

    /// <summary>The text of a failure, made to fit: it comes from outside and must never keep a row from failing.</summary>
    public static string Error(string? value)
    {
        if (value is null)
            return "";
        var text = new StringBuilder(Math.Min(value.Length, ErrorLength));
        foreach (var rune in value.EnumerateRunes())
        {
            if (text.Length + rune.Utf16SequenceLength > ErrorLength)
                break;
            text.Append(rune.Value == 0 ? "\uFFFD" : rune.ToString());
        }
        return text.ToString();
    }

    /// <summary>A name of the schema: configuration is not trusted with SQL, even though the name is quoted everywhere.</summary>
    public static string Identifier(string? value, int length, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter);
        return value.Length <= length && value[0] is (>= 'a' and <= 'z') or '_' && value.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
            ? value
            : throw new ArgumentException($"{parameter} must be 1 to {length} of a-z, 0-9 and _, not beginning with a digit.", parameter);
    }

    public static void Options(StoreOptions options)
    {
        Count(options.MaxPayloadBytes, 256 * 1024 * 1024, nameof(options.MaxPayloadBytes));
        Count(options.MaxAttempts, 1_000_000, nameof(options.MaxAttempts));
    }

    private static bool IsUnicode(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
                continue;
            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
                return false;
            i++;
        }
        return true;
    }
}
