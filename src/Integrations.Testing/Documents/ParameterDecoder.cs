using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>Reads the value of a parameter from the raw text of a request, as its style and explode say (OpenAPI 3.1, "Style Values").</summary>
internal sealed class ParameterDecoder(RawDocument document)
{
    private readonly SchemaValidator _validator = new(document);

    /// <summary>Reads a query parameter; what it takes is removed from the pairs. False where it is absent.</summary>
    public bool TryQuery(RawParameter parameter, List<(string Name, string Value)> pairs, out JsonNode? value)
    {
        var own = pairs.Where(p => Decode(p.Name) == parameter.Name).ToList();
        value = null;
        if (parameter.MediaType is not null)
            return own.Count > 0 && Take(pairs, own) && Parse(Decode(own[0].Value), out value);
        if (parameter.Style == "deepObject" || own.Count == 0 && IsForm(parameter.Style) && pairs.Exists(p => Decode(p.Name).StartsWith(parameter.Name + "[", StringComparison.Ordinal)))
        {
            var deep = pairs.Where(p => Decode(p.Name).StartsWith(parameter.Name + "[", StringComparison.Ordinal)).ToList();
            if (deep.Count > 0)
            {
                value = new FormDecoder(this).Nested(deep.Select(p => (Decode(p.Name)[parameter.Name.Length..], Decode(p.Value))), parameter.Schema);
                return Take(pairs, deep);
            }
        }
        var types = TypesOf(parameter.Schema);
        if (own.Count == 0 && parameter is { Explode: true } && IsForm(parameter.Style) && types.Contains("object"))
            return Exploded(parameter, pairs, out value);
        if (own.Count == 0)
            return false;
        Take(pairs, own);
        if (types.Contains("array") && (own.Count > 1 || !types.Any(static t => t is not ("array" or "null")) || !Fits(Scalar(Decode(own[0].Value), parameter.Schema), parameter.Schema)))
        {
            var parts = parameter.Explode && IsForm(parameter.Style) ? own.Select(static p => p.Value) : Split(own[0].Value, parameter.Style);
            value = Array(parts, parameter.Schema);
            return true;
        }
        if (types.Contains("object") && !Fits(Scalar(Decode(own[0].Value), parameter.Schema), parameter.Schema))
        {
            value = Pairs(Split(own[0].Value, parameter.Style), parameter.Schema);
            return true;
        }
        if (own.Count > 1)
            throw new FormatException($"query {parameter.Name}: is there {own.Count} times");
        value = Scalar(Decode(own[0].Value), parameter.Schema);
        return true;
    }

