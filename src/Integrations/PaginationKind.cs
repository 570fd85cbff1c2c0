namespace Integrations;

/// <summary>How the pages of a list hang together.</summary>
public enum PaginationKind
{
    /// <summary>Not at all: no <c>AllAsync</c> is emitted, though the document looks as if.</summary>
    None,

    /// <summary>The <c>Link</c> header of an answer has the address of the next page, as <c>rel="next"</c> (RFC 8288).</summary>
    Link,

    /// <summary>A property of the answer has the address of the next page.</summary>
    Address,

    /// <summary>A property of the answer has a mark, which a query parameter takes back.</summary>
    Cursor,

    /// <summary>The answer says whether there is more, and a query parameter takes the id of the last item.</summary>
    LastItem,

    /// <summary>A query parameter is the number of the page.</summary>
    Page,

    /// <summary>A query parameter is the number of items to skip.</summary>
    Offset,
}
