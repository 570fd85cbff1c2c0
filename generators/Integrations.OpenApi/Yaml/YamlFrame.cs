namespace Integrations.OpenApi.Yaml;

/// <summary>An open mapping or sequence.</summary>
internal sealed class YamlFrame(int start, bool isMapping, string? anchor, bool isComplexKey)
{
    /// <summary>Where its JSON begins.</summary>
    public int Start { get; } = start;

    public bool IsMapping { get; } = isMapping;

    public string? Anchor { get; } = anchor;

    /// <summary>It is itself a key of the mapping around it.</summary>
    public bool IsComplexKey { get; } = isComplexKey;

    public bool ExpectsKey { get; set; } = isMapping;

    public bool NeedsComma { get; set; }

    /// <summary>A merge was cut out after a comma had been written.</summary>
    public bool CommaWritten { get; set; }

    /// <summary>Members or items written.</summary>
    public int Count { get; set; }

    /// <summary>Where the JSON of the current key begins.</summary>
    public int KeyStart { get; set; }

    public bool IsMergeKey { get; set; }

    /// <summary>Values of <c>&lt;&lt;</c>, in order.</summary>
    public List<byte[]>? Merges { get; set; }
}
