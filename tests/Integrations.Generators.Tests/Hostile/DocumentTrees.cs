using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integrations.Generators.Tests.Harness;
using YamlDotNet.RepresentationModel;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>The feature documents as trees that can be changed.</summary>
internal static class DocumentTrees
{
    private static readonly JsonDocumentOptions s_reading = new() { MaxDepth = 1000 };

    private static readonly JsonSerializerOptions s_writing = new() { MaxDepth = 1000, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every feature document by its name, YAML ones too.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Features { get; } = Load();

    public static JsonNode Parse(string json) => JsonNode.Parse(json, documentOptions: s_reading)!;

    public static string Text(JsonNode? node) => node?.ToJsonString(s_writing) ?? "null";

    /// <summary>Every node below one, as the keys and positions that lead to it.</summary>
    public static IEnumerable<object[]> Paths(JsonNode node)
    {
        IEnumerable<(object Step, JsonNode? Node)> children = node switch
        {
            JsonObject it => it.Select(static p => ((object)p.Key, p.Value)),
            JsonArray it => it.Select(static (n, i) => ((object)i, n)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            yield return [step];
            if (child is null)
                continue;
            foreach (var path in Paths(child))
                yield return [step, .. path];
        }
    }

    public static JsonNode? At(JsonNode root, ReadOnlySpan<object> path)
    {
        JsonNode? node = root;
        foreach (var step in path)
            node = step is string key ? node![key] : node![(int)step];
        return node;
    }

    private static SortedDictionary<string, JsonNode> Load()
    {
        var documents = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var name in Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "specs", "features")).Select(static f => Path.GetFileName(f)))
        {
            var text = RepositoryFiles.Document("features", name);
            documents.Add(name, name.EndsWith(".json", StringComparison.Ordinal) ? Parse(text) : Yaml(text));
        }
        return documents;
    }

    private static JsonNode Yaml(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return Node(stream.Documents[0].RootNode)!;
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(static p => KeyValuePair.Create(((YamlScalarNode)p.Key).Value!, Node(p.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar => Plain(scalar.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
