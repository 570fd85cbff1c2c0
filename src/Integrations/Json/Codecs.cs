using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

#pragma warning disable CA1000 // a codec is a type argument: its static members are called through the constraint

namespace Integrations.Json;

/// <summary>The codec of an emitted model.</summary>
/// <typeparam name="T">The model.</typeparam>
public readonly struct ModelCodec<T> : IJsonCodec<T>, IDescribedCodec
    where T : IJsonModel<T>
{
    /// <inheritdoc/>
    public static T Read(ref JsonReader reader) => T.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T value) => writer.Model(value);

    JsonTypeInfo? IDescribedCodec.Describe(JsonSerializerOptions options) => null;
}

/// <summary>The codec of a string enum.</summary>
/// <typeparam name="T">The enum.</typeparam>
public readonly struct StringEnumCodec<T> : IJsonCodec<T>, IDescribedCodec
    where T : struct, IStringEnum<T>
{
    /// <inheritdoc/>
    public static T Read(ref JsonReader reader) => reader.StringEnum<T>();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T value) => writer.StringEnumValue(value);

    JsonTypeInfo? IDescribedCodec.Describe(JsonSerializerOptions options) => JsonScalarInfo.Create(typeof(string), options);
}

/// <summary>The codec of an integer enum.</summary>
/// <typeparam name="T">The enum.</typeparam>
public readonly struct IntegerEnumCodec<T> : IJsonCodec<T>, IDescribedCodec
    where T : struct, IIntegerEnum<T>
{
    /// <inheritdoc/>
    public static T Read(ref JsonReader reader) => reader.IntegerEnum<T>();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T value) => writer.IntegerEnumValue(value);

    JsonTypeInfo? IDescribedCodec.Describe(JsonSerializerOptions options) => JsonScalarInfo.Create(typeof(long), options);
}

/// <summary>The codec of a struct that may be <c>null</c>.</summary>
/// <typeparam name="T">The struct.</typeparam>
/// <typeparam name="TCodec">The struct's codec.</typeparam>
public readonly struct NullableCodec<T, TCodec> : IJsonCodec<T?>, IDescribedCodec
    where T : struct
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T? Read(ref JsonReader reader) => reader.TryNull() ? null : TCodec.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T? value)
    {
        if (value is not null)
        {
            TCodec.Write(ref writer, value.GetValueOrDefault());
        }
        else
        {
            writer.Null();
        }
    }

    JsonTypeInfo? IDescribedCodec.Describe(JsonSerializerOptions options) => JsonCodecInfo.OfNullable<T, TCodec>(options);
}

/// <summary>The codec of an object that may be <c>null</c>.</summary>
/// <typeparam name="T">The class.</typeparam>
/// <typeparam name="TCodec">The class's codec.</typeparam>
public readonly struct OrNullCodec<T, TCodec> : IJsonCodec<T?>, IDescribedCodec
    where T : class
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T? Read(ref JsonReader reader) => reader.TryNull() ? null : TCodec.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T? value)
    {
        if (value is not null)
        {
            TCodec.Write(ref writer, value);
        }
        else
        {
            writer.Null();
        }
    }

    JsonTypeInfo? IDescribedCodec.Describe(JsonSerializerOptions options) => JsonCodecInfo.Of<T, TCodec>(options);
}
