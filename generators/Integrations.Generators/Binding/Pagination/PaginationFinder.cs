using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>Finds how an operation is paginated, only where its document leaves no doubt. The table is in docs/pagination.md.</summary>
internal static class PaginationFinder
{
    public static PaginationPlan? Find(OperationPlan plan)
    {
        if (plan.Spec.Pageable is { } pageable)
            return Pageable(plan, pageable);
        if (plan.Spec.Method != "GET" || plan.Body is { Required: true } || PageItems.Of(plan.Response.Type) is not { } items)
            return null;
        return Link(plan, items) ?? Address(plan, items) ?? Cursor(plan, items) ?? LastItem(plan, items) ?? Numbered(plan, items);
    }

    /// <summary><c>x-ms-pageable</c>: the document says it itself.</summary>
    private static PaginationPlan? Pageable(OperationPlan plan, SpecPageable pageable)
    {
        if (plan.Body is { Required: true }
            || pageable.NextLink is null
            || PageItems.At(plan.Response.Type, pageable.Items) is not { } items
            || PropertyPaths.Find(plan.Response.Type, pageable.NextLink) is not { } next
            || PropertyPaths.Kind(next) != WireKind.String)
        {
            return null;
        }
        return new PaginationPlan(PageKind.Address, items.List, items.Path) { Next = next };
    }

    private static PaginationPlan? Link(OperationPlan plan, PageItems items)
    {
        foreach (var response in plan.Spec.Responses)
        {
            if (response.Status.StartsWith("2", StringComparison.Ordinal) && response.Headers.Any(static h => h.Name.Equals("Link", StringComparison.OrdinalIgnoreCase)))
                return new PaginationPlan(PageKind.Link, items.List, items.Path);
        }
        return null;
    }

    private static PaginationPlan? Address(OperationPlan plan, PageItems items)
    {
        var page = plan.Response.Type;
        foreach (var path in PaginationNames.Addresses)
        {
            if (PropertyPaths.FindPlain(page, path) is { } next && PropertyPaths.Kind(next) == WireKind.String)
                return new PaginationPlan(PageKind.Address, items.List, items.Path) { Next = next };
        }
        foreach (var path in PaginationNames.MaybeAddresses)
        {
            if (PropertyPaths.FindPlain(page, path) is { } next && PropertyPaths.Kind(next) == WireKind.String && IsAddress(next))
                return new PaginationPlan(PageKind.Address, items.List, items.Path) { Next = next };
        }
        return null;
    }

    private static bool IsAddress(IReadOnlyList<PropertyStep> next)
    {
        var last = next[next.Count - 1];
        return last.Property.Resolved.Format is "uri" or "url" or "uri-reference"
            || last.Property.Schema.Format is "uri" or "url" or "uri-reference"
            || last.Owner.Properties.Exists(static p => PaginationNames.AddressNeighbours.Contains(PropertyPaths.Plain(p.Wire)));
    }

    private static PaginationPlan? Cursor(OperationPlan plan, PageItems items)
    {
        foreach (var (path, parameters) in PaginationNames.Marks)
        {
            if (PropertyPaths.FindPlain(plan.Response.Type, path) is { } next
                && PropertyPaths.Kind(next) is WireKind.String or WireKind.Int32 or WireKind.Int64
                && Parameter(plan, parameters, WireKind.String, WireKind.Int32, WireKind.Int64) is { } parameter)
            {
                return new PaginationPlan(PageKind.Cursor, items.List, items.Path) { Next = next, Parameter = parameter, More = More(plan) };
            }
        }
        return null;
    }

    private static PaginationPlan? LastItem(OperationPlan plan, PageItems items)
    {
        return More(plan) is { Count: > 0 } more
            && PropertyPaths.Find(items.List.Item, "id") is { } id
            && PropertyPaths.Kind(id) is WireKind.String or WireKind.Int32 or WireKind.Int64
            && Parameter(plan, PaginationNames.LastItemParameters, WireKind.String, WireKind.Int32, WireKind.Int64) is { } parameter
            ? new PaginationPlan(PageKind.LastItem, items.List, items.Path) { More = more, Id = id, Parameter = parameter }
            : null;
    }

    private static PaginationPlan? Numbered(OperationPlan plan, PageItems items)
    {
        var page = Parameter(plan, PaginationNames.Pages, WireKind.Int32, WireKind.Int64);
        var offset = Parameter(plan, PaginationNames.Offsets, WireKind.Int32, WireKind.Int64);
        if (Parameter(plan, PaginationNames.Sizes, WireKind.Int32, WireKind.Int64) is not { } size || (page is null) == (offset is null))
            return null;
        var schema = page?.Spec?.Schema;
        // That 0 may be given without being the default leaves open where the pages begin.
        if (page is not null && (schema?.Default is not (null or "0" or "1") || schema?.Default is null && schema?.Minimum is "0"))
            return null;
        return new PaginationPlan(page is not null ? PageKind.Page : PageKind.Offset, items.List, items.Path)
        {
            Parameter = page ?? offset,
            Size = size,
            First = schema?.Default == "0" ? 0 : 1,
            Total = Total(plan),
        };
    }

    private static IReadOnlyList<PropertyStep> More(OperationPlan plan)
    {
        foreach (var path in PaginationNames.More)
        {
            if (PropertyPaths.FindPlain(plan.Response.Type, path) is { } more && PropertyPaths.Kind(more) == WireKind.Boolean)
                return more;
        }
        return [];
    }

    private static IReadOnlyList<PropertyStep> Total(OperationPlan plan)
    {
        foreach (var path in PaginationNames.Totals)
        {
            if (PropertyPaths.FindPlain(plan.Response.Type, path) is { } total && PropertyPaths.Kind(total) is WireKind.Int32 or WireKind.Int64)
                return total;
        }
        return [];
    }

    /// <summary>The one query parameter of these names and kinds; null where there is none or more than one.</summary>
    private static ParameterPlan? Parameter(OperationPlan plan, string[] names, params WireKind[] kinds)
    {
        var found = plan.Parameters.FindAll(p =>
            p.Place == ParameterPlace.Query
            && p.Spec?.ContentMediaType is null
            && p.Type is PlainPlan type
            && kinds.Contains(type.Model.Kind)
            && names.Contains(PropertyPaths.Plain(p.Wire)));
        return found.Count == 1 ? found[0] : null;
    }
}
