using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>Gives every operation its pagination: what a class declares, else what its document makes plain.</summary>
internal static class PaginationPlanner
{
    public static void Plan(GroupPlans groups, DocumentRequest request, ProblemList problems)
    {
        var declared = new List<PaginationDeclaration>();
        foreach (var client in request.Clients)
        {
            foreach (var declaration in client.Pagination)
            {
                if (!declared.Exists(d => d.Operation == declaration.Operation))
                    declared.Add(declaration);
            }
        }
        var used = new HashSet<PaginationDeclaration>();
        foreach (var operation in groups.Operations)
        {
            if (declared.Find(d => d.Operation == operation.Title || d.Operation == operation.Spec.OperationId) is not { } declaration)
            {
                operation.Pagination = PaginationFinder.Find(operation);
                continue;
            }
            used.Add(declaration);
            if (declaration.Kind == PageKind.None)
                continue;
            operation.Pagination = DeclaredPagination.Plan(operation, declaration, out var why);
            if (why is not null)
                problems.Pagination(operation.Spec.Location, operation.Title, why);
        }
        foreach (var declaration in declared)
        {
            if (!used.Contains(declaration))
                problems.Pagination(default(SpecLocation), declaration.Operation, "no class of this document has such an operation");
        }
    }
}
