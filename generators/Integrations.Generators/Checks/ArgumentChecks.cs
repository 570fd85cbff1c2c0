using Integrations.Generators.Declarations;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Checks;

/// <summary>What can be said of <c>[OpenApiClient]</c> without its document (INT1007).</summary>
internal static class ArgumentChecks
{
    /// <summary>Checks an attribute.</summary>
    public static void Run(INamedTypeSymbol type, AttributeData attribute, ClientArguments arguments, List<DiagnosticModel> problems, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(arguments.Document))
            Report(ArgumentPlace.Positional(attribute, type, cancellationToken), "The document's name", "is empty; write its path relative to the project, as in \"specs/github.json\"");
        if (arguments.Name is { } name && !IntegrationNames.IsName(name))
            Report(ArgumentPlace.Named(attribute, "Name", type, cancellationToken), "Name", $"= \"{name}\" is no identifier; it names the configuration section, so write letters and digits, as in \"GitHub\"");
        if (arguments.Namespace is { } ns && !IntegrationNames.IsNamespace(ns))
            Report(ArgumentPlace.Named(attribute, "Namespace", type, cancellationToken), "Namespace", $"= \"{ns}\" is no namespace; write identifiers with dots between, as in \"MyApp.GitHub\"");
        for (var i = 0; i < arguments.Operations.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(arguments.Operations[i]))
                Report(ArgumentPlace.Element(attribute, "Operations", i, type, cancellationToken), "A pattern of Operations", "is empty; remove it, or leave Operations out to have all");
        }

        void Report(PlaceModel place, string what, string why) =>
            problems.Add(DeclarationProblems.Of(DeclarationDescriptors.InvalidArgument, place, what, why));
    }
}
