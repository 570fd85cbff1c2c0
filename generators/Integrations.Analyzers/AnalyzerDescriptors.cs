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

    /// <summary>{0}: what it is given to. The text itself is never repeated.</summary>
    public static readonly DiagnosticDescriptor Secret = new(
        "INT1011", "A secret stands in the source", "The text for {0} looks like a secret, and whoever has the source or the assembly has it too; give it to the configuration (user secrets, an environment variable, a vault), and revoke it if it was real", Category, DiagnosticSeverity.Warning, true, helpLinkUri: DocumentDescriptors.Help + "int1011");

    /// <summary>Never shown: it carries a code fix for a mistake that the generator reports. {0}: the mistake's id.</summary>
    public static readonly DiagnosticDescriptor Fixable = new(
        FixNames.Id, "A mistake that can be corrected", "There is a correction for {0}", Category, DiagnosticSeverity.Hidden, true, helpLinkUri: DocumentDescriptors.Help + "int1013");
}
