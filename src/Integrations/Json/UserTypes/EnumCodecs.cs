using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;

#pragma warning disable CA1000 // a codec is a type argument: its static members are called through the constraint

namespace Integrations.Json;

/// <summary>The names of a C# enum; implemented by emitted structs.</summary>
/// <typeparam name="T">The enum.</typeparam>
public interface IJsonEnum<T>
    where T : struct, Enum
{
    /// <summary>The names.</summary>
    static abstract JsonEnumNames<T> Names { get; }
}

/// <summary>A C# enum as a number.</summary>
/// <typeparam name="T">The enum.</typeparam>
/// <typeparam name="TNumber">The integer under it.</typeparam>
public readonly struct EnumNumberCodec<T, TNumber> : IJsonCodec<T>
    where T : struct, Enum
    where TNumber : struct, IBinaryInteger<TNumber>, IMinMaxValue<TNumber>
{
    /// <inheritdoc/>
    public static T Read(ref JsonReader reader) => Unsafe.BitCast<TNumber, T>(reader.Integer<TNumber>());

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T value) => writer.IntegerValue(Unsafe.BitCast<T, TNumber>(value));
}

/// <summary>A C# enum as its name; a value without one is a number. Names are read whatever their case, numbers too.</summary>
/// <typeparam name="T">The enum.</typeparam>
/// <typeparam name="TNumber">The integer under it.</typeparam>
/// <typeparam name="TNames">Its names.</typeparam>
public readonly struct EnumNameCodec<T, TNumber, TNames> : IJsonCodec<T>
    where T : struct, Enum
    where TNumber : struct, IBinaryInteger<TNumber>, IMinMaxValue<TNumber>
    where TNames : struct, IJsonEnum<T>
{
    /// <inheritdoc/>
    public static T Read(ref JsonReader reader)
    {
        if (reader.Peek() == JsonValueKind.Number)
        {
            return EnumNumberCodec<T, TNumber>.Read(ref reader);
        }
        var start = reader.Position;
        if (!TNames.Names.TryRead(reader.String(), out var value))
        {
            reader.RefuseAt(start, $"the string names no value of '{typeof(T).Name}'");
        }
        return value;
    }

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T value)
    {
        if (TNames.Names.NameOf(value) is { } name)
        {
            writer.StringValue(name);
        }
        else
        {
            EnumNumberCodec<T, TNumber>.Write(ref writer, value);
        }
    }
}

/// <summary>A C# enum as the name of an entry: its name, or its number where it has none.</summary>
/// <typeparam name="T">The enum.</typeparam>
/// <typeparam name="TNames">Its names.</typeparam>
public readonly struct EnumKey<T, TNames> : IJsonKey<T>
    where T : struct, Enum
    where TNames : struct, IJsonEnum<T>
{
    /// <inheritdoc/>
    public static bool TryRead(string name, out T key) => TNames.Names.TryRead(name, out key);

    /// <inheritdoc/>
    public static string Name(T key) => TNames.Names.NameOf(key) ?? key.ToString("D");
}

/// <summary>The names of a C# enum on the wire.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class JsonEnumNames<T>
    where T : struct, Enum
{
    private readonly string[] _names;
    private readonly T[] _values;
    private readonly bool _flags;

    /// <summary>Makes the set.</summary>
    /// <param name="names">The names on the wire, by the unsigned order of their values.</param>
    /// <param name="values">The value of each name.</param>
    /// <param name="flags">Whether values are combined: then they are written as their names with a comma and a space between.</param>
    public JsonEnumNames(string[] names, T[] values, bool flags)
    {
        _names = names;
        _values = values;
        _flags = flags;
    }

    internal string? NameOf(T value)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (EqualityComparer<T>.Default.Equals(_values[i], value))
            {
                return _names[i];
            }
        }
        return _flags ? Combined(Bits(value)) : null;
    }

    internal bool TryRead(string text, out T value)
    {
        if (TryName(text, StringComparison.Ordinal, out value) || TryName(text, StringComparison.OrdinalIgnoreCase, out value))
        {
            return true;
        }
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length > 0 && (char.IsAsciiDigit(trimmed[0]) || trimmed[0] is '-' or '+'))
        {
            return Enum.TryParse(trimmed, out value);
        }
        return TryList(trimmed, out value);
    }

    private bool TryList(ReadOnlySpan<char> text, out T value)
    {
        ulong bits = 0;
        value = default;
        foreach (var range in text.Split(','))
        {
            var part = text[range].Trim();
            if (!TryName(part, StringComparison.Ordinal, out value) && !TryName(part, StringComparison.OrdinalIgnoreCase, out value))
            {
                return false;
            }
            bits |= Bits(value);
        }
        value = Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<byte, T>((byte)bits),
            2 => Unsafe.BitCast<ushort, T>((ushort)bits),
            4 => Unsafe.BitCast<uint, T>((uint)bits),
            _ => Unsafe.BitCast<ulong, T>(bits),
        };
        return true;
    }

    private bool TryName(ReadOnlySpan<char> text, StringComparison comparison, out T value)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (text.Equals(_names[i], comparison))
            {
                value = _values[i];
                return true;
            }
        }
        value = default;
        return false;
    }

    // As Enum.ToString does: from the greatest value down, each that is wholly within what remains.
    private string? Combined(ulong remaining)
    {
        var parts = new List<string>();
        for (var i = _values.Length - 1; i >= 0 && remaining != 0; i--)
        {
            var bits = Bits(_values[i]);
            if (bits != 0 && (remaining & bits) == bits)
            {
                remaining &= ~bits;
                parts.Add(_names[i]);
            }
        }
        if (remaining != 0 || parts.Count == 0)
        {
            return null;
        }
        parts.Reverse();
        return string.Join(", ", parts);
    }

    private static ulong Bits(T value) => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.BitCast<T, byte>(value),
        2 => Unsafe.BitCast<T, ushort>(value),
        4 => Unsafe.BitCast<T, uint>(value),
        _ => Unsafe.BitCast<T, ulong>(value),
    };
}
