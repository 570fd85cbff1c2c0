using System.Collections.Immutable;
using Integrations.Generators.Checks;
using Integrations.Generators.Declarations;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Documents;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Integrations.Analyzers;

/// <summary>
/// Repeats, invisibly, the mistakes for which there is a code fix (INT1013): editors offer none for what a generator reports. All that it finds is
/// hidden, so the command-line compiler does not run it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FixableMistakeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerDescriptors.Fixable];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.OpenApiClientAttribute) is null)
                return;
            var options = start.Options;
            var files = new Lazy<ProjectFiles>(() => Files(options));
            start.RegisterSymbolAction(symbol => Analyze(symbol, files), SymbolKind.NamedType);
        });
    }

    private static ProjectFiles Files(AnalyzerOptions options)
    {
        var files = new List<ProjectFile>(options.AdditionalFiles.Length);
        foreach (var file in options.AdditionalFiles)
            files.Add(ProjectFile.Of(file, options.AnalyzerConfigOptionsProvider));
        return new ProjectFiles(files);
    }

    private static void Analyze(SymbolAnalysisContext context, Lazy<ProjectFiles> files)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (var attribute in type.GetAttributes())
        {
            if (type.TypeKind != TypeKind.Class || AttributeKinds.Of(attribute.AttributeClass) != AttributeKind.OpenApiClient)
                continue;
            var check = CheckReader.Read(type, attribute, context.CancellationToken);
            foreach (var problem in DeclarationChecks.Run(check, files.Value, context.CancellationToken))
                Report(context, type, problem);
            return;
        }
    }

    private static void Report(SymbolAnalysisContext context, INamedTypeSymbol type, DiagnosticModel problem)
    {
        if (problem.Remedy is null && problem.Id != DeclarationDescriptors.NotPartial.Id)
            return;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree.FilePath != problem.Place.Path)
                continue;
            var place = Location.Create(reference.SyntaxTree, new(problem.Place.Start, problem.Place.Length));
            var properties = ImmutableDictionary<string, string?>.Empty.Add(FixNames.Mistake, problem.Id).Add(FixNames.Remedy, problem.Remedy);
            context.ReportDiagnostic(Diagnostic.Create(AnalyzerDescriptors.Fixable, place, properties, problem.Id));
            return;
        }
    }
}
