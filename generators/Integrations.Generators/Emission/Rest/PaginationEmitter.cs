using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Rest;

/// <summary>Writes the call of an <c>AllAsync</c>: one expression; the way from page to page is the runtime's.</summary>
internal static class PaginationEmitter
{
    /// <summary>The result of the method.</summary>
    public static string Result(PaginationModel pages) => $"global::System.Collections.Generic.IAsyncEnumerable<{pages.Item}>";

    /// <summary>The call on <c>_api</c>.</summary>
    /// <param name="pages">The model.</param>
    /// <param name="page">The type of a page and its codec.</param>
    /// <param name="nullable">Whether a page may be null.</param>
    /// <param name="request">The expression that makes the first request.</param>
    public static string Call(PaginationModel pages, (string Name, string Codec) page, bool nullable, string request)
    {
        var types = $"<{page.Name}, {page.Codec}, {pages.Item}>";
        var items = "static page => " + Path("page", nullable, pages.Items).Text;
        return pages.Kind switch
        {
            PageKind.Link => $"LinkPages{types}({request}, {items}, cancellationToken)",
            PageKind.Address => $"AddressPages{types}({request}, {items}, static page => {Path("page", nullable, pages.Next).Text}, cancellationToken)",
            PageKind.Cursor => $"CursorPages{types}({request}, {items}, static page => {Mark(pages, nullable)}, {Name(pages.Parameter)}, cancellationToken)",
            PageKind.LastItem => $"CursorPages{types}({request}, {items}, static page => {LastItem(pages, nullable)}, {Name(pages.Parameter)}, cancellationToken)",
            _ => $"NumberedPages{types}({request}, {items}, {(pages.Total.Count == 0 ? "null" : "static page => " + Path("page", nullable, pages.Total).Text)}, {Numbers(pages)}, cancellationToken)",
        };
    }

    private static string Mark(PaginationModel pages, bool nullable)
    {
        var mark = Text("page", nullable, pages.Next);
        return pages.More.Count == 0 ? mark : $"{Path("page", nullable, pages.More).Text} == false ? null : {mark}";
    }

    private static string LastItem(PaginationModel pages, bool nullable)
    {
        var items = Path("page", nullable, pages.Items).Text;
        // The pattern also refuses a null item.
        return $"{Path("page", nullable, pages.More).Text} == true && {items} is {{ Count: > 0 }} items && items[items.Count - 1] is {{ }} last ? {Text("last", false, pages.Id)} : null";
    }

    private static string Numbers(PaginationModel pages)
    {
        var settings = new List<string>();
        if (pages.Kind == PageKind.Offset)
            settings.Add("Offset = true");
        else if (pages.First != 1)
            settings.Add("First = " + Number(pages.First));
        if (pages.Size is not null)
            settings.Add("Size = " + Name(pages.Size));
        if (pages.DefaultSize > 0)
            settings.Add("DefaultSize = " + Number(pages.DefaultSize));
        if (pages.MaximumSize > 0)
            settings.Add("MaximumSize = " + Number(pages.MaximumSize));
        var initializer = settings.Count == 0 ? "" : " { " + string.Join(", ", settings) + " }";
        return $"new global::Integrations.Http.PageNumbers({Name(pages.Parameter)}){initializer}";
    }

    /// <summary>What a path leads to, as text or null.</summary>
    private static string Text(string root, bool nullable, EquatableArray<AccessModel> path)
    {
        var (text, mayBeNull) = Path(root, nullable, path);
        return path[path.Count - 1].Kind == WireKind.String
            ? text
            : text + (mayBeNull ? "?" : "") + ".ToString(global::System.Globalization.CultureInfo.InvariantCulture)";
    }

    /// <summary>What a path leads to, and whether it may be null.</summary>
    public static (string Text, bool Nullable) Path(string root, bool nullable, EquatableArray<AccessModel> path)
    {
        var text = root;
        foreach (var step in path)
        {
            text += (nullable ? "?." : ".") + step.Name + (step.Presence == Presence.OptionalNullable ? ".ValueOrDefault" : "");
            nullable = step.Presence != Presence.Required;
        }
        return (text, nullable);
    }

    private static string Name(string? wire) => CSharpText.Literal(RequestCalls.EscapedName(wire ?? ""));

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
