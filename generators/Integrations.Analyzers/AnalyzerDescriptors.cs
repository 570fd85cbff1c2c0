using Integrations.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Integrations.Analyzers;

/// <summary>Mistakes that stop nothing from being emitted, so that an analyzer may report them. The others are the generator's.</summary>
internal static class AnalyzerDescriptors
{
    private const string Category = "Integrations.Declarations";

    /// <summary>{0}: attribute, {1}: class.</summary>
    public static readonly DiagnosticDescriptor NoIntegration = new(
        "INT1009", "A policy stands on a class that is no integration", "[{0}] has no effect: '{1}' is no integration; add [OpenApiClient(\"specs/...\")], or remove it", Category, DiagnosticSeverity.Warning, true, helpLinkUri: DocumentDescriptors.Help + "int1009");
}
