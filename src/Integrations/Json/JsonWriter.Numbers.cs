using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Integrations.Json;

public ref partial struct JsonWriter
{
    /// <summary>Writes a property that is an integer.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void Int32(ReadOnlySpan<byte> name, int value)
    {
        BeginProperty(name, 11);
        AppendInt32(value);
    }

    /// <summary>Writes a property that is an integer; <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void Int32OrSkip(ReadOnlySpan<byte> name, int? value)
    {
        if (value is not null)
        {
            Int32(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is an integer or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void Int32OrNull(ReadOnlySpan<byte> name, int? value)
    {
        if (value is not null)
        {
            Int32(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="value">The value.</param>
    public void Int32Value(int value)
    {
        BeginValue(11);
        AppendInt32(value);
    }

    /// <summary>Writes a property that is an integer.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void Int64(ReadOnlySpan<byte> name, long value)
    {
        BeginProperty(name, 20);
        AppendInt64(value);
    }

    /// <summary>Writes a property that is an integer; <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void Int64OrSkip(ReadOnlySpan<byte> name, long? value)
    {
        if (value is not null)
        {
            Int64(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is an integer or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void Int64OrNull(ReadOnlySpan<byte> name, long? value)
    {
        if (value is not null)
        {
            Int64(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="value">The value.</param>
    public void Int64Value(long value)
    {
        BeginValue(20);
        AppendInt64(value);
    }

    /// <summary>Writes a property that is an integer.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void UInt64(ReadOnlySpan<byte> name, ulong value)
    {
        BeginProperty(name, 20);
        AppendUInt64(value);
    }

    /// <summary>Writes a property that is an integer; <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void UInt64OrSkip(ReadOnlySpan<byte> name, ulong? value)
    {
        if (value is not null)
        {
            UInt64(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is an integer or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void UInt64OrNull(ReadOnlySpan<byte> name, ulong? value)
    {
        if (value is not null)
        {
            UInt64(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="value">The value.</param>
    public void UInt64Value(ulong value)
    {
        BeginValue(20);
        AppendUInt64(value);
    }

    /// <summary>Writes a property that is an integer.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void BigInteger(ReadOnlySpan<byte> name, BigInteger value)
    {
        BeginProperty(name, 0);
        AppendBigInteger(value);
    }

    /// <summary>Writes a property that is an integer; <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void BigIntegerOrSkip(ReadOnlySpan<byte> name, BigInteger? value)
    {
        if (value is not null)
        {
            BigInteger(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is an integer or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void BigIntegerOrNull(ReadOnlySpan<byte> name, BigInteger? value)
    {
        if (value is not null)
        {
            BigInteger(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="value">The value.</param>
    public void BigIntegerValue(BigInteger value)
    {
        BeginValue(0);
        AppendBigInteger(value);
    }

    /// <summary>Writes a property that is a number.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is NaN or infinite.</exception>
    public void Double(ReadOnlySpan<byte> name, double value)
    {
        if (!double.IsFinite(value))
        {
            ThrowNotFinite(name);
        }
        BeginProperty(name, 32);
        AppendDouble(value);
    }

    /// <summary>Writes a property that is a number; <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is NaN or infinite.</exception>
    public void DoubleOrSkip(ReadOnlySpan<byte> name, double? value)
    {
        if (value is not null)
        {
            Double(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is a number or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is NaN or infinite.</exception>
    public void DoubleOrNull(ReadOnlySpan<byte> name, double? value)
    {
        if (value is not null)
        {
            Double(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is NaN or infinite.</exception>
    public void DoubleValue(double value)
    {
        if (!double.IsFinite(value))
        {
            ThrowNotFinite("an item"u8);
        }
        BeginValue(32);
        AppendDouble(value);
    }

    /// <summary>Writes a property that is a number.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is NaN or infinite.</exception>
    public void Single(ReadOnlySpan<byte> name, float value)
    {
        if (!float.IsFinite(value))
        {
            ThrowNotFinite(name);
        }
        BeginProperty(name, 32);
        AppendSingle(value);
    }

    /// <summary>Writes a property that is a number; <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is NaN or infinite.</exception>
    public void SingleOrSkip(ReadOnlySpan<byte> name, float? value)
    {
        if (value is not null)
        {
            Single(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is a number or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is NaN or infinite.</exception>
    public void SingleOrNull(ReadOnlySpan<byte> name, float? value)
    {
        if (value is not null)
        {
            Single(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is NaN or infinite.</exception>
    public void SingleValue(float value)
    {
        if (!float.IsFinite(value))
        {
            ThrowNotFinite("an item"u8);
        }
        BeginValue(32);
        AppendSingle(value);
    }

    /// <summary>Writes a property that is a number.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void Decimal(ReadOnlySpan<byte> name, decimal value)
    {
        BeginProperty(name, 32);
        AppendDecimal(value);
    }

    /// <summary>Writes a property that is a number; <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void DecimalOrSkip(ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is not null)
        {
            Decimal(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is a number or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void DecimalOrNull(ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is not null)
        {
            Decimal(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    public void DecimalValue(decimal value)
    {
        BeginValue(32);
        AppendDecimal(value);
    }

    private void AppendInt32(int value) => AppendInt64(value);

    private void AppendInt64(long value)
    {
        _ = value.TryFormat(_span[_position..], out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    private void AppendUInt64(ulong value)
    {
        _ = value.TryFormat(_span[_position..], out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    private void AppendBigInteger(BigInteger value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        Reserve(text.Length);
        _position += Encoding.ASCII.GetBytes(text, _span[_position..]);
    }

    private void AppendDouble(double value)
    {
        _ = value.TryFormat(_span[_position..], out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    private void AppendSingle(float value)
    {
        _ = value.TryFormat(_span[_position..], out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    private void AppendDecimal(decimal value)
    {
        _ = value.TryFormat(_span[_position..], out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }
}
