namespace Integrations;

/// <summary>
/// Says how an operation of the client is paginated, where its document does not make that plain or is wrong about it. The operation then has an
/// <c>{Operation}AllAsync</c>, which gives the items of all pages. What is found without it is in <c>docs/pagination.md</c>.
/// </summary>
/// <remarks>Clients of one document share its operations: what one of them says counts for all; the first by name wins.</remarks>
/// <example><c>[Pagination(Operation = "GET /contacts", Kind = PaginationKind.Cursor, Items = "results", Next = "paging.next.after", Parameter = "after")]</c></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PaginationAttribute : Attribute
{
    /// <summary>The operation: <c>"METHOD /path"</c> as the document writes the path, or an operationId.</summary>
    public string? Operation { get; set; }

    /// <summary>How its pages hang together. <see cref="PaginationKind.None"/> takes away an <c>AllAsync</c> that was found.</summary>
    /// <value>Default: <see cref="PaginationKind.None"/>.</value>
    public PaginationKind Kind { get; set; }

    /// <summary>The property of the answer that has the items, as the document names it; a dot leads into an object (<c>result.items</c>).</summary>
    /// <value>Default: null, which is the answer itself where that is a list, else its only list.</value>
    public string? Items { get; set; }

    /// <summary>
    /// The property of the answer that leads on: an address (<see cref="PaginationKind.Address"/>), a mark (<see cref="PaginationKind.Cursor"/>), or
    /// whether there is more (<see cref="PaginationKind.LastItem"/>). A dot leads into an object (<c>paging.next</c>).
    /// </summary>
    public string? Next { get; set; }

    /// <summary>The query parameter that takes the mark, the id of the last item, the number of the page, or of the items to skip.</summary>
    public string? Parameter { get; set; }

    /// <summary>The query parameter that says how many items a page has.</summary>
    /// <value>Default: null; a page is then the last where it is empty or has fewer items than the first.</value>
    public string? Size { get; set; }

    /// <summary>The property of the answer that says how many items there are in all.</summary>
    public string? Total { get; set; }

    /// <summary>The property of an item that is its id, for <see cref="PaginationKind.LastItem"/>.</summary>
    /// <value>Default: <c>id</c>.</value>
    public string Id { get; set; } = "id";

    /// <summary>The number of the first page, for <see cref="PaginationKind.Page"/>.</summary>
    /// <value>Default: 1.</value>
    public int First { get; set; } = 1;
}
