using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

#pragma warning disable CA1000 // a codec is a type argument: its static members are called through the constraint

namespace Integrations.Json;

/// <summary>The codec of a list.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <typeparam name="TCodec">The items' codec.</typeparam>
public readonly struct ListCodec<T, TCodec> : IJsonCodec<List<T>>, IDescribedCodec
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static List<T> Read(ref JsonReader reader)
    {
        reader.StartArray();
        var list = new List<T>();
        while (reader.NextItem())
        {
            list.Add(TCodec.Read(ref reader));
        }
        return list;
    }

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, List<T> value)
    {
        JsonWriter.ThrowIfNull(value);
        writer.StartArray();
        foreach (ref readonly var item in CollectionsMarshal.AsSpan(value))
        {
            TCodec.Write(ref writer, item);
        }
        writer.EndArray();
    }

    JsonTypeInfo? IDescribedCodec.Describe(JsonSerializerOptions options) => JsonCodecInfo.OfList<T, TCodec>(options);
}

/// <summary>The codec of a list that is only read, such as an operation's parameter.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <typeparam name="TCodec">The items' codec.</typeparam>
public readonly struct ReadOnlyListCodec<T, TCodec> : IJsonCodec<IReadOnlyList<T>>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyList<T> Read(ref JsonReader reader) => ListCodec<T, TCodec>.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, IReadOnlyList<T> value)
    {
        JsonWriter.ThrowIfNull(value);
        writer.StartArray();
        for (var i = 0; i < value.Count; i++)
        {
            TCodec.Write(ref writer, value[i]);
        }
        writer.EndArray();
    }
}

/// <summary>The codec of a map: an object whose names are data. Names are compared by their exact characters; of a name that is repeated, the last value counts.</summary>
/// <typeparam name="T">The values.</typeparam>
/// <typeparam name="TCodec">The values' codec.</typeparam>
public readonly struct MapCodec<T, TCodec> : IJsonCodec<Dictionary<string, T>>, IDescribedCodec
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static Dictionary<string, T> Read(ref JsonReader reader)
    {
        reader.StartMap();
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (reader.NextEntry(out var key))
        {
            map[key] = TCodec.Read(ref reader);
        }
        return map;
    }

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, Dictionary<string, T> value)
    {
        JsonWriter.ThrowIfNull(value);
        writer.StartObject();
        writer.Entries<T, TCodec>(value);
        writer.EndObject();
    }

    JsonTypeInfo? IDescribedCodec.Describe(JsonSerializerOptions options) => JsonCodecInfo.OfMap<T, TCodec>(options);
}
