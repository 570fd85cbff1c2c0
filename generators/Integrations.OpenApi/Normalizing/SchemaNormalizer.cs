using System.Text.Json;
using System.Text.Json.Nodes;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Slicing;

namespace Integrations.OpenApi.Normalizing;

/// <summary>
/// A schema of any version as a 3.1 schema that has only shapes which Microsoft.OpenApi reads without loss: no references (they
/// travel as keys), no boolean schemas, no examples, no foreign extensions.
/// </summary>
internal sealed class SchemaNormalizer(SliceContext context)
{
    /// <summary>Normalises one schema. Recursion is as deep as the JSON is, and that is limited.</summary>
    /// <param name="node">The schema.</param>
    /// <param name="inParameter">2.0: the node is a parameter or header, whose own keywords are not the schema's.</param>
    public JsonObject Read(RawNode node, bool inParameter = false)
    {
        var schema = new JsonObject { [Keys.At] = context.Place(node) };
        if (node.Type == JsonTokenType.False) schema[Keys.Never] = true;
        else if (node.IsObject) ReadObject(node, schema, inParameter);
        else if (node.Type != JsonTokenType.True) context.Shape(node, "A schema is expected here; anything is accepted instead.");
        return schema;
    }

    private void ReadObject(RawNode node, JsonObject schema, bool inParameter)
    {
        var reference = node.MemberText("$ref") ?? (context.IsJsonSchema ? node.MemberText("$dynamicRef") ?? Recursive(node) : null);
        if (reference is not null && context.References.Resolve(reference, node) is { } target)
        {
            schema[Keys.Reference] = target.Key;
            context.Schemas.Reach(target.Key, target.Node);
        }

        // Before 3.1 a reference replaces its siblings, but all tools show its description and heed its nullability.
        var siblings = reference is null || context.IsJsonSchema;
        foreach (var (name, value) in node.Members().Select(m => (m.Key, m.Value)))
        {
            if (!siblings && name is not ("description" or "nullable" or "x-nullable" or "deprecated" or "readOnly" or "writeOnly" or "title")) continue;
            if (inParameter && name is "required" or "description" or "deprecated" or "title") continue;
            Keyword(name, value, schema);
        }
    }

    /// <summary>2019-09's <c>$recursiveRef: "#"</c>, which a few documents still have: the component that it stands in.</summary>
    private static string? Recursive(RawNode node)
    {
        const string Section = "#/components/schemas/";
        if (node.MemberText("$recursiveRef") != "#" || node.Pointer is not { } pointer || !pointer.StartsWith(Section, StringComparison.Ordinal)) return null;
        var end = pointer.IndexOf('/', Section.Length);
        return end < 0 ? pointer : pointer.Substring(0, end);
    }

    private void Keyword(string name, RawNode value, JsonObject schema)
    {
        if (name is "properties" or "patternProperties" or "required" or "enum" or "prefixItems" or "type") value = context.Target(value);
        switch (name)
        {
            case "type": SchemaTypes.Read(context, value, schema); break;
            case "format" or "title" or "description" or "contentEncoding" or "contentMediaType":
                if (context.Text(value) is { } text) schema[name] = text;
                break;
            case "deprecated" or "readOnly" or "writeOnly" or "uniqueItems":
                if (context.Flag(value) is { } flag) schema[name] = flag;
                break;
            case "nullable" or "x-nullable":
                if (context.Flag(value) is true) schema[Keys.Nullable] = true;
                break;
            case "properties" or "patternProperties": Map(name, value, schema); break;
            case "required": Required(value, schema); break;
            case "additionalProperties" or "unevaluatedProperties": Additional(value, schema, name); break;
            case "items": Items(value, schema); break;
            case "prefixItems" when context.IsArray(value): schema[Keys.PrefixItems] = List(value); break;
            case "allOf" or "oneOf" or "anyOf": Composition(name, value, schema); break;
            case "not": Not(value, schema); break;
            case "enum" when context.IsArray(value): schema[Keys.Enum] = Nodes.Of(value.Items().Select(v => v.Raw)); break;
            case "x-enum-varnames" or "x-enumNames" when value.IsArray: schema[Keys.EnumNames] = Nodes.Of(value.Items().Select(v => v.Text)); break;
            case "x-enum-descriptions" or "x-enumDescriptions" when value.IsArray: schema[Keys.EnumDescriptions] = Nodes.Of(value.Items().Select(v => v.Text)); break;
            case "const": schema[Keys.Const] = value.Raw; break;
            case "default": schema[Keys.Default] = value.Raw; break;
            case "minimum" or "exclusiveMinimum": Bound(Keys.Minimum, value, schema); break;
            case "maximum" or "exclusiveMaximum": Bound(Keys.Maximum, value, schema); break;
            case "discriminator": DiscriminatorNormalizer.Read(context, value, schema); break;
            default: break; // validation that no client needs, examples, xml, extensions
        }
    }

