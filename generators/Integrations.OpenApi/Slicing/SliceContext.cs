using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;

namespace Integrations.OpenApi.Slicing;

/// <summary>What one loading shares: where to find nodes, what was reached, what is wrong.</summary>
internal sealed class SliceContext
{
    private readonly ProblemList problems;
    private long budget;

    public SliceContext(IndexContents contents, string version, FragmentStore store, DocumentBytes document, ProblemList problems, CancellationToken ct)
    {
        this.problems = problems;
        (Contents, Store, Cancellation) = (contents, store, ct);
        IsSwagger = version.StartsWith("2", StringComparison.Ordinal);
        IsJsonSchema = !IsSwagger && !version.StartsWith("3.0", StringComparison.Ordinal);
        References = new ReferenceResolver(this);
        budget = (3L * document.Length) + (4 * 1024 * 1024);
        store.Opened = bytes => budget += 3L * bytes;
    }

    public bool IsSwagger { get; }

    /// <summary>3.1 and later: JSON Schema proper, where a reference may have siblings.</summary>
    public bool IsJsonSchema { get; }

    public FragmentStore Store { get; }

    public IndexContents Contents { get; }

    public ProblemList Problems => problems;

    public CancellationToken Cancellation { get; }

    /// <summary>Places by number: nodes on their way through the library carry the number.</summary>
    public List<SpecLocation> Places { get; } = [];

    public ReferenceResolver References { get; }

    public SchemaClosure Schemas { get; } = new();

    /// <summary>Security schemes that something in the slice requires.</summary>
    public HashSet<string> SchemesUsed { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Charges a node that may be read more than once, by different operations. Honest documents stay far below the budget; a hostile
    /// one could ask for a megabyte of parameters a hundred thousand times.
    /// </summary>
    /// <exception cref="SliceLimitException">The budget is spent.</exception>
    public void Charge(RawNode node)
    {
        budget -= node.Length;
        if (budget < 0) throw new SliceLimitException();
    }

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
