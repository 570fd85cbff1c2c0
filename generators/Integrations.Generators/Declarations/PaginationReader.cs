using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations;

/// <summary>Reads <c>[Pagination]</c>.</summary>
internal static class PaginationReader
{
    /// <summary>What it says; null where it names no operation.</summary>
    public static PaginationDeclaration? Read(AttributeData attribute)
    {
        string? operation = null, items = null, next = null, parameter = null, size = null, total = null;
        var id = "id";
        var (kind, first) = (0, 1);
        foreach (var argument in attribute.NamedArguments)
        {
            var value = argument.Value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum ? argument.Value.Value : null;
            switch (argument.Key)
            {
                case "Operation": operation = value as string; break;
                case "Items": items = value as string; break;
                case "Next": next = value as string; break;
                case "Parameter": parameter = value as string; break;
                case "Size": size = value as string; break;
                case "Total": total = value as string; break;
                case "Id": id = value as string ?? id; break;
                case "Kind": kind = value as int? ?? 0; break;
                case "First": first = value as int? ?? 1; break;
            }
        }
        return operation is null || !Enum.IsDefined(typeof(PageKind), kind)
            ? null
            : new PaginationDeclaration(operation, (PageKind)kind, items, next, parameter, size, total, id, first);
    }
}
