using Integrations.Generators.Models;

namespace Integrations.Generators.Binding;

/// <summary>Notes which operations keep their arguments, because a fallback of some class takes them.</summary>
internal static class FallbackPlanner
{
    public static void Plan(GroupPlans groups, DocumentRequest request)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var client in request.Clients)
            wanted.UnionWith(client.ArgumentsOf);
        if (wanted.Count == 0)
            return;
        foreach (var operation in groups.Operations)
            operation.KeepsArguments = wanted.Contains(operation.Title) || (operation.Spec.OperationId is { } id && wanted.Contains(id));
    }
}
