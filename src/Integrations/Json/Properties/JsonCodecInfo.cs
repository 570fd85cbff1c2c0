using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Integrations.Json;

/// <summary>A codec that can describe what it reads.</summary>
internal interface IDescribedCodec
{
    /// <summary>The description; <c>null</c> where the options' resolver knows the type.</summary>
    JsonTypeInfo? Describe(JsonSerializerOptions options);
}

/// <summary>How the type of a property is described. Reading and writing may go another way: what is told of an enum is its string.</summary>
internal static class JsonCodecInfo
{
    internal static JsonTypeInfo? Of<T, TCodec>(JsonSerializerOptions options)
        where TCodec : struct, IJsonCodec<T> => default(TCodec) is IDescribedCodec codec
            ? codec.Describe(options)
            : JsonScalarInfo.Create(typeof(T), options) ?? JsonMetadataServices.CreateValueInfo<T>(options, new JsonCodecConverter<T, TCodec>());

    internal static JsonTypeInfo? OfNullable<T, TCodec>(JsonSerializerOptions options)
        where T : struct
        where TCodec : struct, IJsonCodec<T> => Of<T, TCodec>(options) switch
        {
            JsonTypeInfo<T> info => JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter(info)),
            var other => other,
        };

    internal static JsonTypeInfo OfList<T, TCodec>(JsonSerializerOptions options)
        where TCodec : struct, IJsonCodec<T> =>
        JsonMetadataServices.CreateListInfo<List<T>, T>(options, new() { ObjectCreator = static () => [], ElementInfo = Of<T, TCodec>(options)! });

    internal static JsonTypeInfo OfMap<T, TCodec>(JsonSerializerOptions options)
        where TCodec : struct, IJsonCodec<T> =>
        JsonMetadataServices.CreateDictionaryInfo<Dictionary<string, T>, string, T>(options, new()
        {
            ObjectCreator = static () => [],
            KeyInfo = JsonScalarInfo.Create(typeof(string), options)!,
            ElementInfo = Of<T, TCodec>(options)!,
        });
}
