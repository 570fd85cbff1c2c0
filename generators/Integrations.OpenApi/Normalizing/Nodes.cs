using System.Text.Json;
using System.Text.Json.Nodes;
using Integrations.OpenApi.Slicing;

namespace Integrations.OpenApi.Normalizing;

/// <summary>Copies what has the right shape, coerces what is meant clearly, and reports the rest.</summary>
internal static class Nodes
{
    public static JsonNode Of(string text) => JsonValue.Create(text)!;

    public static JsonArray Of(IEnumerable<string> texts)
    {
        var array = new JsonArray();
        foreach (var text in texts) array.Add(Of(text));
        return array;
    }

    /// <summary>
    /// What a reference leads to, for values that are no schemas or other things which may be references by themselves:
    /// <c>properties: {$ref: common.yml#/properties}</c>. Not what OpenAPI allows, but what every bundler does.
    /// </summary>
    public static RawNode Target(this SliceContext context, RawNode node) =>
        node.MemberText("$ref") is not null && context.References.Follow(node) is { } target ? target.Node : node;

    /// <summary>The text of a string; a number or boolean is taken as its text, with a problem.</summary>
    public static string? Text(this SliceContext context, RawNode node)
    {
        if (node.IsString) return node.Text;
        if (node.Type == JsonTokenType.Null) return null;
        // A text may stand elsewhere: `description: {$ref: texts.yml#/pets}`.
        if (node.MemberText("$ref") is { } reference && context.References.TryResolve(reference, node) is { Node: { IsString: true } target }) return target.Text;
        if (node.IsObject || node.IsArray)
        {
            context.Shape(node, "A string is expected here; the value is left out.");
            return null;
        }

        context.Shape(node, "A string is expected here; the value is read as text.");
        return node.Text;
    }

    /// <summary>The text of a member, or null.</summary>
    public static string? Text(this SliceContext context, RawNode node, string name) =>
        node.Member(name) is { } member ? context.Text(member) : null;

    /// <summary>A boolean; null where it is none.</summary>
    public static bool? Flag(this SliceContext context, RawNode node)
    {
        switch (node.Type)
        {
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.Null: return null;
            case JsonTokenType.String when bool.TryParse(node.Text, out var value):
                context.Shape(node, "A boolean is expected here; the string is read as one.");
                return value;
            default:
                context.Shape(node, "A boolean is expected here; the value is left out.");
                return null;
        }
    }

    public static bool Flag(this SliceContext context, RawNode node, string name) =>
        node.Member(name) is { } member && context.Flag(member) is true;

    public static void CopyText(this SliceContext context, RawNode from, JsonObject to, string name)
    {
        if (context.Text(from, name) is { } text) to[name] = Of(text);
    }

    public static void CopyFlag(this SliceContext context, RawNode from, JsonObject to, string name)
    {
        if (from.Member(name) is { } member && context.Flag(member) is { } flag) to[name] = flag;
    }

    /// <summary>The strings of an array; a single string counts as an array of one.</summary>
    public static List<string> Texts(this SliceContext context, RawNode node)
    {
        var texts = new List<string>();
        if (node.IsString)
        {
            context.Shape(node, "An array is expected here; the string is read as its only item.");
            texts.Add(node.Text);
            return texts;
        }

        if (!context.IsArray(node)) return texts;
        foreach (var item in node.Items())
            if (context.Text(item) is { } text) texts.Add(text);
        return texts;
    }

    public static bool IsArray(this SliceContext context, RawNode node)
    {
        if (node.IsArray) return true;
        if (node.Type != JsonTokenType.Null) context.Shape(node, "An array is expected here; the value is left out.");
        return false;
    }

    public static bool IsObject(this SliceContext context, RawNode node)
    {
        if (node.IsObject) return true;
        if (node.Type != JsonTokenType.Null) context.Shape(node, "An object is expected here; the value is left out.");
        return false;
    }

    /// <summary>The items of a member that is a list, or nothing.</summary>
    public static IEnumerable<RawNode> List(this SliceContext context, RawNode node, string name)
    {
        if (node.Member(name) is not { } member) return [];
        var list = context.Target(member);
        return context.IsArray(list) ? list.Items() : [];
    }

    /// <summary>The members of an object without its extensions.</summary>
    public static IEnumerable<KeyValuePair<string, RawNode>> Fields(this SliceContext context, RawNode node, string name)
    {
        if (node.Member(name) is not { } member || !context.IsObject(member)) yield break;
        foreach (var field in context.Target(member).Members())
            if (!field.Key.StartsWith("x-", StringComparison.Ordinal)) yield return field;
    }

    /// <summary>The members of an object where any name may stand, extensions' too: headers, properties.</summary>
    public static IEnumerable<KeyValuePair<string, RawNode>> Entries(this SliceContext context, RawNode node, string name)
    {
        if (node.Member(name) is not { } member || !context.IsObject(member)) yield break;
        foreach (var field in context.Target(member).Members()) yield return field;
    }
}
