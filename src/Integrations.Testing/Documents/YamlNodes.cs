using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Integrations.Testing.Documents;

/// <summary>YAML as JSON nodes, by the core schema of YAML 1.2, with merge keys.</summary>
internal static partial class YamlNodes
{
    public static JsonNode? Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Node(parser, []);
    }

    private static JsonNode? Node(Parser parser, Dictionary<AnchorName, JsonNode?> anchors)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
            return anchors[alias.Value]?.DeepClone();
        if (parser.TryConsume<Scalar>(out var scalar))
            return Anchored(scalar.Anchor, Value(scalar), anchors);
        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var array = new JsonArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
                array.Add(Node(parser, anchors));
            return Anchored(sequence.Anchor, array, anchors);
        }
        var mapping = parser.Consume<MappingStart>();
        var entry = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
            Entry(parser, entry, anchors);
        return Anchored(mapping.Anchor, entry, anchors);
    }

    private static void Entry(Parser parser, JsonObject entry, Dictionary<AnchorName, JsonNode?> anchors)
    {
        var key = parser.Consume<Scalar>();
        var value = Node(parser, anchors);
        if (key is not { Value: "<<", Style: ScalarStyle.Plain })
        {
            entry[key.Value] = value;
            return;
        }
        foreach (var source in value is JsonArray several ? several.OfType<JsonObject>() : [.. new[] { value }.OfType<JsonObject>()])
        {
            foreach (var (name, inherited) in source)
            {
                if (!entry.ContainsKey(name))
                    entry[name] = inherited?.DeepClone();
            }
        }
    }

    private static JsonNode? Anchored(AnchorName anchor, JsonNode? node, Dictionary<AnchorName, JsonNode?> anchors)
    {
        if (!anchor.IsEmpty)
            anchors[anchor] = node;
        return node;
    }

    private static JsonNode? Value(Scalar scalar)
    {
        var text = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag == "tag:yaml.org,2002:str")
            return text;
        if (text is "" or "~" or "null" or "Null" or "NULL")
            return null;
        if (text is "true" or "True" or "TRUE")
            return true;
        if (text is "false" or "False" or "FALSE")
            return false;
        if (Integer().IsMatch(text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        return Float().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real : text;
    }

    [GeneratedRegex(@"^[-+]?[0-9]+\z")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Float();
}
