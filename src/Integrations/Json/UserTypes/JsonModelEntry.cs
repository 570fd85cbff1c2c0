using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Integrations.Json;

/// <summary>How a type, and containers of it, are described to System.Text.Json. The type is an argument at compile time, so nothing is made at run time.</summary>
public abstract class JsonModelEntry
{
    private protected JsonModelEntry()
    {
    }

    /// <summary>Describes a class or interface that has a codec.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The entry.</returns>
    public static JsonModelEntry OfClass<T, TCodec>()
        where T : class
        where TCodec : struct, IJsonCodec<T> => new JsonModelEntry<T>(new JsonCodecConverter<T, TCodec>());

    /// <summary>Describes a struct or enum that has a codec.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The entry.</returns>
    public static JsonModelEntry OfStruct<T, TCodec>()
        where T : struct
        where TCodec : struct, IJsonCodec<T> => new JsonStructEntry<T>(new JsonCodecConverter<T, TCodec>());

    internal abstract JsonTypeInfo Create(JsonSerializerOptions options);

    internal abstract JsonTypeInfo? CreateContainer(Type container, JsonSerializerOptions options);
}

internal class JsonModelEntry<T>(JsonConverter<T> converter) : JsonModelEntry
{
    internal override JsonTypeInfo Create(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<T>(options, converter);

    internal override JsonTypeInfo? CreateContainer(Type container, JsonSerializerOptions options)
    {
        if (container == typeof(List<T>))
        {
            return JsonMetadataServices.CreateListInfo<List<T>, T>(options, new() { ObjectCreator = static () => [] });
        }
        if (container == typeof(T[]))
        {
            return JsonMetadataServices.CreateArrayInfo<T>(options, new());
        }
        if (container == typeof(IEnumerable<T>))
        {
            return JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(options, new());
        }
        if (container == typeof(IReadOnlyList<T>))
        {
            return JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new());
        }
        if (container == typeof(IReadOnlyCollection<T>))
        {
            return JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyCollection<T>, T>(options, new());
        }
        if (container == typeof(IList<T>))
        {
            return JsonMetadataServices.CreateIListInfo<IList<T>, T>(options, new());
        }
        if (container == typeof(ICollection<T>))
        {
            return JsonMetadataServices.CreateICollectionInfo<ICollection<T>, T>(options, new());
        }
        if (container == typeof(IAsyncEnumerable<T>))
        {
            return JsonMetadataServices.CreateIAsyncEnumerableInfo<IAsyncEnumerable<T>, T>(options, new());
        }
        if (container == typeof(Dictionary<string, T>))
        {
            return JsonMetadataServices.CreateDictionaryInfo<Dictionary<string, T>, string, T>(options, new() { ObjectCreator = static () => [], KeyInfo = null });
        }
        if (container == typeof(IReadOnlyDictionary<string, T>))
        {
            return JsonMetadataServices.CreateIReadOnlyDictionaryInfo<IReadOnlyDictionary<string, T>, string, T>(options, new());
        }
        if (container == typeof(IDictionary<string, T>))
        {
            return JsonMetadataServices.CreateIDictionaryInfo<IDictionary<string, T>, string, T>(options, new());
        }
        return container == typeof(Optional<T>) ? JsonMetadataServices.CreateValueInfo<Optional<T>>(options, new OptionalConverter<T>(converter)) : null;
    }
}

internal sealed class JsonStructEntry<T>(JsonConverter<T> converter) : JsonModelEntry<T>(converter)
    where T : struct
{
    internal override JsonTypeInfo? CreateContainer(Type container, JsonSerializerOptions options)
    {
        if (container == typeof(T?))
        {
            return JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));
        }
        return container == typeof(Optional<T?>)
            ? JsonMetadataServices.CreateValueInfo<Optional<T?>>(options, new OptionalConverter<T?>(JsonMetadataServices.GetNullableConverter<T>(options)))
            : base.CreateContainer(container, options);
    }
}
