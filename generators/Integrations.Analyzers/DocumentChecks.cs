using Integrations.Generators.Declarations;
using Integrations.Generators.Documents;
using Integrations.OpenApi;
using Integrations.OpenApi.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Integrations.Analyzers;

/// <summary>What a declaration says of its document: that it is there (INT1002, INT1003) and has what is asked (INT1004, INT1008).</summary>
internal static class DocumentChecks
{
    /// <summary>Checks a class against its document.</summary>
    public static void Run(SymbolAnalysisContext context, INamedTypeSymbol type, AttributeData attribute, ClientArguments arguments, ProjectDocuments documents)
    {
        var cancellationToken = context.CancellationToken;
        var document = DocumentPath.Normalize(arguments.Document ?? "");
        if (document.Length == 0)
            return;
        var found = documents.Find(document);
        if (found.Count != 1)
        {
            context.ReportDiagnostic(Absent(document, found, documents, ArgumentPlace.Positional(attribute, type, cancellationToken)));
            return;
        }
        if (found[0].Read(cancellationToken) is not { } text)
            return;
        var index = SpecIndex.Get(text, found[0].Path, cancellationToken);

        // What is wrong with the document itself is the generator's to say.
        if (!index.IsOpenApi)
            return;
        var patterns = new List<string>();
        for (var i = 0; i < arguments.Operations.Length; i++)
        {
            var pattern = arguments.Operations[i];
            if (string.IsNullOrWhiteSpace(pattern))
                continue;
            patterns.Add(pattern);
            var unmatched = index.Select([pattern]).Unmatched;
            if (unmatched.Count > 0)
            {
                var place = ArgumentPlace.Element(attribute, "Operations", i, type, cancellationToken);
                context.ReportDiagnostic(Diagnostic.Create(DeclarationDescriptors.Unmatched, place, pattern, document, Suggestion.Of(unmatched[0].Nearest)));
            }
        }
        Policies(context, type, index, new HashSet<SpecOperationKey>(index.Select(patterns).Operations));
    }

    private static Diagnostic Absent(string document, List<ProjectFile> found, ProjectDocuments documents, Location place)
    {
        if (found.Count == 0)
            return Diagnostic.Create(DeclarationDescriptors.NotInProject, place, document, Suggestion.Of(documents.Nearest(document)));
        var paths = new List<string>();
        foreach (var file in found)
            paths.Add(file.Path);
        paths.Sort(StringComparer.Ordinal);
        return Diagnostic.Create(DeclarationDescriptors.Ambiguous, place, document, string.Join(", ", paths));
    }

    private static void Policies(SymbolAnalysisContext context, INamedTypeSymbol type, SpecIndex index, HashSet<SpecOperationKey> slice)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (AttributeKinds.Of(attribute.AttributeClass) is not (AttributeKind.Auth or AttributeKind.Policy))
                continue;
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument is { Key: "Operation", Value: { Kind: TypedConstantKind.Primitive, Value: string operation } })
                    Policy(context, type, index, slice, attribute, operation);
            }
        }
    }

    private static void Policy(SymbolAnalysisContext context, INamedTypeSymbol type, SpecIndex index, HashSet<SpecOperationKey> slice, AttributeData attribute, string operation)
    {
        IReadOnlyList<string> nearest = [];
        if (!string.IsNullOrWhiteSpace(operation))
        {
            var selection = index.Select([operation]);
            foreach (var selected in selection.Operations)
            {
                if (slice.Contains(selected))
                    return;
            }
            nearest = selection.Unmatched.Count > 0 ? selection.Unmatched[0].Nearest : [];
        }
        var place = ArgumentPlace.Named(attribute, "Operation", type, context.CancellationToken);
        context.ReportDiagnostic(Diagnostic.Create(
            DeclarationDescriptors.UnknownOperation, place, operation, IntegrationDeclarationAnalyzer.ShortName(attribute), type.Name, Suggestion.Of(nearest)));
    }
}
