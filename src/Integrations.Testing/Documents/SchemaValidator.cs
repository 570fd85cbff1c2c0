using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Integrations.Testing.Documents;

/// <summary>
/// Says where a value breaks its schema. <c>oneOf</c> is taken as "at least one": documents whose branches overlap are the rule.
/// Formats are checked where they decide a C# type.
/// </summary>
internal sealed class SchemaValidator(RawDocument document)
{
    private const int MaxViolations = 20;

    /// <summary>Every violation: the place in the value, and what is wrong there.</summary>
    public IReadOnlyList<string> Check(JsonNode? value, JsonNode? schema, Direction direction, string place = "")
    {
        var violations = new List<string>();
        Check(value, schema, direction, place, violations, 0);
        return violations;
    }

    /// <summary>Whether text matches a pattern; null where the pattern is none of ECMAScript's that .NET knows.</summary>
    internal static bool? Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private void Check(JsonNode? value, JsonNode? schema, Direction direction, string place, List<string> violations, int depth)
    {
        if (violations.Count >= MaxViolations || depth > 128)
            return;
        if (schema is JsonValue flag && flag.TryGetValue(out bool allowed) && !allowed)
            violations.Add(place + ": nothing is allowed");
        if (schema is not JsonObject entry)
            return;
        if (RawDocument.Text(entry["$ref"]) is { } reference)
        {
            if (value is null && OperationReader.IsTrue(entry["nullable"]))
                return;
            Check(value, document.Find(reference), direction, place, violations, depth + 1);
            if (document.IsSwagger)
                return;
        }
        if (value is null && Nullable(entry))
            return;
        foreach (var part in entry["allOf"] as JsonArray ?? [])
            Check(value, part, direction, place, violations, depth + 1);
        foreach (var keyword in new[] { "oneOf", "anyOf" })
        {
            if (entry[keyword] is JsonArray { Count: > 0 } branches && branches.All(b => Breaks(value, b, direction, depth)))
                violations.Add($"{place}: fits no branch of {keyword}");
        }
        if (entry["not"] is JsonObject { Count: > 0 } not && !Breaks(value, not, direction, depth))
            violations.Add(place + ": fits 'not'");
        Type(value, entry, place, violations);
        Values(value, entry, place, violations);
        switch (value)
        {
            case JsonObject properties: Object(properties, entry, direction, place, violations, depth); break;
            case JsonArray items: Array(items, entry, direction, place, violations, depth); break;
            case JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String: ScalarRules.String(scalar.GetValue<string>(), entry, place, violations); break;
            case JsonValue scalar when scalar.GetValueKind() == JsonValueKind.Number: ScalarRules.Number(scalar, entry, place, violations); break;
        }
    }

    private bool Breaks(JsonNode? value, JsonNode? schema, Direction direction, int depth)
    {
        var violations = new List<string>();
        Check(value, schema, direction, "", violations, depth + 1);
        return violations.Count > 0;
    }

    /// <summary>Whether a property travels the other way only.</summary>
    internal static bool IsOtherWay(SchemaView property, Direction direction) =>
        direction != Direction.Both && OperationReader.IsTrue(property[direction == Direction.Request ? "readOnly" : "writeOnly"]);

    private static bool Nullable(JsonObject schema) => OperationReader.IsTrue(schema["nullable"]) || OperationReader.IsTrue(schema["x-nullable"]);

    private static void Type(JsonNode? value, JsonObject schema, string place, List<string> violations)
    {
        var types = schema["type"] is JsonArray several ? several.Select(RawDocument.Text).ToList() : [RawDocument.Text(schema["type"])];
        if (types is [null] or [])
            return;
        if (!types.Exists(t => t is not null && IsOfType(value, t)))
            violations.Add($"{place}: {Kind(value)} instead of {string.Join(" or ", types)}");
    }

    /// <summary>Whether a value is of a schema's type.</summary>
    internal static bool IsOfType(JsonNode? value, string type)
    {
        var kind = Kind(value);
        return type == kind
            || kind == "number" && type == "integer" && ScalarInstances.Real(value) is { } number && number == decimal.Truncate(number)
            || kind == "string" && type == "file";
    }

