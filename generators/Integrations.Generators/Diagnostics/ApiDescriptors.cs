using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Diagnostics;

/// <summary>What of an emitted API has changed since its listing was accepted (INT3xxx), reported in that listing.</summary>
internal static class ApiDescriptors
{
    private const string Category = "Integrations.Api";

    private const string Accept = "; where that is meant, accept the new listing with 'dotnet build -t:AcceptIntegrationsApi'";

    /// <summary>{0}: the member, {1}: what became of it.</summary>
    public static readonly DiagnosticDescriptor Changed = new(
        "INT3001", "The emitted API has changed", "'{0}' {1}" + Accept, Category, DiagnosticSeverity.Warning, true, helpLinkUri: DocumentDescriptors.Help + "int3001");

    /// <summary>{0}: how many, {1}: the first of them.</summary>
    public static readonly DiagnosticDescriptor Added = new(
        "INT3002", "The emitted API has grown", "Members that the accepted listing lacks: {0} ({1})" + Accept, Category, DiagnosticSeverity.Info, true, helpLinkUri: DocumentDescriptors.Help + "int3002");

    /// <summary>Every descriptor.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Changed, Added];

    /// <summary>Roslyn's diagnostic.</summary>
    public static Diagnostic Create(DiagnosticModel model) =>
        DiagnosticText.Create(model.Id == Changed.Id ? Changed : Added, model.Place, model.Arguments);
}
