using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integrations.Json;

/// <summary>Reads and writes what <c>[JsonExtensionData]</c> holds; what emitted code calls.</summary>
public static class ExtensionData
{
    /// <summary>Keeps the property just read.</summary>
    /// <param name="reader">Where it stands.</param>
    /// <param name="data">Where to keep it; made on first use.</param>
    /// <exception cref="JsonException">The text is malformed.</exception>
    public static void Keep(ref JsonReader reader, ref Dictionary<string, JsonElement>? data)
    {
        var name = reader.PropertyName();
        (data ??= [])[name] = reader.Element();
    }

    /// <summary>Keeps the property just read.</summary>
    /// <param name="reader">Where it stands.</param>
    /// <param name="data">Where to keep it; made on first use.</param>
    /// <exception cref="JsonException">The text is malformed.</exception>
    public static void Keep(ref JsonReader reader, ref IDictionary<string, JsonElement>? data)
    {
        var name = reader.PropertyName();
        (data ??= new Dictionary<string, JsonElement>())[name] = reader.Element();
    }

    /// <summary>Keeps the property just read.</summary>
    /// <param name="reader">Where it stands.</param>
    /// <param name="data">Where to keep it; made on first use.</param>
    /// <exception cref="JsonException">The text is malformed.</exception>
    public static void Keep(ref JsonReader reader, ref JsonObject? data)
    {
        var name = reader.PropertyName();
        (data ??= [])[name] = reader.TryNull() ? null : NodeCodec<JsonNode>.Read(ref reader);
    }

    /// <summary>Writes the properties that were kept.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="data">The properties; <c>null</c> writes none.</param>
    public static void Write(ref JsonWriter writer, IDictionary<string, JsonElement>? data)
    {
        foreach (var (name, value) in data ?? new Dictionary<string, JsonElement>())
        {
            writer.Name(name);
            writer.Element(value);
        }
    }

    /// <summary>Writes the properties that were kept.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="data">The properties; <c>null</c> writes none.</param>
    public static void Write(ref JsonWriter writer, JsonObject? data)
    {
        foreach (var (name, value) in data ?? [])
        {
            writer.Name(name);
            OrNullCodec<JsonNode, NodeCodec<JsonNode>>.Write(ref writer, value);
        }
    }
}
