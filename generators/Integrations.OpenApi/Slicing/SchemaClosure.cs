namespace Integrations.OpenApi.Slicing;

/// <summary>The schemas that the slice reaches by reference: each is read once.</summary>
internal sealed class SchemaClosure
{
    private readonly Dictionary<string, RawNode> reached = new(StringComparer.Ordinal);
    private readonly Queue<string> waiting = new();
    private readonly HashSet<string> hierarchies = new(StringComparer.Ordinal);

    public void Reach(string key, RawNode node)
    {
        if (reached.ContainsKey(key)) return;
        reached.Add(key, node);
        waiting.Enqueue(key);
    }

    /// <summary>The next schema to read.</summary>
    public bool TryTake(out string key, out RawNode node)
    {
        (key, node) = ("", default);
        if (waiting.Count == 0) return false;
        key = waiting.Dequeue();
        node = reached[key];
        return true;
    }

    /// <summary>Notes that a schema's subtypes belong to the slice; true the first time.</summary>
    public bool OpenHierarchy(string key) => hierarchies.Add(key);

    public bool IsHierarchy(string key) => hierarchies.Contains(key);

    /// <summary>All keys in the document's order, then file by file in the order of their paths.</summary>
    public IEnumerable<string> InOrder() =>
        reached.OrderBy(r => r.Value.Tape.File.Key, StringComparer.Ordinal)
            .ThenBy(r => r.Value.Tape[r.Value.Index].Start)
            .ThenBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => r.Key);
}
