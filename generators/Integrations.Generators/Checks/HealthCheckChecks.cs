using Integrations.Generators.Declarations;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Integrations.OpenApi;
using Integrations.OpenApi.Model;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Checks;

/// <summary>What <c>[HealthCheck]</c> calls: that it can be called (INT1020), and is not nearly an operation of the document (INT1021).</summary>
internal static class HealthCheckChecks
{
    // How many letters may be wrong in a path that is likely to be another.
    private const int Slip = 2;

    /// <summary>What the attribute of a class says, with its place; null where it says nothing.</summary>
    public static PlacedText? Read(INamedTypeSymbol type, AttributeData[] attributes, CancellationToken cancellationToken)
    {
        foreach (var attribute in attributes)
        {
            if (AttributeKinds.Of(attribute.AttributeClass) == AttributeKind.HealthCheck
                && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: var text })
            {
                return new PlacedText(text as string ?? "", ArgumentPlace.Positional(attribute, type, cancellationToken));
            }
        }
        return null;
    }

    /// <summary>Checks it against the document.</summary>
    public static void Run(CheckModel check, PlacedText health, SpecIndex index, HashSet<SpecOperationKey> slice, List<DiagnosticModel> problems)
    {
        foreach (var operation in slice)
        {
            if (operation.OperationId == health.Text || operation.Method + " " + operation.Path == health.Text)
            {
                Callable(operation.Method, operation.Path);
                return;
            }
        }
        var space = health.Text.IndexOf(' ');
        if (space < 0)
        {
            var nearest = string.IsNullOrWhiteSpace(health.Text) ? [] : Suggestion.Nearest(health.Text, slice.Select(static o => o.OperationId ?? o.Method + " " + o.Path));
            Report($"is no operation of '{check.ClassName}'{Suggestion.Of(nearest)}; name one that its Operations include, or write \"GET /path\"", nearest);
            return;
        }
        var path = health.Text.Substring(space + 1);
        if (!Callable(health.Text.Substring(0, space), path))
            return;
        var query = path.IndexOf('?');
        var plain = health.Text.Substring(0, space + 1) + (query < 0 ? path : path.Substring(0, query));
        var near = new List<string>();
        foreach (var operation in index.Select([]).Operations)
        {
            var title = operation.Method + " " + operation.Path;
            if (title == plain)
                return;
            if (operation.Method + " " == health.Text.Substring(0, space + 1) && Suggestion.Distance(title, plain) <= Slip)
                near.Add(title);
        }
        if (near.Count > 0)
            problems.Add(DeclarationProblems.Of(DeclarationDescriptors.HealthCheckPath, health.Place, health.Text, check.Document.Text, Suggestion.Of(near)) with { Remedy = near[0] });

        bool Callable(string method, string path)
        {
            if (method is not ("GET" or "HEAD" or "OPTIONS"))
                Report("is no GET, HEAD or OPTIONS, and a health check must change nothing", []);
            else if (!path.StartsWith("/", StringComparison.Ordinal))
                Report("has a path that does not begin with '/'; it is below the client's address", []);
            else if (path.IndexOf('{') >= 0)
                Report("has parameters in its path, whose values nobody knows; write a path without them", []);
            else
                return true;
            return false;
        }

        void Report(string why, IReadOnlyList<string> nearest) =>
            problems.Add(DeclarationProblems.Of(DeclarationDescriptors.HealthCheck, health.Place, health.Text, why) with { Remedy = nearest.Count > 0 ? nearest[0] : null });
    }
}
