using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Integrations.Json;

// What types of a user's own need beside what documents have, written as System.Text.Json writes it.
public ref partial struct JsonWriter
{
    /// <summary>Writes a property by its codec.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is <c>null</c>, or cannot be written.</exception>
    public void NotNull<T, TCodec>(ReadOnlySpan<byte> name, T value)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
        {
            ThrowNull(name);
        }
        Name(name);
        TCodec.Write(ref this, value);
    }

    /// <summary>Writes a property by its codec; the default of its type writes nothing.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value cannot be written.</exception>
    public void UnlessDefault<T, TCodec>(ReadOnlySpan<byte> name, T value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (!EqualityComparer<T>.Default.Equals(value, default))
        {
            Name(name);
            TCodec.Write(ref this, value);
        }
    }

    /// <summary>Refuses <c>null</c> where an object must be written.</summary>
    /// <param name="value">The object.</param>
    /// <exception cref="JsonException">It is <c>null</c>.</exception>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Emitted code calls it as it calls the rest.")]
    public readonly void Check([NotNull] object? value) => ThrowIfNull(value);

    /// <summary>Refuses an object whose type is not among those that its base names.</summary>
    /// <param name="value">The object.</param>
    /// <param name="declared">The base.</param>
    /// <exception cref="JsonException">Always.</exception>
    [DoesNotReturn]
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Emitted code calls it as it calls the rest.")]
    public readonly void UnknownType(object value, string declared) =>
        throw new JsonException($"The value cannot be written: '{value?.GetType().Name}' is not among the [JsonDerivedType] of '{declared}'.");

    /// <summary>Writes an integer of any size.</summary>
    /// <typeparam name="T">The integer's type.</typeparam>
    /// <param name="value">The value.</param>
    public void IntegerValue<T>(T value)
        where T : struct, IBinaryInteger<T>
    {
        BeginValue(40);
        _ = value.TryFormat(_span[_position..], out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is NaN or infinite.</exception>
    public void HalfValue(Half value)
    {
        if (!Half.IsFinite(value))
        {
            ThrowNotFinite("an item"u8);
        }
        BeginValue(32);
        _ = value.TryFormat(_span[_position..], out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    /// <summary>Writes a date and time: UTC with <c>Z</c>, local with its offset, unspecified with neither.</summary>
    /// <param name="value">The value.</param>
    public void DateTimeValue(DateTime value)
    {
        BeginValue(JsonFormat.LongestDateTime + 2);
        _span[_position++] = (byte)'"';
        AppendLocal(value);
        if (value.Kind == DateTimeKind.Utc)
        {
            _span[_position++] = (byte)'Z';
        }
        else if (value.Kind == DateTimeKind.Local)
        {
            AppendOffset(TimeZoneInfo.Local.GetUtcOffset(value));
        }
        _span[_position++] = (byte)'"';
    }

    /// <summary>Writes a date and time with its offset, also where that is zero.</summary>
    /// <param name="value">The value.</param>
    public void DateTimeWithOffsetValue(DateTimeOffset value)
    {
        BeginValue(JsonFormat.LongestDateTime + 2);
        _span[_position++] = (byte)'"';
        AppendLocal(value.DateTime);
        AppendOffset(value.Offset);
        _span[_position++] = (byte)'"';
    }

    /// <summary>Writes a duration as .NET writes it (<c>[-][d.]hh:mm:ss[.fffffff]</c>).</summary>
    /// <param name="value">The value.</param>
    public void DurationValue(TimeSpan value)
    {
        BeginValue(30);
        _span[_position++] = (byte)'"';
        _ = value.TryFormat(_span[_position..], out var written, "c", CultureInfo.InvariantCulture);
        _position += written;
        _span[_position++] = (byte)'"';
    }

    // What is written between these two stands in quotes; it must need no escape.
    internal void OpenQuote()
    {
        BeginValue(1);
        _span[_position++] = (byte)'"';
        _comma = false;
    }

    internal void CloseQuote()
    {
        Reserve(1);
        _span[_position++] = (byte)'"';
        _comma = true;
    }

    private void AppendLocal(DateTime value)
    {
        _position += JsonFormat.Date(value.Year, value.Month, value.Day, _span[_position..]);
        _span[_position++] = (byte)'T';
        _position += JsonFormat.Time(value.TimeOfDay.Ticks, _span[_position..]);
    }

    private void AppendOffset(TimeSpan offset)
    {
        _span[_position++] = (byte)(offset < System.TimeSpan.Zero ? '-' : '+');
        _ = offset.Duration().TryFormat(_span[_position..], out var written, "hh\\:mm", CultureInfo.InvariantCulture);
        _position += written;
    }
}
