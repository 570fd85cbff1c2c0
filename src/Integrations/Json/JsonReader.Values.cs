using System.Text.Json;

namespace Integrations.Json;

public ref partial struct JsonReader
{
    /// <summary>Reads a value of a string enum; a known one allocates nothing.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The value is no string.</exception>
    public T StringEnum<T>()
        where T : struct, IStringEnum<T>
    {
        var raw = RawString("a string", out var escaped);
        return T.From((escaped ? null : T.Known.Find(raw)) ?? TextOf(raw, escaped));
    }

    /// <summary>Reads a value of a string enum or <c>null</c>.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <returns>The value, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither.</exception>
    public T? StringEnumOrNull<T>()
        where T : struct, IStringEnum<T> => TryNull() ? null : StringEnum<T>();

    /// <summary>Reads a value of an integer enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The value is no integer, or out of range.</exception>
    public T IntegerEnum<T>()
        where T : struct, IIntegerEnum<T> => T.From(Int64());

    /// <summary>Reads a value of an integer enum or <c>null</c>.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <returns>The value, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither, or out of range.</exception>
    public T? IntegerEnumOrNull<T>()
        where T : struct, IIntegerEnum<T> => TryNull() ? null : IntegerEnum<T>();

    /// <summary>Reads a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <returns>The model.</returns>
    /// <exception cref="JsonException">The value is no such model.</exception>
    public T Model<T>()
        where T : IJsonModel<T> => T.Read(ref this);

    /// <summary>Reads a model or <c>null</c>.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <returns>The model, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither.</exception>
    public T? ModelOrNull<T>()
        where T : class, IJsonModel<T> => TryNull() ? null : T.Read(ref this);

    /// <summary>Reads a value by its codec.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The value is none.</exception>
    public T Value<T, TCodec>()
        where TCodec : struct, IJsonCodec<T> => TCodec.Read(ref this);

    /// <summary>Reads a value by its codec, or <c>null</c>.</summary>
    /// <typeparam name="T">The type, a class.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <returns>The value, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither.</exception>
    public T? ValueOrNull<T, TCodec>()
        where T : class
        where TCodec : struct, IJsonCodec<T> => TryNull() ? null : TCodec.Read(ref this);

    /// <summary>Reads a value by its codec, or <c>null</c>.</summary>
    /// <typeparam name="T">The type, a struct.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <returns>The value, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The value is neither.</exception>
    public T? StructOrNull<T, TCodec>()
        where T : struct
        where TCodec : struct, IJsonCodec<T> => TryNull() ? null : TCodec.Read(ref this);
}
