using System.Collections.Immutable;
using System.Globalization;

#pragma warning disable CA1000 // a codec is a type argument: its static members are called through the constraint

namespace Integrations.Json;

/// <summary>How a type travels as the name of an entry.</summary>
/// <typeparam name="T">The type.</typeparam>
public interface IJsonKey<T>
{
    /// <summary>Reads a name.</summary>
    /// <param name="name">The name, unescaped.</param>
    /// <param name="key">What it stands for.</param>
    /// <returns>Whether it stands for one.</returns>
    static abstract bool TryRead(string name, out T key);

    /// <summary>Makes a name.</summary>
    /// <param name="key">What it stands for.</param>
    /// <returns>The name, unescaped.</returns>
    static abstract string Name(T key);
}

/// <summary>Names that are data themselves.</summary>
public readonly struct StringKey : IJsonKey<string>
{
    /// <inheritdoc/>
    public static bool TryRead(string name, out string key)
    {
        key = name;
        return true;
    }

    /// <inheritdoc/>
    public static string Name(string key) => key;
}

/// <summary>Names that are numbers or GUIDs.</summary>
/// <typeparam name="T">The number or GUID.</typeparam>
public readonly struct ParsedKey<T> : IJsonKey<T>
    where T : struct, ISpanParsable<T>, IFormattable
{
    /// <inheritdoc/>
    public static bool TryRead(string name, out T key) => T.TryParse(name, CultureInfo.InvariantCulture, out key);

    /// <inheritdoc/>
    public static string Name(T key) => key.ToString(null, CultureInfo.InvariantCulture);
}

/// <summary>Names that are values of an emitted string enum.</summary>
/// <typeparam name="T">The enum.</typeparam>
public readonly struct StringEnumKey<T> : IJsonKey<T>
    where T : struct, IStringEnum<T>
{
    /// <inheritdoc/>
    public static bool TryRead(string name, out T key)
    {
        key = T.From(name);
        return true;
    }

    /// <inheritdoc/>
    public static string Name(T key)
    {
        JsonWriter.ThrowIfNull(key.Value);
        return key.Value;
    }
}

/// <summary>The codec of a dictionary that can be made empty and added to. Of a name that is repeated, the last value counts.</summary>
/// <typeparam name="TMap">The dictionary.</typeparam>
/// <typeparam name="TKey">The keys.</typeparam>
/// <typeparam name="TName">How a key is a name.</typeparam>
/// <typeparam name="T">The values.</typeparam>
/// <typeparam name="TCodec">The values' codec.</typeparam>
public readonly struct DictionaryCodec<TMap, TKey, TName, T, TCodec> : IJsonCodec<TMap>
    where TMap : IDictionary<TKey, T>, new()
    where TKey : notnull
    where TName : struct, IJsonKey<TKey>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static TMap Read(ref JsonReader reader)
    {
        var map = new TMap();
        DictionaryEntries.Read<TKey, TName, T, TCodec>(ref reader, map);
        return map;
    }

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, TMap value) => DictionaryEntries.Write<TKey, TName, T, TCodec>(ref writer, value);
}

/// <summary>The codec of an interface that a <see cref="Dictionary{TKey, TValue}"/> has.</summary>
/// <typeparam name="TMap">The interface.</typeparam>
/// <typeparam name="TKey">The keys.</typeparam>
/// <typeparam name="TName">How a key is a name.</typeparam>
/// <typeparam name="T">The values.</typeparam>
/// <typeparam name="TCodec">The values' codec.</typeparam>
public readonly struct DictionaryInterfaceCodec<TMap, TKey, TName, T, TCodec> : IJsonCodec<TMap>
    where TMap : IEnumerable<KeyValuePair<TKey, T>>
    where TKey : notnull
    where TName : struct, IJsonKey<TKey>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static TMap Read(ref JsonReader reader) => (TMap)(object)DictionaryCodec<Dictionary<TKey, T>, TKey, TName, T, TCodec>.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, TMap value) => DictionaryEntries.Write<TKey, TName, T, TCodec>(ref writer, value);
}

/// <summary>The codec of an immutable dictionary, or of its interface.</summary>
/// <typeparam name="TMap">The dictionary.</typeparam>
/// <typeparam name="TKey">The keys.</typeparam>
/// <typeparam name="TName">How a key is a name.</typeparam>
/// <typeparam name="T">The values.</typeparam>
/// <typeparam name="TCodec">The values' codec.</typeparam>
public readonly struct ImmutableDictionaryCodec<TMap, TKey, TName, T, TCodec> : IJsonCodec<TMap>
    where TMap : IEnumerable<KeyValuePair<TKey, T>>
    where TKey : notnull
    where TName : struct, IJsonKey<TKey>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static TMap Read(ref JsonReader reader) =>
        (TMap)(object)ImmutableDictionary.CreateRange(DictionaryCodec<Dictionary<TKey, T>, TKey, TName, T, TCodec>.Read(ref reader));

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, TMap value) => DictionaryEntries.Write<TKey, TName, T, TCodec>(ref writer, value);
}

internal static class DictionaryEntries
{
    internal static void Read<TKey, TName, T, TCodec>(ref JsonReader reader, IDictionary<TKey, T> map)
        where TName : struct, IJsonKey<TKey>
        where TCodec : struct, IJsonCodec<T>
    {
        reader.StartMap();
        while (reader.NextEntry(out var name))
        {
            if (!TName.TryRead(name, out var key))
            {
                reader.Refuse($"the name of an entry is no {typeof(TKey).Name}");
            }
            map[key] = TCodec.Read(ref reader);
        }
    }

    internal static void Write<TKey, TName, T, TCodec>(ref JsonWriter writer, IEnumerable<KeyValuePair<TKey, T>> map)
        where TName : struct, IJsonKey<TKey>
        where TCodec : struct, IJsonCodec<T>
    {
        JsonWriter.ThrowIfNull(map);
        writer.StartObject();
        foreach (var (key, value) in map)
        {
            writer.Name(TName.Name(key));
            TCodec.Write(ref writer, value);
        }
        writer.EndObject();
    }
}
