using System.Collections;
using Integrations.OpenApi.Model;

namespace Integrations.OpenApi.Slicing;

/// <summary>Schemas by key that enumerate in the document's order, which a dictionary does not promise.</summary>
internal sealed class SpecSchemas : IReadOnlyDictionary<string, SpecSchema>
{
    private readonly List<KeyValuePair<string, SpecSchema>> order;
    private readonly Dictionary<string, SpecSchema> schemas = new(StringComparer.Ordinal);

    public SpecSchemas(IEnumerable<KeyValuePair<string, SpecSchema>> schemas)
    {
        order = [.. schemas];
        foreach (var schema in order) this.schemas.Add(schema.Key, schema.Value);
    }

    public int Count => order.Count;

    public IEnumerable<string> Keys => order.Select(s => s.Key);

    public IEnumerable<SpecSchema> Values => order.Select(s => s.Value);

    public SpecSchema this[string key] => schemas[key];

    public bool ContainsKey(string key) => schemas.ContainsKey(key);

    public bool TryGetValue(string key, out SpecSchema value) => schemas.TryGetValue(key, out value!);

    public IEnumerator<KeyValuePair<string, SpecSchema>> GetEnumerator() => order.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
