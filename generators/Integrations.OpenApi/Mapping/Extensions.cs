using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Integrations.OpenApi.Mapping;

/// <summary>Reads the private extensions back.</summary>
internal static class Extensions
{
    public static JsonNode? Node(this IDictionary<string, IOpenApiExtension>? extensions, string key) =>
        extensions is not null && extensions.TryGetValue(key, out var value) && value is JsonNodeExtension extension ? extension.Node : null;

    public static string? Text(this IDictionary<string, IOpenApiExtension>? extensions, string key) =>
        extensions.Node(key) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static bool Has(this IDictionary<string, IOpenApiExtension>? extensions, string key) => extensions is not null && extensions.ContainsKey(key);

    public static int? Number(this IDictionary<string, IOpenApiExtension>? extensions, string key) =>
        extensions.Node(key) is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public static IReadOnlyList<string> Texts(this IDictionary<string, IOpenApiExtension>? extensions, string key) =>
        extensions.Node(key) is JsonArray array ? [.. array.Select(n => n!.GetValue<string>())] : [];

    /// <summary>An array of [name, text].</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(this IDictionary<string, IOpenApiExtension>? extensions, string key) =>
        extensions.Node(key) is JsonArray array
            ? [.. array.Select(n => new KeyValuePair<string, string>(n![0]!.GetValue<string>(), n[1]!.GetValue<string>()))]
            : [];
}
