using Integrations.Generators.Binding.UserTypes;
using Integrations.Generators.Declarations;
using Integrations.Generators.Declarations.Types;
using Integrations.Generators.Emission.Json.UserTypes;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators;

/// <summary>From <c>[JsonModel]</c> to JSON code for types of the user's own. Wiring only; it meets documents where a type names an emitted model.</summary>
internal static class UserTypePipeline
{
    /// <summary>Wires the pipeline.</summary>
    /// <returns>The types that are emitted for documents.</returns>
    public static IncrementalValueProvider<EquatableArray<EmittedType>> Wire(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<DocumentModel> documents,
        IncrementalValueProvider<ProjectModel> project,
        Action<SourceProductionContext, EquatableArray<DiagnosticModel>> report)
    {
        var marks = context.SyntaxProvider.ForAttributeWithMetadataName(
                WellKnownNames.JsonModelAttribute,
                static (node, _) => node is BaseTypeDeclarationSyntax or CompilationUnitSyntax,
                static (attributed, cancellationToken) => MarkReader.Read(attributed, cancellationToken))
            .Collect();
        var types = marks
            .Select(static (all, _) => UserTypeBinder.Merge(all))
            .WithTrackingName(StepNames.UserTypes);
        var checks = marks
            .Select(static (all, _) => UserTypeBinder.Checks(all))
            .WithTrackingName(StepNames.UserTypeChecks);
        var emitted = documents.Select(static (document, _) => document.Files)
            .Collect()
            .Select(static (all, _) => EmittedTypeIndex.Of(all))
            .WithTrackingName(StepNames.EmittedTypes);
        context.RegisterSourceOutput(
            checks.Combine(emitted).Select(static (pair, _) => UserTypeBinder.Problems(pair.Left, pair.Right)).WithTrackingName(StepNames.Mistakes),
            report);
        var bound = types.Combine(emitted).Combine(project)
            .Select(static (pair, _) => UserTypeBinder.Bind(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(StepNames.BoundUserTypes);
        context.RegisterSourceOutput(bound, static (output, model) =>
        {
            if (model is not null)
                GuardedOutput.Add(output, UserTypesEmitter.HintName, "", model, UserTypesEmitter.Emit);
        });
        return emitted;
    }
}
