using System.Text.Json;
using System.Text.Json.Nodes;
using Integrations.OpenApi.Slicing;

namespace Integrations.OpenApi.Normalizing;

/// <summary>The <c>type</c> keyword: a name, a list of names, and the names that people write instead.</summary>
internal static class SchemaTypes
{
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["string"] = "string", ["str"] = "string", ["text"] = "string", ["date"] = "string", ["datetime"] = "string", ["date-time"] = "string", ["uuid"] = "string", ["uri"] = "string",
        ["integer"] = "integer", ["int"] = "integer", ["int32"] = "integer", ["int64"] = "integer", ["long"] = "integer",
        ["number"] = "number", ["float"] = "number", ["double"] = "number", ["decimal"] = "number",
        ["boolean"] = "boolean", ["bool"] = "boolean",
        ["array"] = "array", ["list"] = "array",
        ["object"] = "object", ["map"] = "object", ["dict"] = "object",
        ["null"] = "null",
    };

    private static readonly Dictionary<string, string> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["date"] = "date", ["datetime"] = "date-time", ["date-time"] = "date-time", ["uuid"] = "uuid", ["uri"] = "uri",
        ["int32"] = "int32", ["int64"] = "int64", ["long"] = "int64", ["float"] = "float", ["double"] = "double",
    };

    public static void Read(SliceContext context, RawNode value, JsonObject schema)
    {
        var types = new List<string>();
        if (value.IsArray)
        {
            foreach (var item in value.Items()) One(context, item, types, schema);
        }
        else if (value.IsString)
        {
            One(context, value, types, schema);
        }
        else if (value.Type == JsonTokenType.Null && context.IsJsonSchema)
        {
            types.Add("null"); // `type: null` in YAML means the type of that name
        }
        else
        {
            context.Shape(value, "'type' is a name or a list of names; anything is accepted instead.");
        }

        if (types.Count > 0) schema[Keys.TypeStated] = true;
        if (types.Remove("null"))
        {
            schema[Keys.Nullable] = true;
        }

        if (types.Count == 1) schema["type"] = types[0];
        else if (types.Count > 1) schema["type"] = Nodes.Of(types);
    }

    private static void One(SliceContext context, RawNode node, List<string> types, JsonObject schema)
    {
        if (node.Type == JsonTokenType.Null)
        {
            types.Add("null");
            return;
        }

        var name = node.Text;
        if (name == "file")
        {
            schema[Keys.File] = true;
            return;
        }

        if (!Meant.TryGetValue(name, out var type))
        {
            // `any` is common and clear: no restriction.
            if (name != "any") context.Shape(node, $"The type '{name}' is unknown; anything is accepted instead.");
            return;
        }

        // A format written as a type is still a format; one that is stated wins.
        if (Formats.TryGetValue(name, out var format)) schema["format"] ??= format;
        if (name != type) context.Shape(node, $"The type '{name}' is unknown; it is read as '{type}'.");
        if (!types.Contains(type)) types.Add(type);
    }
}
