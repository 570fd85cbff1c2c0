using Integrations.Generators.Emission.Json;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators;

/// <summary>
/// The descriptions of models' properties, in files of their own, where a project sets <c>IntegrationsJsonProperties</c>. They come of the same models as the
/// document's own files and only where asked for, so that nothing else of the pipeline knows of them.
/// </summary>
internal static class PropertiesPipeline
{
    /// <summary>Adds the step.</summary>
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<DocumentModel> documents)
    {
        var wanted = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.IntegrationsJsonProperties", out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));
        var files = documents.SelectMany(static (document, _) => document.Files).Combine(wanted);
        context.RegisterSourceOutput(files, static (output, pair) =>
        {
            var (file, isWanted) = pair;
            if (isWanted && PropertiesEmitter.Has(file))
                GuardedOutput.Add(output, "Properties." + file.HintName, file.Document, file, PropertiesEmitter.Emit);
        });
    }
}
