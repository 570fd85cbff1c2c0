using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>
/// A schema of objects with its <c>allOf</c>, and the branches that only add properties, laid into one: each property once, where it first
/// stood, as its last mention says. Every component is visited once, so diamonds and cycles end.
/// </summary>
internal sealed class MergedSchema
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, SpecSchema> _schemas;

    public MergedSchema(SpecSchema schema, string? key, IReadOnlyDictionary<string, SpecSchema> schemas)
    {
        _schemas = schemas;
        if (key is not null)
            _visited.Add(key);
        Add(schema, required: true, depth: 0);
    }

    public List<SpecProperty> Properties { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public SpecSchema? Additional { get; private set; }

    /// <summary>Whether a pattern, and not <c>additionalProperties</c>, types the other properties.</summary>
    public bool HasPatterns { get; private set; }

    private void Add(SpecSchema schema, bool required, int depth)
    {
        if (depth > SchemaFacts.MaxDepth)
            return;
        if (schema.Reference is { } key && _visited.Add(key) && _schemas.TryGetValue(key, out var target))
            Add(target, required, depth + 1);
        foreach (var part in schema.AllOf)
            Add(part, required, depth + 1);
        foreach (var property in schema.Properties)
            Put(property);
        if (required)
            Required.UnionWith(schema.Required);
        if (schema.AdditionalProperties is { } additional && !SchemaFacts.IsAny(additional))
            Additional ??= additional;
        HasPatterns |= schema.PatternProperties.Count > 0;
        AddBranches(schema.OneOf, depth);
        AddBranches(schema.AnyOf, depth);
    }

    /// <summary>The properties of a branch may be there, so they are optional. A case that extends its own union does not get its siblings'.</summary>
    private void AddBranches(IReadOnlyList<SpecSchema> branches, int depth)
    {
        foreach (var branch in branches)
        {
            if (branch.Reference is { } key && _visited.Contains(key))
                return;
        }
        foreach (var branch in branches)
            Add(branch, required: false, depth + 1);
    }

    private void Put(SpecProperty property)
    {
        if (!_index.TryGetValue(property.Name, out var index))
        {
            _index.Add(property.Name, Properties.Count);
            Properties.Add(property);
        }
        else if (!SchemaFacts.IsAny(property.Schema))
        {
            // A later mention that only narrows (a description, a readOnly) does not take the type away.
            Properties[index] = property;
        }
    }
}