    /// <summary>Reads a path, header or cookie parameter.</summary>
    public JsonNode? Simple(RawParameter parameter, string raw)
    {
        string Plain(string text) => parameter.In is "path" or "cookie" ? Unescape(text) : text;
        if (parameter.MediaType is not null)
            return JsonNode.Parse(Plain(raw));
        var types = TypesOf(parameter.Schema);
        var separator = ',';
        if (parameter.Style == "label")
            (raw, separator) = (raw.TrimStart('.'), parameter.Explode ? '.' : ',');
        if (parameter.Style == "matrix")
        {
            var name = ";" + Uri.EscapeDataString(parameter.Name) + "=";
            if (!raw.StartsWith(';'))
                throw new FormatException($"path {parameter.Name}: '{raw}' is no matrix");
            if (parameter.Explode && types.Contains("array"))
                return Array(raw.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(v => v[(v.IndexOf('=', StringComparison.Ordinal) + 1)..]), parameter.Schema, Plain);
            if (parameter.Explode && types.Contains("object"))
                return Object(raw.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static v => v.Split('=', 2)), parameter.Schema, Plain);
            raw = raw.StartsWith(name, StringComparison.Ordinal) ? raw[name.Length..] : raw[1..];
        }
        var scalar = Scalar(Plain(raw), parameter.Schema);
        if (types.Contains("array") && !(types.Any(static t => t is not ("array" or "null")) && Fits(scalar, parameter.Schema)))
            return Array(raw.Length == 0 ? [] : raw.Split(separator), parameter.Schema, Plain);
        if (types.Contains("object") && !Fits(scalar, parameter.Schema))
        {
            var parts = raw.Split(separator);
            return parameter.Explode ? Object(parts.Select(static p => p.Split('=', 2)), parameter.Schema, Plain) : Pairs([.. parts], parameter.Schema, Plain);
        }
        return scalar;
    }

    /// <summary>The value that text means under a schema: of the types it allows, the first that the text fits.</summary>
    public JsonNode? Scalar(string text, JsonNode? schema)
    {
        var types = TypesOf(schema);
        var candidates = new List<JsonNode?>();
        if ((types.Contains("integer") || types.Contains("number")) && IsNumber(text) && Parse(text, out var number))
            candidates.Add(number);
        if (types.Contains("boolean") && text is "true" or "false")
            candidates.Add(text == "true");
        // Where no style has a form for it (an object among the items of an array), it is JSON.
        if ((types.Contains("object") && text.StartsWith('{') || types.Contains("array") && text.StartsWith('[')) && Parse(text, out var whole))
            candidates.Insert(0, whole);
        candidates.Add(text);
        return candidates.Find(c => Fits(c, schema)) ?? candidates[0];
    }

    /// <summary>Every type that a schema or its branches allow.</summary>
    public HashSet<string> TypesOf(JsonNode? schema, int depth = 0)
    {
        var view = new SchemaView(document, schema);
        var types = new HashSet<string>(view.Types, StringComparer.Ordinal);
        foreach (var branch in depth > 8 ? [] : view.Choices.SelectMany(static c => c))
            types.UnionWith(TypesOf(branch, depth + 1));
        return types;
    }

    public bool Fits(JsonNode? value, JsonNode? schema) => _validator.Check(value, schema, Direction.Request).Count == 0;

    /// <summary>The schemas of a property in a schema or its branches.</summary>
    public JsonNode? Property(JsonNode? schema, string name, int depth = 0)
    {
        var view = new SchemaView(document, schema);
        if (view.Properties.TryGetValue(name, out var property))
            return property;
        var found = depth > 8 ? null : view.Choices.SelectMany(static c => c).Select(b => Property(b, name, depth + 1)).FirstOrDefault(static p => p is not null);
        return found ?? view["additionalProperties"] as JsonObject;
    }

    /// <summary>The schema of an array's items in a schema or its branches.</summary>
    public JsonNode? Items(JsonNode? schema, int depth = 0)
    {
        var view = new SchemaView(document, schema);
        return view["items"] ?? (depth > 8 ? null : view.Choices.SelectMany(static c => c).Select(b => Items(b, depth + 1)).FirstOrDefault(static p => p is not null));
    }

    public static string Decode(string text) => Unescape(text.Replace('+', ' '));

    private bool Exploded(RawParameter parameter, List<(string Name, string Value)> pairs, out JsonNode? value)
    {
        var found = pairs.Where(p => Property(parameter.Schema, Decode(p.Name)) is not null).ToList();
        value = found.Count == 0 ? null : Object(found.Select(static p => new[] { p.Name, p.Value }), parameter.Schema, Decode);
        return found.Count > 0 && Take(pairs, found);
    }

    private JsonArray Array(IEnumerable<string> parts, JsonNode? schema, Func<string, string>? decode = null) =>
        new([.. parts.Select(p => Scalar((decode ?? Decode)(p), Items(schema)))]);

    private JsonObject Pairs(List<string> parts, JsonNode? schema, Func<string, string>? decode = null) =>
        parts.Count % 2 != 0
            ? throw new FormatException("an object that is not exploded has a name without a value: " + string.Join(',', parts))
            : Object(parts.Chunk(2), schema, decode ?? Decode);

    private JsonObject Object(IEnumerable<string[]> pairs, JsonNode? schema, Func<string, string> decode)
    {
        var value = new JsonObject();
        foreach (var pair in pairs)
            value[decode(pair[0])] = Scalar(decode(pair.Length > 1 ? pair[1] : ""), Property(schema, decode(pair[0])));
        return value;
    }

    private static List<string> Split(string raw, string style) => raw.Length == 0 ? [] : [.. style switch
    {
        "spaceDelimited" => raw.Replace("%20", "+", StringComparison.Ordinal).Split('+'),
        "pipeDelimited" => raw.Replace("%7C", "|", StringComparison.OrdinalIgnoreCase).Split('|'),
        "tabDelimited" => raw.Split("%09"),
        _ => raw.Split(','),
    }];

    private static string Unescape(string text) => Uri.UnescapeDataString(text);

    private static bool IsForm(string style) => style is "form" or "cookie";

    private static bool IsNumber(string text) => text.Length > 0 && (text[0] == '-' || char.IsAsciiDigit(text[0]));

    private static bool Take(List<(string Name, string Value)> pairs, List<(string Name, string Value)> taken) =>
        pairs.RemoveAll(taken.Contains) > 0;

    private static bool Parse(string text, out JsonNode? value)
    {
        try
        {
            value = JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            value = null;
            return false;
        }
    }
}
