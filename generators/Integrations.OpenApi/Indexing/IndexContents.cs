using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;

namespace Integrations.OpenApi.Indexing;

/// <summary>What the pass over a document gathers.</summary>
internal sealed class IndexContents
{
    public string? OpenApi { get; set; }

    public string? Swagger { get; set; }

    public Dictionary<string, Fragment> Fragments { get; } = new(StringComparer.Ordinal);

    /// <summary>Path items in the document's order, last of equal names.</summary>
    public List<IndexedPath> Paths { get; } = [];

    /// <summary>Path items that are components, by pointer: what a path item's <c>$ref</c> may name.</summary>
    public Dictionary<string, IndexedPath> PathItems { get; } = new(StringComparer.Ordinal);

    /// <summary>Pointers of webhooks in the document's order; 3.0's <c>x-webhooks</c> among them.</summary>
    public List<string> Webhooks { get; } = [];

    /// <summary>Schema to the schemas that name it in their <c>allOf</c>.</summary>
    public Dictionary<string, List<string>> Subtypes { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether operations stand where only following references finds them: behind <c>paths</c>, in other files.</summary>
    public bool LinksElsewhere { get; set; }

    /// <summary>Keys seen while indexing, to notice one that stands twice.</summary>
    public HashSet<(string Parent, string Name)> Duplicates { get; } = [];

    public ProblemList Problems { get; } = new();
}

/// <summary>A path item as indexed.</summary>
internal sealed class IndexedPath(string path, string pointer)
{
    private HashSet<string>? methods;

    public string Path { get; } = path;

    public string Pointer { get; } = pointer;

    /// <summary>Target of its <c>$ref</c>, or null.</summary>
    public string? Reference { get; set; }

    public List<IndexedOperation> Operations { get; } = [];

    /// <summary>Adds an operation, in place of one with the same method.</summary>
    public void Put(IndexedOperation operation)
    {
        Remove(operation.Key.Method);
        Operations.Add(operation);
        methods?.Add(operation.Key.Method);
    }

    public bool Has(string method)
    {
        // Nine methods are searched fastest one by one; 3.2 allows any number of others.
        if (Operations.Count > 16) methods ??= new HashSet<string>(Operations.Select(o => o.Key.Method), StringComparer.Ordinal);
        return methods?.Contains(method) ?? Operations.Exists(o => o.Key.Method == method);
    }

    private void Remove(string method)
    {
        if (Has(method)) Operations.RemoveAll(o => o.Key.Method == method);
    }
}

/// <summary>An operation as indexed.</summary>
/// <param name="Key">Its row.</param>
/// <param name="OtherTags">Its tags after the first: patterns match those too.</param>
internal sealed record IndexedOperation(SpecOperationKey Key, IReadOnlyList<string> OtherTags);
