using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>
/// The class hierarchies of a document. A document means a hierarchy where a schema of objects has a <c>discriminator</c> and others extend it
/// by <c>allOf</c>; every other <c>allOf</c> is composition.
/// </summary>
internal sealed class Hierarchies
{
    private readonly Dictionary<string, string> _base = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _derived = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sizes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpecDiscriminator> _roots = new(StringComparer.Ordinal);

    public Hierarchies(IReadOnlyDictionary<string, SpecSchema> schemas, Action<SpecSchema, string> limit)
    {
        foreach (var entry in schemas)
        {
            if (entry.Value.Discriminator is { } discriminator && (entry.Value.Properties.Count > 0 || entry.Value.AllOf.Count > 0))
                _roots.Add(entry.Key, discriminator);
        }
        if (_roots.Count == 0)
            return;
        // Level by level, so that a class that extends a derived class is found whatever the order.
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var entry in schemas)
            {
                if (_base.ContainsKey(entry.Key) || BaseIn(entry.Key, entry.Value) is not { } baseKey || IsAncestor(entry.Key, baseKey))
                    continue;
                if (IsBeyond(baseKey))
                {
                    limit(schemas[Root(baseKey)], $"more than {BindingLimits.HierarchyClasses} classes, or {BindingLimits.Inheritance} levels of them, extend it; those beyond have its properties as their own");
                    continue;
                }
                _base.Add(entry.Key, baseKey);
                if (!_derived.TryGetValue(baseKey, out var list))
                    _derived.Add(baseKey, list = []);
                list.Add(entry.Key);
                _sizes[Root(baseKey)] = _sizes.TryGetValue(Root(baseKey), out var size) ? size + 1 : 1;
                grew = true;
            }
        }
    }

    /// <summary>The class that a component extends, or null.</summary>
    public string? BaseOf(string key) => _base.TryGetValue(key, out var baseKey) ? baseKey : null;

    /// <summary>The components that extend one directly.</summary>
    public IReadOnlyList<string> DerivedOf(string key) => _derived.TryGetValue(key, out var list) ? list : [];

    /// <summary>Whether a component is a hierarchy's root with classes below it.</summary>
    public bool IsRoot(string key) => _roots.ContainsKey(key) && _derived.ContainsKey(key);

    /// <summary>The discriminator of the hierarchy that a component belongs to, or null.</summary>
    public string? DiscriminatorOf(string key)
    {
        var root = Root(key);
        return _derived.ContainsKey(root) && _roots.TryGetValue(root, out var discriminator) ? discriminator.PropertyName : null;
    }

    /// <summary>The discriminator's values that mean a component: its mapping's, else its name.</summary>
    public IReadOnlyList<string> ValuesOf(string key)
    {
        var values = new List<string>();
        if (_roots.TryGetValue(Root(key), out var discriminator))
        {
            foreach (var entry in discriminator.Mapping)
            {
                if (entry.Value == key)
                    values.Add(entry.Key);
            }
        }
        return values.Count > 0 ? values : [SchemaKeys.Name(key)];
    }

    private string Root(string key)
    {
        while (_base.TryGetValue(key, out var baseKey))
            key = baseKey;
        return key;
    }

    private bool IsBeyond(string baseKey) =>
        (_sizes.TryGetValue(Root(baseKey), out var size) && size >= BindingLimits.HierarchyClasses) || Depth(baseKey) >= BindingLimits.Inheritance;

    private int Depth(string key)
    {
        var depth = 0;
        for (string? current = key; current is not null; current = BaseOf(current))
            depth++;
        return depth;
    }

    private string? BaseIn(string key, SpecSchema schema)
    {
        foreach (var part in schema.AllOf)
        {
            if (part.Reference is { } reference && reference != key && (_roots.ContainsKey(reference) || _base.ContainsKey(reference)))
                return reference;
        }
        return null;
    }

    private bool IsAncestor(string key, string of)
    {
        for (string? current = of; current is not null; current = BaseOf(current))
        {
            if (current == key)
                return true;
        }
        return false;
    }
}
