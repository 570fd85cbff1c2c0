using Integrations.Generators.Models;

namespace Integrations.Generators.Binding;

/// <summary>Plans what <c>[Pagination]</c> declares, or says why it cannot.</summary>
internal static class DeclaredPagination
{
    public static PaginationPlan? Plan(OperationPlan plan, PaginationDeclaration declared, out string? why)
    {
        var page = plan.Response.Type;
        why = null;
        if (plan.Body is { Required: true })
            return Not("it needs a body, and pages are asked for without one", out why);
        if (PageItems.At(page, declared.Items) is not { } items)
            return Not(declared.Items is null ? "its answer is no list and has not exactly one; say Items" : "its answer has no list at " + declared.Items, out why);
        var next = declared.Next is { } path ? PropertyPaths.Find(page, path) : null;
        if (declared.Kind is PageKind.Address or PageKind.Cursor or PageKind.LastItem && next is null)
            return Not(declared.Next is null ? "Next is not said" : "its answer has no property " + declared.Next, out why);
        if (declared.Kind is PageKind.Address && PropertyPaths.Kind(next!) != WireKind.String)
            return Not(declared.Next + " is no text", out why);
        if (declared.Kind is PageKind.Cursor && PropertyPaths.Kind(next!) is not (WireKind.String or WireKind.Int32 or WireKind.Int64))
            return Not(declared.Next + " is neither text nor a number", out why);
        if (declared.Kind is PageKind.LastItem && PropertyPaths.Kind(next!) != WireKind.Boolean)
            return Not(declared.Next + " is not true or false", out why);
        IReadOnlyList<PropertyStep> id = [];
        if (declared.Kind is PageKind.LastItem)
        {
            if (PropertyPaths.Find(items.List.Item, declared.Id) is not { } found || PropertyPaths.Kind(found) is not (WireKind.String or WireKind.Int32 or WireKind.Int64))
                return Not("its items have no " + declared.Id + " that is text or a number", out why);
            id = found;
        }
        var parameter = Query(plan, declared.Parameter);
        if (parameter is null && declared.Kind is not (PageKind.Link or PageKind.Address))
            return Not(declared.Parameter is null ? "Parameter is not said" : "it has no simple query parameter " + declared.Parameter, out why);
        var size = Query(plan, declared.Size);
        if (size is null && declared.Size is not null)
            return Not("it has no simple query parameter " + declared.Size, out why);
        var total = declared.Total is { } count ? PropertyPaths.Find(page, count) : [];
        if (total is null || total.Count > 0 && PropertyPaths.Kind(total) is not (WireKind.Int32 or WireKind.Int64))
            return Not("its answer has no number " + declared.Total, out why);
        return new PaginationPlan(declared.Kind, items.List, items.Path)
        {
            Next = declared.Kind == PageKind.LastItem ? [] : next ?? [],
            More = declared.Kind == PageKind.LastItem ? next! : [],
            Id = id,
            Parameter = parameter,
            Size = size,
            Total = total,
            First = declared.First,
        };
    }

    private static ParameterPlan? Query(OperationPlan plan, string? name) => plan.Parameters.Find(p =>
        p.Place == ParameterPlace.Query && p.Wire == name && p.Spec?.ContentMediaType is null && p.Type is PlainPlan { Model.Kind: not WireKind.Element });

    private static PaginationPlan? Not(string reason, out string? why)
    {
        why = reason;
        return null;
    }
}
