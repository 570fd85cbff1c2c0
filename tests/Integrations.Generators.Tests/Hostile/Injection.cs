using System.Text.Json.Nodes;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>
/// Puts a text into every string position of a document, names and references alike, so that what belongs together still does: two documents
/// made with two texts differ in these texts and in nothing else, and so must what is emitted from them.
/// </summary>
internal sealed class Injection(string payload)
{
    /// <summary>Values that the generator acts on: with another one the document means something else.</summary>
    private static readonly HashSet<string> s_meaningful = new(StringComparer.Ordinal)
    {
        "openapi", "swagger", "type", "format", "in", "style", "scheme", "collectionFormat", "contentEncoding", "$schema", "$self", "$id", "url",
        "operationRef", "tokenUrl", "authorizationUrl", "host", "basePath", "schemes", "consumes", "produces", "contentMediaType", "contentType", "pattern",
    };

    /// <summary>Objects whose names are the document's own. Not headers and scopes: what cannot be the name of one is left out.</summary>
    private static readonly HashSet<string> s_maps = new(StringComparer.Ordinal)
    {
        "webhooks", "schemas", "parameters", "properties", "examples", "requestBodies", "securitySchemes", "links", "callbacks",
        "pathItems", "variables", "encoding", "definitions", "$defs", "securityDefinitions", "mapping",
    };

    public JsonNode Apply(JsonNode document) => Node(document, "", parent: "", named: false)!;

    private JsonNode? Node(JsonNode? node, string key, string parent, bool named)
    {
        switch (node)
        {
            case JsonObject it:
                var isMap = !named && IsMap(key, parent, it);
                return new JsonObject(it.Select(p => KeyValuePair.Create(
                    isMap || key != "headers" && p.Key.StartsWith("x-", StringComparison.Ordinal) && !IsRead(p.Key) ? p.Key + payload : p.Key,
                    Node(p.Value, p.Key, key, isMap))));
            case JsonArray it:
                return new JsonArray([.. it.Select(n => Node(n, key, parent, named))]);
            case JsonValue it when it.TryGetValue<string>(out var text):
                return Text(text, key, parent, named);
            default:
                return node?.DeepClone();
        }
    }

    private JsonValue Text(string text, string key, string parent, bool named) => named switch
    {
        true when parent == "mapping" => JsonValue.Create(text.Contains('/', StringComparison.Ordinal) ? Pointer(text) : text + payload),
        _ when parent == "security" => JsonValue.Create(text),
        true when parent is "parameters" or "mapping" && text.StartsWith('$') => JsonValue.Create(text),
        true => JsonValue.Create(text + payload),
        _ when key is "$ref" or "$dynamicRef" or "defaultMapping" => JsonValue.Create(Pointer(text)),
        _ when s_meaningful.Contains(key) || (key == "name" && parent is "" or "parameters" && !named && IsHeader(text)) => JsonValue.Create(text),
        _ => JsonValue.Create(text + payload),
    };

    private static bool IsHeader(string name) => name.Contains('-', StringComparison.Ordinal);

    private static bool IsRead(string extension) => extension is "x-enum-varnames" or "x-enum-descriptions" or "x-webhooks";

    private static bool IsMap(string key, string parent, JsonObject node) => s_maps.Contains(key) && parent != "properties";

    /// <summary>The same reference after its names were changed.</summary>
    private string Pointer(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
            return reference;
        var steps = reference[2..].Split('/');
        for (var i = 1; i < steps.Length; i++)
        {
            if (s_maps.Contains(steps[i - 1]) && (i < 2 || steps[i - 2] != "properties"))
                steps[i] = Uri.EscapeDataString(Uri.UnescapeDataString(steps[i]).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal) + payload).Replace("~", "~0", StringComparison.Ordinal).Replace("%2F", "~1", StringComparison.Ordinal);
        }
        return "#/" + string.Join('/', steps);
    }
}
