using System.Collections.Immutable;
using Integrations.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Integrations.Analyzers;

/// <summary>Reports attributes of integrations that nothing reads (INT1009).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IntegrationDeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerDescriptors.NoIntegration];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.OpenApiClientAttribute) is not null)
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class)
            return;
        List<AttributeData>? settings = null;
        foreach (var attribute in type.GetAttributes())
        {
            switch (AttributeKinds.Of(attribute.AttributeClass))
            {
                case AttributeKind.OpenApiClient or AttributeKind.OtherIntegration: return;
                case AttributeKind.Auth or AttributeKind.Policy or AttributeKind.Pagination or AttributeKind.Server or AttributeKind.HealthCheck or AttributeKind.Fallback: (settings ??= []).Add(attribute); break;
            }
        }
        foreach (var attribute in settings ?? [])
        {
            var place = attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() ?? type.Locations[0];
            context.ReportDiagnostic(Diagnostic.Create(AnalyzerDescriptors.NoIntegration, place, AttributeKinds.ShortName(attribute), type.Name));
        }
    }
}
