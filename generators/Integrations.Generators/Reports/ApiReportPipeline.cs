using System.Collections.Immutable;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Documents;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Reports;

/// <summary>The listings of documents, where one was accepted or is asked for; a project without them pays for nothing.</summary>
internal static class ApiReportPipeline
{
    /// <summary>Adds the steps.</summary>
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<DocumentModel> documents,
        IncrementalValuesProvider<ClientOutput> clients,
        IncrementalValueProvider<ProjectFiles> files,
        DocumentStages stages)
    {
        var wanted = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.IntegrationsListApi", out var list) && string.Equals(list, "true", StringComparison.OrdinalIgnoreCase));
        var accepted = files
            .Select(static (all, _) => EquatableArray.From(all.All.Where(static file => file.Path.EndsWith(ApiReport.Extension, StringComparison.OrdinalIgnoreCase)).ToList()));
        var listings = documents.Combine(clients.Collect()).Combine(accepted).Combine(wanted)
            .Select((input, cancellationToken) =>
            {
                var (((document, all), listings), list) = input;
                return Listing(document, all, Find(listings, document.Name), list, stages, cancellationToken);
            })
            .WithTrackingName(StepNames.ApiListings);
        context.RegisterSourceOutput(listings, static (output, listing) =>
        {
            foreach (var problem in listing.Problems)
                output.ReportDiagnostic(ApiDescriptors.Create(problem));
            if (listing.Text is { } text)
                output.AddSource(listing.HintName, Microsoft.CodeAnalysis.Text.SourceText.From(text, System.Text.Encoding.UTF8));
        });
    }

    private static ApiListingModel Listing(DocumentModel document, ImmutableArray<ClientOutput> clients, ProjectFile? accepted, bool list, DocumentStages stages, CancellationToken cancellationToken)
    {
        if (accepted is null && !list)
            return ApiListingModel.None;
        try
        {
            var names = new HashSet<string>(document.Clients.Select(static client => client.FullName), StringComparer.Ordinal);
            var lines = ApiListing.Of(
                document.Files.Select(file => stages.EmitFile(file))
                    .Concat(clients.Where(client => names.Contains(client.Declaration.FullName)).Select(client => stages.EmitClient(client.Client, client.Declaration))),
                cancellationToken);
            return new ApiListingModel(
                "Api." + document.Name + ".g.cs",
                list ? ApiReport.Emit(lines) : null,
                accepted is null || list ? EquatableArray<DiagnosticModel>.Empty : ApiReport.Compare(accepted, lines, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The emission itself reports it, at the document.
            return ApiListingModel.None;
        }
    }

    private static ProjectFile? Find(EquatableArray<ProjectFile> listings, string document)
    {
        foreach (var listing in listings)
        {
            var name = listing.RelativePath.Substring(listing.RelativePath.LastIndexOf('/') + 1);
            if (string.Equals(name, document + ApiReport.Extension, StringComparison.OrdinalIgnoreCase))
                return listing;
        }
        return null;
    }
}
