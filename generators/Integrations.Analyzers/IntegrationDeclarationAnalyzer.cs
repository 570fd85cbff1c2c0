using System.Collections.Immutable;
using Integrations.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Integrations.Analyzers;

/// <summary>Reports mistakes in the declarations of integrations, each at the argument that is wrong.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IntegrationDeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationDescriptors.NotPartial,
        DeclarationDescriptors.NotInProject,
        DeclarationDescriptors.Ambiguous,
        DeclarationDescriptors.Unmatched,
        DeclarationDescriptors.SameName,
        DeclarationDescriptors.Shape,
        DeclarationDescriptors.InvalidArgument,
        DeclarationDescriptors.UnknownOperation,
        DeclarationDescriptors.NoIntegration,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.OpenApiClientAttribute) is null)
                return;
            var documents = new ProjectDocuments(start.Options);
            var names = new NameChecks();
            start.RegisterSymbolAction(symbol => Analyze(symbol, documents, names), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(names.Report);
        });
    }

    /// <summary>An attribute as users write it.</summary>
    internal static string ShortName(AttributeData attribute)
    {
        const string Suffix = "Attribute";
        var name = attribute.AttributeClass?.Name ?? "";
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    private static void Analyze(SymbolAnalysisContext context, ProjectDocuments documents, NameChecks names)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class)
            return;
        AttributeData? client = null;
        List<AttributeData>? settings = null;
        var isIntegration = false;
        foreach (var attribute in type.GetAttributes())
        {
            switch (AttributeKinds.Of(attribute.AttributeClass))
            {
                case AttributeKind.OpenApiClient: client ??= attribute; break;
                case AttributeKind.OtherIntegration: isIntegration = true; break;
                case AttributeKind.Auth or AttributeKind.Policy: (settings ??= []).Add(attribute); break;
            }
        }
        if (client is not null)
            Client(context, type, client, documents, names);
        else if (settings is not null && !isIntegration)
            WithoutIntegration(context, type, settings);
    }

    private static void Client(SymbolAnalysisContext context, INamedTypeSymbol type, AttributeData client, ProjectDocuments documents, NameChecks names)
    {
        if (ClassShape.Obstacle(type) is { } obstacle)
        {
            context.ReportDiagnostic(Diagnostic.Create(DeclarationDescriptors.Shape, type.Locations[0], type.Name, obstacle));
            return;
        }
        if (!ClassShape.IsPartial(type, context.CancellationToken))
            context.ReportDiagnostic(Diagnostic.Create(DeclarationDescriptors.NotPartial, type.Locations[0], type.Name));
        var arguments = ClientArguments.Read(client);
        ArgumentChecks.Run(context, type, client, arguments);
        DocumentChecks.Run(context, type, client, arguments, documents);
        names.Add(IntegrationNames.Of(type.Name, arguments.Name), type, ArgumentPlace.Of(client, type, context.CancellationToken));
    }

    private static void WithoutIntegration(SymbolAnalysisContext context, INamedTypeSymbol type, List<AttributeData> settings)
    {
        foreach (var attribute in settings)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DeclarationDescriptors.NoIntegration, ArgumentPlace.Of(attribute, type, context.CancellationToken), ShortName(attribute), type.Name));
        }
    }
}
