using Integrations.Generators.Binding;
using Integrations.Generators.Checks;
using Integrations.Generators.Emission.Rest;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators;

/// <summary>From <c>[Fallback]</c> to what connects methods with operations. Wiring only; signatures meet emitted types here, by their names.</summary>
internal static class FallbackPipeline
{
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ClientOutput> clients,
        IncrementalValuesProvider<DocumentModel> documents,
        IncrementalValuesProvider<CheckModel> checks,
        IncrementalValueProvider<EquatableArray<EmittedType>> types,
        Action<SourceProductionContext, EquatableArray<DiagnosticModel>> report)
    {
        var bound = clients.Combine(documents.Collect()).Combine(types)
            .Select(static (pair, _) => FallbackBinder.Bind(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(StepNames.Fallbacks);
        context.RegisterSourceOutput(bound, static (output, model) =>
        {
            if (model is { Bound.Count: > 0 })
                GuardedOutput.Add(output, model.HintName, model.Document, model, FallbackEmitter.Emit);
        });
        context.RegisterSourceOutput(
            checks.Combine(bound.Collect()).Select(static (pair, _) => FallbackChecks.Run(pair.Left, pair.Right)).WithTrackingName(StepNames.Mistakes),
            report);
    }
}
