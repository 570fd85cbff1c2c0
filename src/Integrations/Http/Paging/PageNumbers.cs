using System.ComponentModel;

namespace Integrations.Http;

/// <summary>How numbered pages are asked for. What emitted code makes.</summary>
/// <param name="Parameter">The query parameter of the number, escaped.</param>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed record PageNumbers(string Parameter)
{
    /// <summary>Whether the number counts items to skip instead of pages.</summary>
    /// <value>Default: false.</value>
    public bool Offset { get; init; }

    /// <summary>The number of the first page; 0 for an offset.</summary>
    /// <value>Default: 1.</value>
    public int First { get; init; } = 1;

    /// <summary>The query parameter that says how many items a page has, escaped.</summary>
    /// <value>Default: null.</value>
    public string? Size { get; init; }

    /// <summary>How many items a page has where nobody says; 0 where that is not known.</summary>
    /// <value>Default: 0.</value>
    public int DefaultSize { get; init; }

    /// <summary>How many items a page has at most; 0 where that is not known.</summary>
    /// <value>Default: 0.</value>
    public int MaximumSize { get; init; }
}
