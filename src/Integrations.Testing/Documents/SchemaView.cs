using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>A schema with its references and <c>allOf</c> laid into one.</summary>
internal sealed class SchemaView
{
    private readonly RawDocument _document;
    private readonly HashSet<JsonObject> _visited = new(ReferenceEqualityComparer.Instance);

    public SchemaView(RawDocument document, JsonNode? schema)
    {
        _document = document;
        Add(schema, 0);
    }

    /// <summary>Keywords other than the ones below; the first part that states one decides.</summary>
    public Dictionary<string, JsonNode?> Keywords { get; } = new(StringComparer.Ordinal);

    /// <summary>Properties with all schemas that hold for each.</summary>
    public Dictionary<string, JsonNode?> Properties { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>The <c>oneOf</c> and <c>anyOf</c> lists of all parts.</summary>
    public List<JsonArray> Choices { get; } = [];

    /// <summary>Whether it allows nothing.</summary>
    public bool Never { get; private set; }

    /// <summary>The component that it is, or that extends the others.</summary>
    public string? Component { get; private set; }

    public JsonObject? Discriminator { get; private set; }

    /// <summary>Every object that was laid in, to notice recursion.</summary>
    public IReadOnlySet<JsonObject> Parts => _visited;

    public JsonNode? this[string keyword] => Keywords.GetValueOrDefault(keyword);

    /// <summary>Whether it has an enum that its type allows: some documents state the values of an array's items beside the array.</summary>
    public bool HasEnum => this["enum"] is JsonArray { Count: > 0 } values && (Types.Count == 0 || values.Any(v => v is null || Types.Any(t => SchemaValidator.IsOfType(v, t))));

    public bool Nullable => OperationReader.IsTrue(this["nullable"]) || OperationReader.IsTrue(this["x-nullable"]) || Types.Contains("null");

    /// <summary>The types that it states, else those that its keywords imply; empty for any.</summary>
    public IReadOnlyList<string> Types
    {
        get
        {
            if (this["type"] is JsonArray several)
                return [.. several.Select(RawDocument.Text).OfType<string>()];
            if (RawDocument.Text(this["type"]) is { } one)
                return [one];
            if (Properties.Count > 0 || Keywords.ContainsKey("additionalProperties") || Keywords.ContainsKey("patternProperties"))
                return ["object"];
            return Keywords.ContainsKey("items") || Keywords.ContainsKey("prefixItems") ? ["array"] : [];
        }
    }

    /// <summary>Lays a chosen branch into it as well.</summary>
    public void Add(JsonNode? schema) => Add(schema, 0);

    private void Add(JsonNode? schema, int depth)
    {
        if (schema is JsonValue flag && flag.TryGetValue(out bool allowed))
            Never |= !allowed;
        if (schema is not JsonObject entry || depth > 64 || !_visited.Add(entry))
            return;
        if (RawDocument.Text(entry["$ref"]) is { } reference)
        {
            Component ??= reference[(reference.LastIndexOf('/') + 1)..];
            var target = _document.Find(reference);
            Siblings(entry, depth, _document.IsSwagger);
            Add(target, depth + 1);
            return;
        }
        Siblings(entry, depth, false);
    }

    private void Siblings(JsonObject entry, int depth, bool ignored)
    {
        if (ignored)
            return;
        if (entry["discriminator"] is { } discriminator)
            Discriminator ??= discriminator as JsonObject ?? new JsonObject { ["propertyName"] = RawDocument.Text(discriminator) };
        foreach (var (name, value) in entry["properties"] as JsonObject ?? [])
            Properties[name] = Properties.TryGetValue(name, out var known) ? new JsonObject { ["allOf"] = new JsonArray(value?.DeepClone(), known?.DeepClone()) } : value;
        Required.UnionWith((entry["required"] as JsonArray ?? []).Select(RawDocument.Text).OfType<string>());
        foreach (var choice in new[] { entry["oneOf"], entry["anyOf"] })
        {
            if (choice is JsonArray { Count: > 0 } branches)
                Choices.Add(branches);
        }
        foreach (var (name, value) in entry)
        {
            if (name is not ("properties" or "required" or "oneOf" or "anyOf" or "allOf" or "discriminator" or "$ref"))
                Keywords.TryAdd(name, value);
        }
        foreach (var part in entry["allOf"] as JsonArray ?? [])
            Add(part, depth + 1);
    }
}
