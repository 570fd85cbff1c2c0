
namespace Integrations.Json;

public ref partial struct JsonWriter
{
    /// <summary>Writes a property that is a date and time (RFC 3339, no longer than it need be).</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void DateTimeOffset(ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        BeginProperty(name, JsonFormat.LongestDateTime + 2);
        AppendDateTimeOffset(value);
    }

    /// <summary>Writes a property that is a date and time (RFC 3339, no longer than it need be); <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void DateTimeOffsetOrSkip(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is not null)
        {
            DateTimeOffset(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is a date and time (RFC 3339, no longer than it need be) or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void DateTimeOffsetOrNull(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is not null)
        {
            DateTimeOffset(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a date and time (RFC 3339, no longer than it need be).</summary>
    /// <param name="value">The value.</param>
    public void DateTimeOffsetValue(DateTimeOffset value)
    {
        BeginValue(JsonFormat.LongestDateTime + 2);
        AppendDateTimeOffset(value);
    }

    /// <summary>Writes a property that is a date.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void DateOnly(ReadOnlySpan<byte> name, DateOnly value)
    {
        BeginProperty(name, 12);
        AppendDateOnly(value);
    }

    /// <summary>Writes a property that is a date; <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void DateOnlyOrSkip(ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is not null)
        {
            DateOnly(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is a date or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void DateOnlyOrNull(ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is not null)
        {
            DateOnly(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a date.</summary>
    /// <param name="value">The value.</param>
    public void DateOnlyValue(DateOnly value)
    {
        BeginValue(12);
        AppendDateOnly(value);
    }

    /// <summary>Writes a property that is a time of day.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void TimeOnly(ReadOnlySpan<byte> name, TimeOnly value)
    {
        BeginProperty(name, 18);
        AppendTimeOnly(value);
    }

    /// <summary>Writes a property that is a time of day; <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void TimeOnlyOrSkip(ReadOnlySpan<byte> name, TimeOnly? value)
    {
        if (value is not null)
        {
            TimeOnly(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is a time of day or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void TimeOnlyOrNull(ReadOnlySpan<byte> name, TimeOnly? value)
    {
        if (value is not null)
        {
            TimeOnly(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a time of day.</summary>
    /// <param name="value">The value.</param>
    public void TimeOnlyValue(TimeOnly value)
    {
        BeginValue(18);
        AppendTimeOnly(value);
    }

    /// <summary>Writes a property that is a duration (ISO 8601).</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void TimeSpan(ReadOnlySpan<byte> name, TimeSpan value)
    {
        BeginProperty(name, 42);
        AppendTimeSpan(value);
    }

    /// <summary>Writes a property that is a duration (ISO 8601); <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void TimeSpanOrSkip(ReadOnlySpan<byte> name, TimeSpan? value)
    {
        if (value is not null)
        {
            TimeSpan(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is a duration (ISO 8601) or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void TimeSpanOrNull(ReadOnlySpan<byte> name, TimeSpan? value)
    {
        if (value is not null)
        {
            TimeSpan(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a duration (ISO 8601).</summary>
    /// <param name="value">The value.</param>
    public void TimeSpanValue(TimeSpan value)
    {
        BeginValue(42);
        AppendTimeSpan(value);
    }

    private void AppendDateTimeOffset(DateTimeOffset value)
    {
        _span[_position++] = (byte)'"';
        _position += JsonFormat.DateTime(value, _span[_position..]);
        _span[_position++] = (byte)'"';
    }

    private void AppendDateOnly(DateOnly value)
    {
        _span[_position++] = (byte)'"';
        _position += JsonFormat.Date(value.Year, value.Month, value.Day, _span[_position..]);
        _span[_position++] = (byte)'"';
    }

    private void AppendTimeOnly(TimeOnly value)
    {
        _span[_position++] = (byte)'"';
        _position += JsonFormat.Time(value.Ticks, _span[_position..]);
        _span[_position++] = (byte)'"';
    }

    private void AppendTimeSpan(TimeSpan value)
    {
        _span[_position++] = (byte)'"';
        _position += IsoDuration.Format(value, _span[_position..]);
        _span[_position++] = (byte)'"';
    }
}
