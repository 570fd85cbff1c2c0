namespace Integrations.Generators.Binding;

/// <summary>The names by which pages are known, in lower case without separators. The table is in docs/pagination.md; change both.</summary>
internal static class PaginationNames
{
    private static readonly string[] s_containers = ["", "meta.", "metadata.", "pagination.", "paging.", "pageinfo.", "responsemetadata.", "cursors.", "paging.cursors."];

    /// <summary>Addresses whose name says that they are one.</summary>
    private static readonly string[] s_addresses = ["nexturl", "nextpageurl", "nextpageuri", "nextpagelink", "nextlink", "nexthref", "odatanextlink", "nexturi"];

    /// <summary>Paths that lead to an address and to nothing else.</summary>
    public static IEnumerable<string> Addresses =>
        s_containers.SelectMany(static c => s_addresses.Select(a => c + a))
            .Concat(["links.next", "links.next.href", "meta.links.next", "paging.next.link"]);

    /// <summary>Paths that lead to an address where their neighbours or the document say so.</summary>
    public static readonly string[] MaybeAddresses = ["next", "paging.next", "pagination.next", "meta.next"];

    /// <summary>Neighbours that make <c>next</c> an address.</summary>
    public static readonly string[] AddressNeighbours = ["previous", "prev", "first", "href"];

    /// <summary>Marks, each with the query parameters that take it back.</summary>
    private static readonly (string Mark, string[] Parameters)[] s_marks =
    [
        ("nextcursor", ["cursor", "nextcursor", "after", "startcursor", "pagecursor"]),
        ("nextpagetoken", ["pagetoken", "nextpagetoken"]),
        ("nextpage", ["pagetoken"]),
        ("nexttoken", ["nexttoken", "token"]),
        ("nextmarker", ["marker"]),
        ("nextstartingtoken", ["startingtoken"]),
        ("continuationtoken", ["continuationtoken"]),
        ("endcursor", ["after", "cursor"]),
        ("nextoffset", ["offset"]),
        ("next.after", ["after"]),
        ("nextcursor.after", ["after"]),
    ];

    /// <summary>Marks as paths, with the parameters that take them back.</summary>
    public static IEnumerable<(string Path, string[] Parameters)> Marks =>
        s_containers.SelectMany(static c => s_marks.Select(m => (c + m.Mark, m.Parameters)))
            .Concat([("metadata.continue", ["continue"]), ("cursors.after", ["after"]), ("paging.cursors.after", ["after"])]);

    public static readonly string[] More = ["hasmore", "hasnextpage", "hasnext", "meta.hasmore", "pagination.hasmore", "pageinfo.hasnextpage", "paging.hasmore"];

    public static readonly string[] LastItemParameters = ["startingafter", "after"];

    public static readonly string[] Pages = ["page", "pagenumber", "pageno", "pagenum"];

    public static readonly string[] Offsets = ["offset", "skip", "start", "startindex", "startat"];

    public static readonly string[] Sizes = ["perpage", "pagesize", "limit", "size", "count", "take", "top", "maxresults", "pagelimit", "rows"];

    public static readonly string[] Totals =
    [
        "total", "totalcount", "totalitems", "totalresults", "totalsize", "meta.total", "meta.totalcount", "metadata.total", "metadata.totalcount",
        "pagination.total", "pagination.totalcount", "paging.total",
    ];
}
