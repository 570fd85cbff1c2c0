using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>
/// An OpenAPI document as its bytes say, in System.Text.Json nodes. It shares no code with the generator, so that what is emitted can be checked against it.
/// </summary>
internal sealed class RawDocument
{
    private static readonly JsonDocumentOptions s_options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 1024 };

    private IReadOnlyList<RawOperation>? _operations;

    private RawDocument(JsonObject root)
    {
        Root = root;
        foreach (var (name, schema) in Schemas ?? [])
            Recurse(schema, (IsSwagger ? "#/definitions/" : "#/components/schemas/") + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
    }

    /// <summary>The whole document.</summary>
    public JsonObject Root { get; }

    /// <summary>Whether it is OpenAPI 2.0.</summary>
    public bool IsSwagger => Root.ContainsKey("swagger");

    /// <summary>Its operations, in its order.</summary>
    public IReadOnlyList<RawOperation> Operations => _operations ??= new OperationReader(this).Read();

    /// <summary>Its component schemas by name.</summary>
    public JsonObject? Schemas => IsSwagger ? Root["definitions"] as JsonObject : (Root["components"] as JsonObject)?["schemas"] as JsonObject;

    /// <summary>Reads a file: JSON, or YAML by its ending.</summary>
    public static RawDocument Load(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? OfJson(File.ReadAllBytes(path)) : OfYaml(File.ReadAllText(path));

    /// <summary>Reads either; what begins with a brace is JSON.</summary>
    public static RawDocument Of(ReadOnlyMemory<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8.Span).TrimStart('\uFEFF');
        return text.AsSpan().TrimStart().StartsWith('{') ? OfJson(utf8) : OfYaml(text);
    }

    /// <summary>Reads YAML.</summary>
    public static RawDocument OfYaml(string text)
    {
        // Blanks on a line of nothing else are not content, but some parsers take them for the indentation of a block.
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(static l => string.IsNullOrWhiteSpace(l) ? "" : l);
        return new(YamlNodes.Read(string.Join('\n', lines)) as JsonObject ?? throw new InvalidDataException("The document is no mapping."));
    }

    /// <summary>Reads JSON. Of a name that is repeated, the last value counts.</summary>
    public static RawDocument OfJson(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        using var document = JsonDocument.Parse(utf8, s_options);
        return new(Copy(document.RootElement) as JsonObject ?? throw new InvalidDataException("The document is no object."));
    }

    /// <summary>Follows references; null where one leads nowhere, or out of the document.</summary>
    public JsonNode? Follow(JsonNode? node)
    {
        for (var hops = 0; hops < 64; hops++)
        {
            if (node is not JsonObject entry || Text(entry["$ref"]) is not { } reference)
                return node;
            node = Find(reference);
        }
        return null;
    }

    /// <summary>The node that a local reference names.</summary>
    public JsonNode? Find(string reference)
    {
        if (reference.Length == 0 || reference[0] != '#')
            return null;
        JsonNode? node = Root;
        foreach (var part in Uri.UnescapeDataString(reference[1..]).Split('/').Skip(1))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonObject entry => entry[name],
                JsonArray array when int.TryParse(name, out var index) && index >= 0 && index < array.Count => array[index],
                _ => null,
            };
        }
        return node;
    }

    /// <summary>The string in a node, or null.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>2019-09's <c>$recursiveRef</c>, which a few documents still have, means the component that it stands in.</summary>
    private static void Recurse(JsonNode? node, string component)
    {
        switch (node)
        {
            case JsonObject entry:
                if (Text(entry["$recursiveRef"]) == "#")
                    entry["$ref"] = component;
                foreach (var (_, value) in entry)
                    Recurse(value, component);
                break;
            case JsonArray items:
                foreach (var item in items)
                    Recurse(item, component);
                break;
        }
    }

    private static JsonNode? Copy(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var entry = new JsonObject();
                foreach (var property in element.EnumerateObject())
                    entry[property.Name] = Copy(property.Value);
                return entry;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Copy)]);
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }
}
