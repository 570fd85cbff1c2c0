using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;

namespace Integrations.OpenApi.Slicing;

/// <summary>What one loading shares: where to find nodes, what was reached, what is wrong.</summary>
internal sealed class SliceContext(IndexContents contents, string version, FragmentStore store, DocumentBytes document, ProblemList problems, CancellationToken ct)
{
    public bool IsSwagger { get; } = version.StartsWith("2", StringComparison.Ordinal);

    /// <summary>3.1 and later: JSON Schema proper, where a reference may have siblings.</summary>
    public bool IsJsonSchema { get; } = !version.StartsWith("2", StringComparison.Ordinal) && !version.StartsWith("3.0", StringComparison.Ordinal);

    public FragmentStore Store => store;

    public IndexContents Contents => contents;

    public ProblemList Problems => problems;

    public CancellationToken Cancellation => ct;

    /// <summary>Places by number: nodes on their way through the library carry the number.</summary>
    public List<SpecLocation> Places { get; } = [];

    public ReferenceResolver References => field ??= new ReferenceResolver(this, document);

    public SchemaClosure Schemas { get; } = new();

    /// <summary>Security schemes that something in the slice requires.</summary>
    public HashSet<string> SchemesUsed { get; } = new(StringComparer.Ordinal);

    public int Place(RawNode node)
    {
        Places.Add(node.Location);
        return Places.Count - 1;
    }

    public void Shape(RawNode node, string message) => Report(SpecProblemKind.Shape, node, message);

    public void Report(SpecProblemKind kind, RawNode node, string message)
    {
        if (!problems.Full) problems.Add(kind, node.Pointer, message, node.Location);
    }
}
