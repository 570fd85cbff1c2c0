using System.Text.Json;

namespace Integrations.Json;

public ref partial struct JsonWriter
{
    /// <summary>Writes a property that is a value of a string enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is <c>default</c>, which stands for no string.</exception>
    public void StringEnum<T>(ReadOnlySpan<byte> name, T value)
        where T : struct, IStringEnum<T> => String(name, value.Value);

    /// <summary>Writes a property that is a value of a string enum; <c>null</c> writes nothing.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is <c>default</c>, which stands for no string.</exception>
    public void StringEnumOrSkip<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IStringEnum<T>
    {
        if (value is not null)
        {
            String(name, value.GetValueOrDefault().Value);
        }
    }

    /// <summary>Writes a property that is a value of a string enum or <c>null</c>.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is <c>default</c>, which stands for no string.</exception>
    public void StringEnumOrNull<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IStringEnum<T>
    {
        if (value is not null)
        {
            String(name, value.GetValueOrDefault().Value);
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a value of a string enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is <c>default</c>, which stands for no string.</exception>
    public void StringEnumValue<T>(T value)
        where T : struct, IStringEnum<T> => StringValue(value.Value);

    /// <summary>Writes a property that is a value of an integer enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void IntegerEnum<T>(ReadOnlySpan<byte> name, T value)
        where T : struct, IIntegerEnum<T> => Int64(name, value.Value);

    /// <summary>Writes a property that is a value of an integer enum; <c>null</c> writes nothing.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void IntegerEnumOrSkip<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IIntegerEnum<T>
    {
        if (value is not null)
        {
            Int64(name, value.GetValueOrDefault().Value);
        }
    }

    /// <summary>Writes a property that is a value of an integer enum or <c>null</c>.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void IntegerEnumOrNull<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IIntegerEnum<T>
    {
        if (value is not null)
        {
            Int64(name, value.GetValueOrDefault().Value);
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a value of an integer enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="value">The value.</param>
    public void IntegerEnumValue<T>(T value)
        where T : struct, IIntegerEnum<T> => Int64Value(value.Value);

    /// <summary>Writes a property that is a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is <c>null</c>, or cannot be written.</exception>
    public void Model<T>(ReadOnlySpan<byte> name, T value)
        where T : IJsonModel<T>
    {
        if (value is null)
        {
            ThrowNull(name);
        }
        Name(name);
        T.Write(ref this, value);
    }

    /// <summary>Writes a property that is a model; <c>null</c> writes nothing.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value cannot be written.</exception>
    public void ModelOrSkip<T>(ReadOnlySpan<byte> name, T? value)
        where T : class, IJsonModel<T>
    {
        if (value is not null)
        {
            Name(name);
            T.Write(ref this, value);
        }
    }

    /// <summary>Writes a property that is a model or <c>null</c>.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value cannot be written.</exception>
    public void ModelOrNull<T>(ReadOnlySpan<byte> name, T? value)
        where T : class, IJsonModel<T>
    {
        if (value is not null)
        {
            Name(name);
            T.Write(ref this, value);
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is <c>null</c>, or cannot be written.</exception>
    public void Model<T>(T value)
        where T : IJsonModel<T>
    {
        if (value is null)
        {
            ThrowNull("an item"u8);
        }
        T.Write(ref this, value);
    }

    /// <summary>Writes a property by its codec.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value cannot be written.</exception>
    public void Value<T, TCodec>(ReadOnlySpan<byte> name, T value)
        where TCodec : struct, IJsonCodec<T>
    {
        Name(name);
        TCodec.Write(ref this, value);
    }

    /// <summary>Writes a property by its codec; <c>null</c> writes nothing.</summary>
    /// <typeparam name="T">The type, a class.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value cannot be written.</exception>
    public void ValueOrSkip<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
        {
            Name(name);
            TCodec.Write(ref this, value);
        }
    }

    /// <summary>Writes a property by its codec, or <c>null</c>.</summary>
    /// <typeparam name="T">The type, a class.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value cannot be written.</exception>
    public void ValueOrNull<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
        {
            Name(name);
            TCodec.Write(ref this, value);
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a property by its codec; <c>null</c> writes nothing.</summary>
    /// <typeparam name="T">The type, a struct.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value cannot be written.</exception>
    public void StructOrSkip<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
        {
            Name(name);
            TCodec.Write(ref this, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property by its codec, or <c>null</c>.</summary>
    /// <typeparam name="T">The type, a struct.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value cannot be written.</exception>
    public void StructOrNull<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
        {
            Name(name);
            TCodec.Write(ref this, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a property if it is set; a <c>null</c> that was set is written as the codec writes it.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value cannot be written.</exception>
    public void Optional<T, TCodec>(ReadOnlySpan<byte> name, Optional<T> value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value.HasValue)
        {
            Name(name);
            TCodec.Write(ref this, value.ValueOrDefault!);
        }
    }

    /// <summary>Writes a value by its codec.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value cannot be written.</exception>
    public void Item<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T> => TCodec.Write(ref this, value);
}
