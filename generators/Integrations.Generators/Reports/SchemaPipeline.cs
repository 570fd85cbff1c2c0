using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Reports;

/// <summary>The schema of the project's configuration, where it is asked for; a project pays nothing for it otherwise.</summary>
internal static class SchemaPipeline
{
    /// <summary>Adds the step.</summary>
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ClientOutput> clients, IncrementalValueProvider<EquatableArray<string>> databases)
    {
        var wanted = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.IntegrationsListSchema", out var list) && string.Equals(list, "true", StringComparison.OrdinalIgnoreCase));
        var schema = clients.Collect().Combine(databases).Combine(wanted)
            .Select(static (pair, _) => pair.Right ? ConfigurationSchema.Emit(pair.Left.Left, pair.Left.Right) : null)
            .WithTrackingName(StepNames.Schema);
        context.RegisterSourceOutput(schema, static (output, text) =>
        {
            if (text is not null)
                output.AddSource(ConfigurationSchema.HintName, Microsoft.CodeAnalysis.Text.SourceText.From(text, System.Text.Encoding.UTF8));
        });
    }
}
