using System.Collections.Immutable;

#pragma warning disable CA1000 // a codec is a type argument: its static members are called through the constraint

namespace Integrations.Json;

/// <summary>The codec of an array.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <typeparam name="TCodec">The items' codec.</typeparam>
public readonly struct ArrayCodec<T, TCodec> : IJsonCodec<T[]>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T[] Read(ref JsonReader reader) => [.. ListCodec<T, TCodec>.Read(ref reader)];

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T[] value)
    {
        JsonWriter.ThrowIfNull(value);
        writer.StartArray();
        foreach (var item in value)
        {
            TCodec.Write(ref writer, item);
        }
        writer.EndArray();
    }
}

/// <summary>The codec of an interface that a <see cref="List{T}"/> has, such as <see cref="IReadOnlyCollection{T}"/>.</summary>
/// <typeparam name="TSequence">The interface.</typeparam>
/// <typeparam name="T">The items.</typeparam>
/// <typeparam name="TCodec">The items' codec.</typeparam>
public readonly struct SequenceCodec<TSequence, T, TCodec> : IJsonCodec<TSequence>
    where TSequence : IEnumerable<T>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static TSequence Read(ref JsonReader reader) => (TSequence)(object)ListCodec<T, TCodec>.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, TSequence value) => Sequences.Write<T, TCodec>(ref writer, value);
}

/// <summary>The codec of an interface that a <see cref="HashSet{T}"/> has.</summary>
/// <typeparam name="TSet">The interface.</typeparam>
/// <typeparam name="T">The items.</typeparam>
/// <typeparam name="TCodec">The items' codec.</typeparam>
public readonly struct SetCodec<TSet, T, TCodec> : IJsonCodec<TSet>
    where TSet : IEnumerable<T>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static TSet Read(ref JsonReader reader) => (TSet)(object)CollectionCodec<HashSet<T>, T, TCodec>.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, TSet value) => Sequences.Write<T, TCodec>(ref writer, value);
}

/// <summary>The codec of a collection that can be made empty and added to.</summary>
/// <typeparam name="TCollection">The collection.</typeparam>
/// <typeparam name="T">The items.</typeparam>
/// <typeparam name="TCodec">The items' codec.</typeparam>
public readonly struct CollectionCodec<TCollection, T, TCodec> : IJsonCodec<TCollection>
    where TCollection : ICollection<T>, new()
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static TCollection Read(ref JsonReader reader)
    {
        reader.StartArray();
        var collection = new TCollection();
        while (reader.NextItem())
        {
            collection.Add(TCodec.Read(ref reader));
        }
        return collection;
    }

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, TCollection value) => Sequences.Write<T, TCodec>(ref writer, value);
}

/// <summary>The codec of an immutable array; <c>default</c> cannot be written.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <typeparam name="TCodec">The items' codec.</typeparam>
public readonly struct ImmutableArrayCodec<T, TCodec> : IJsonCodec<ImmutableArray<T>>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static ImmutableArray<T> Read(ref JsonReader reader) => [.. ListCodec<T, TCodec>.Read(ref reader)];

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, ImmutableArray<T> value)
    {
        JsonWriter.ThrowIfNull(value.IsDefault ? null : "");
        writer.StartArray();
        foreach (var item in value)
        {
            TCodec.Write(ref writer, item);
        }
        writer.EndArray();
    }
}

/// <summary>The codec of an immutable list, or of its interface.</summary>
/// <typeparam name="TList">The list.</typeparam>
/// <typeparam name="T">The items.</typeparam>
/// <typeparam name="TCodec">The items' codec.</typeparam>
public readonly struct ImmutableListCodec<TList, T, TCodec> : IJsonCodec<TList>
    where TList : IEnumerable<T>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static TList Read(ref JsonReader reader) => (TList)(object)ImmutableList.CreateRange(ListCodec<T, TCodec>.Read(ref reader));

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, TList value) => Sequences.Write<T, TCodec>(ref writer, value);
}

/// <summary>The codec of an immutable set, or of its interface.</summary>
/// <typeparam name="TSet">The set.</typeparam>
/// <typeparam name="T">The items.</typeparam>
/// <typeparam name="TCodec">The items' codec.</typeparam>
public readonly struct ImmutableSetCodec<TSet, T, TCodec> : IJsonCodec<TSet>
    where TSet : IEnumerable<T>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static TSet Read(ref JsonReader reader) => (TSet)(object)ImmutableHashSet.CreateRange(ListCodec<T, TCodec>.Read(ref reader));

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, TSet value) => Sequences.Write<T, TCodec>(ref writer, value);
}

internal static class Sequences
{
    internal static void Write<T, TCodec>(ref JsonWriter writer, IEnumerable<T> value)
        where TCodec : struct, IJsonCodec<T>
    {
        JsonWriter.ThrowIfNull(value);
        writer.StartArray();
        foreach (var item in value)
        {
            TCodec.Write(ref writer, item);
        }
        writer.EndArray();
    }
}
