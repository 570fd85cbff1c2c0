using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Integrations.Json;

/// <summary>Describes a model as an object with its properties.</summary>
internal sealed class JsonObjectEntry<T>(JsonConverter<T> converter) : JsonModelEntry<T>(converter)
    where T : class, IJsonObjectModel<T>
{
    internal override JsonTypeInfo Create(JsonSerializerOptions options)
    {
        // Names that differ by case alone are one name to such options: System.Text.Json refuses the type, so it stays a value.
        if (options.PropertyNameCaseInsensitive && T.Shape.HasNamesAlikeButForCase)
        {
            return base.Create(options);
        }
        var info = JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
        {
            ObjectCreator = static () => T.Create(),
            PropertyMetadataInitializer = _ => Describe(options),
        });
        info.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip; // none is unmapped: they are kept
        return info;
    }

    private static JsonPropertyInfo[] Describe(JsonSerializerOptions options)
    {
        var properties = new JsonModelProperties<T>(options);
        T.Describe(properties);
        return properties.ToArray();
    }
}
