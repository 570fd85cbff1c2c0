namespace Integrations.Generators.Models;

/// <summary>How the pages of an operation hang together; as the runtime's <c>PaginationKind</c> names it.</summary>
internal enum PageKind
{
    None,
    Link,
    Address,
    Cursor,
    LastItem,
    Page,
    Offset,
}

/// <summary>What <c>[Pagination]</c> says of one operation.</summary>
/// <param name="Operation"><c>METHOD /path</c> or an operationId.</param>
/// <param name="Kind">How.</param>
/// <param name="Items">The property of the items, or null.</param>
/// <param name="Next">The property that leads on, or null.</param>
/// <param name="Parameter">The query parameter, or null.</param>
/// <param name="Size">The query parameter of the page's size, or null.</param>
/// <param name="Total">The property of the number of all items, or null.</param>
/// <param name="Id">The property of an item's id.</param>
/// <param name="First">The first page's number.</param>
internal sealed record PaginationDeclaration(string Operation, PageKind Kind, string? Items, string? Next, string? Parameter, string? Size, string? Total, string Id, int First);

/// <summary>The <c>AllAsync</c> of an operation.</summary>
/// <param name="Kind">How its pages hang together.</param>
/// <param name="Item">The type of an item, nullable where one may be null.</param>
/// <param name="Items">From a page to its items; empty where the page is the list.</param>
/// <param name="Next">From a page to what leads on.</param>
/// <param name="More">From a page to whether there is more; empty where that is not said.</param>
/// <param name="Id">From an item to its id.</param>
/// <param name="Total">From a page to the number of all items.</param>
/// <param name="Parameter">The query parameter, or null.</param>
/// <param name="Size">The query parameter of the size, or null.</param>
/// <param name="First">The first page's number.</param>
/// <param name="DefaultSize">The size where nobody says, or 0.</param>
/// <param name="MaximumSize">The largest size, or 0.</param>
internal sealed record PaginationModel(
    PageKind Kind,
    string Item,
    EquatableArray<AccessModel> Items,
    EquatableArray<AccessModel> Next,
    EquatableArray<AccessModel> More,
    EquatableArray<AccessModel> Id,
    EquatableArray<AccessModel> Total,
    string? Parameter,
    string? Size,
    int First,
    int DefaultSize,
    int MaximumSize);

/// <summary>A step from an object into a property.</summary>
/// <param name="Name">The property's C# name.</param>
/// <param name="Kind">What it is on the wire.</param>
/// <param name="Presence">How it treats absence and null.</param>
internal sealed record AccessModel(string Name, WireKind Kind, Presence Presence);