    private static string Kind(JsonNode? value) => value is null ? "null" : value.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "boolean",
    };

    private static void Values(JsonNode? value, JsonObject schema, string place, List<string> violations)
    {
        // An enum that the type beside it can never have says nothing: some documents state the values of an array's items beside the array.
        var type = RawDocument.Text(schema["type"]);
        if (schema["enum"] is JsonArray { Count: > 0 } values && (type is null || values.Any(v => v is null || IsOfType(v, type))) && !values.Any(v => JsonSame.Difference(v, value) is null))
            violations.Add($"{place}: {Short(value)} is not in the enum");
        if (schema.ContainsKey("const") && JsonSame.Difference(schema["const"], value) is not null)
            violations.Add($"{place}: {Short(value)} is not the constant");
    }

    private void Object(JsonObject value, JsonObject schema, Direction direction, string place, List<string> violations, int depth)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(RawDocument.Text).OfType<string>())
        {
            if (!value.ContainsKey(name) && !IsOtherWay(new SchemaView(document, properties[name]), direction))
                violations.Add($"{place}/{name}: is required");
        }
        var patterns = schema["patternProperties"] as JsonObject ?? [];
        foreach (var (name, item) in value)
        {
            var known = properties.ContainsKey(name);
            if (known)
                Check(item, properties[name], direction, place + "/" + name, violations, depth + 1);
            foreach (var (pattern, typed) in patterns)
            {
                if (Matches(name, pattern) != true)
                    continue;
                known = true;
                Check(item, typed, direction, place + "/" + name, violations, depth + 1);
            }
            if (!known && schema["additionalProperties"] is { } additional && !(IsFalse(additional) && IsNamed(name, schema, 0)))
                Check(item, additional, direction, place + "/" + name, violations, depth + 1);
        }
        if (ScalarInstances.Bound(schema["minProperties"]) > value.Count || ScalarInstances.Bound(schema["maxProperties"]) < value.Count)
            violations.Add(place + ": has " + value.Count.ToString(CultureInfo.InvariantCulture) + " properties");
    }

    private static bool IsFalse(JsonNode? schema) => schema is JsonValue flag && flag.TryGetValue(out bool allowed) && !allowed;

    /// <summary>
    /// Whether a schema's compositions name a property. <c>additionalProperties: false</c> beside them forbids it all the same by the letter, but then
    /// nothing at all is allowed, so no document means that.
    /// </summary>
    private bool IsNamed(string name, JsonObject schema, int depth)
    {
        foreach (var keyword in depth > 16 ? [] : new[] { "allOf", "oneOf", "anyOf" })
        {
            foreach (var part in (schema[keyword] as JsonArray ?? []).Select(document.Follow).OfType<JsonObject>())
            {
                if (part["properties"] is JsonObject properties && properties.ContainsKey(name) || IsNamed(name, part, depth + 1))
                    return true;
            }
        }
        return false;
    }

    private void Array(JsonArray value, JsonObject schema, Direction direction, string place, List<string> violations, int depth)
    {
        var prefix = schema["prefixItems"] as JsonArray ?? [];
        for (var i = 0; i < value.Count; i++)
            Check(value[i], i < prefix.Count ? prefix[i] : schema["items"], direction, place + "/" + i.ToString(CultureInfo.InvariantCulture), violations, depth + 1);
        if (ScalarInstances.Bound(schema["minItems"]) > value.Count || ScalarInstances.Bound(schema["maxItems"]) < value.Count)
            violations.Add(place + ": has " + value.Count.ToString(CultureInfo.InvariantCulture) + " items");
        if (OperationReader.IsTrue(schema["uniqueItems"]) && value.Count < 200 && value.Where((a, i) => value.Take(i).Any(b => JsonNode.DeepEquals(a, b))).Any())
            violations.Add(place + ": an item is there twice");
    }

    private static string Short(JsonNode? value)
    {
        var text = value?.ToJsonString() ?? "null";
        return text.Length > 60 ? text[..60] + "..." : text;
    }
}