    private void Map(string name, RawNode value, JsonObject schema)
    {
        if (!context.IsObject(value)) return;
        var map = new JsonObject();
        foreach (var member in value.Members()) map[member.Key] = Read(member.Value);
        schema[name] = map;
    }

    private JsonArray List(RawNode value)
    {
        var list = new JsonArray();
        foreach (var item in value.Items()) list.Add(Read(item));
        return list;
    }

    private void Required(RawNode value, JsonObject schema)
    {
        if (value.Type is JsonTokenType.True or JsonTokenType.False)
        {
            context.Shape(value, "'required' is a list of property names on the object that has them; the boolean is ignored.");
            return;
        }

        schema["required"] = Nodes.Of(context.Texts(value));
    }

    private void Additional(RawNode value, JsonObject schema, string name)
    {
        if (name == "unevaluatedProperties")
        {
            // Closed over all of allOf: for a client the same as no additional properties.
            if (value.Type == JsonTokenType.False) schema["additionalProperties"] ??= false;
            return;
        }

        switch (value.Type)
        {
            case JsonTokenType.False: schema[name] = false; break;
            case JsonTokenType.True: schema[Keys.AdditionalStated] = true; break;
            case JsonTokenType.Null: break;
            default:
                if (!context.IsObject(value)) break;
                schema[Keys.AdditionalStated] = true;
                if (!value.IsEmpty) schema[name] = Read(value);
                break;
        }
    }

    private void Items(RawNode value, JsonObject schema)
    {
        if (!value.IsArray)
        {
            if (value.Type != JsonTokenType.False) schema["items"] = Read(value);
            return;
        }

        // Draft 4's tuples: what 3.1 calls prefixItems.
        if (context.IsJsonSchema || !value.IsEmpty) context.Shape(value, "'items' is one schema; the list is read as a tuple.");
        schema[Keys.PrefixItems] = List(value);
    }

    private void Composition(string name, RawNode value, JsonObject schema)
    {
        if (value.IsObject && context.Target(value) is { IsArray: true } list) value = list;
        if (value.IsObject)
        {
            context.Shape(value, $"'{name}' is a list of schemas; the object is read as its only item.");
            schema[name] = new JsonArray(Read(value));
        }
        else if (context.IsArray(value) && !value.IsEmpty)
        {
            schema[name] = List(value);
        }
    }

    private void Not(RawNode value, JsonObject schema)
    {
        if (value.Type == JsonTokenType.True || (value.IsObject && value.IsEmpty)) schema[Keys.Never] = true;
        else if (value.IsObject) schema["not"] = Read(value);
    }

    private static void Bound(string key, RawNode value, JsonObject schema)
    {
        // Before 3.1 exclusiveMinimum is a boolean beside minimum: the bound itself is all that is kept.
        if (value.Type == JsonTokenType.Number) schema[key] = value.Raw;
        else if (value.IsString && decimal.TryParse(value.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _)) schema[key] = value.Text;
    }
}
