using System.Collections.Immutable;
using Integrations.Generators.Checks;
using Integrations.Generators.Declarations;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Documents;
using Integrations.Generators.Emission;
using Integrations.Generators.Emission.Hosting;
using Integrations.Generators.Models;
using Integrations.Generators.Reports;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators;

/// <summary>
/// From attributes and documents to clients. Wiring only: one pipeline per class, one per document, and their meeting. What flows between
/// steps is compared by value, so that an edit runs again only what depends on it; <see cref="StepNames"/> lists the steps.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class IntegrationsGenerator : IIncrementalGenerator
{
    private readonly DocumentStages _stages;

    /// <summary>Makes the generator; the compiler does.</summary>
    public IntegrationsGenerator()
        : this(DocumentStages.Default)
    {
    }

    internal IntegrationsGenerator(DocumentStages stages) => _stages = stages;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        var project = context.AnalyzerConfigOptionsProvider
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName))
            .Select(static (pair, _) => ProjectReader.Read(pair.Left.GlobalOptions, pair.Right))
            .WithTrackingName(StepNames.Project);
        var files = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => ProjectFile.Of(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Files)
            .Collect()
            .Select(static (all, _) => ProjectFiles.Of(all));
        var classes = Classes(context);
        var declarations = classes
            .Select(static (pair, _) => pair.Declaration)
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName(StepNames.Declarations);
        var checks = classes.Select(static (pair, _) => pair.Check).WithTrackingName(StepNames.Checks);
        ReportMistakes(context, checks, files);
        var documents = Documents(declarations, files, project);
        var clients = Clients(declarations, documents);
        ReportContexts(context, documents);
        var types = UserTypePipeline.Wire(context, documents, project, Report);
        EmitDocuments(context, documents);
        PropertiesPipeline.Register(context, documents);
        EmitClients(context, clients);
        FallbackPipeline.Register(context, clients, documents, checks, types, Report);
        var databases = SqlPipeline.Wire(context, types, Report);
        EmitHosting(context, clients, databases.Classes, project);
        ApiReportPipeline.Register(context, documents, clients, files, _stages);
        SchemaPipeline.Register(context, clients, databases.Integrations);
    }

    // One walk gives both: what is emitted, which knows no places, and what is checked, which does.
    private static IncrementalValuesProvider<(ClientDeclaration? Declaration, CheckModel Check)> Classes(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
                WellKnownNames.OpenApiClientAttribute,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, cancellationToken) => DeclarationReader.Read(attributed, cancellationToken))
            .Where(static pair => pair is not null)
            .Select(static (pair, _) => pair.GetValueOrDefault());

    private static void ReportMistakes(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<CheckModel> checks,
        IncrementalValueProvider<ProjectFiles> files)
    {
        var mistakes = checks.Combine(files)
            .Select(static (pair, cancellationToken) => DeclarationChecks.Run(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(StepNames.Mistakes);
        var together = checks.Collect()
            .Select(static (all, _) => DeclarationChecks.Together(all))
            .WithTrackingName(StepNames.Mistakes);
        context.RegisterSourceOutput(mistakes, Report);
        context.RegisterSourceOutput(together, Report);
    }

    private static void ReportContexts(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<DocumentModel> documents)
    {
        var contexts = context.SyntaxProvider.ForAttributeWithMetadataName(
                WellKnownNames.JsonSerializableAttribute,
                static (node, _) => node is ClassDeclarationSyntax,
                static (attributed, cancellationToken) => ContextReader.Read(attributed, cancellationToken))
            .Collect()
            .Select(static (all, _) => ContextReader.Together(all))
            .WithTrackingName(StepNames.Contexts);
        var mistakes = contexts.Combine(documents.Select(static (document, _) => document.Files).Collect())
            .Select(static (pair, _) => ContextChecks.Run(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Mistakes);
        context.RegisterSourceOutput(mistakes, Report);
    }

    private static void Report(SourceProductionContext output, EquatableArray<DiagnosticModel> problems)
    {
        foreach (var problem in problems)
            output.ReportDiagnostic(DeclarationProblems.Create(problem));
    }

    private IncrementalValuesProvider<DocumentModel> Documents(
        IncrementalValuesProvider<ClientDeclaration> declarations,
        IncrementalValueProvider<ProjectFiles> files,
        IncrementalValueProvider<ProjectModel> project)
    {
        var stages = _stages;
        var requests = declarations.Collect().Combine(project)
            .SelectMany(static (pair, _) => RequestGrouping.Group(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Requests);
        return requests.Combine(files)
            .Select(static (pair, cancellationToken) => DocumentInput.Find(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(StepNames.Inputs)
            .Select((input, cancellationToken) => (Path: input.Path ?? "", Model: DocumentLoading.Run(input, stages, cancellationToken)))
            .WithTrackingName(StepNames.Bound)
            .Collect()
            .SelectMany(static (bound, _) => DocumentClashes.Resolve(bound))
            .WithTrackingName(StepNames.Documents);
    }

    private static IncrementalValuesProvider<ClientOutput> Clients(
        IncrementalValuesProvider<ClientDeclaration> declarations,
        IncrementalValuesProvider<DocumentModel> documents)
    {
        var models = documents.SelectMany(static (document, _) => document.Clients).Collect();
        var alike = declarations.Collect().Select(static (all, _) => ClientHints.Alike(all));
        return declarations.Combine(models).Combine(alike)
            .Select(static (pair, _) => ClientJoin.Join(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(StepNames.Clients);
    }

    private void EmitDocuments(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<DocumentModel> documents)
    {
        var stages = _stages;
        context.RegisterSourceOutput(
            documents.SelectMany(static (document, _) => document.Files).WithTrackingName(StepNames.Outputs),
            (output, file) => GuardedOutput.Add(output, file.HintName, file.Document, file, stages.EmitFile));
        context.RegisterSourceOutput(
            documents.Select(static (document, _) => document.Problems).WithTrackingName(StepNames.Problems),
            static (output, problems) =>
            {
                foreach (var problem in problems)
                    output.ReportDiagnostic(DocumentProblems.Create(problem));
            });
    }

    private void EmitClients(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ClientOutput> clients)
    {
        var emit = _stages.EmitClient;
        context.RegisterSourceOutput(
            clients,
            (output, client) => GuardedOutput.Add(output, client.HintName, client.Declaration.Document, client, it => emit(it.Client, it.Declaration)));
    }

    private static void EmitHosting(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ClientOutput> clients,
        IncrementalValueProvider<EquatableArray<string>> databases,
        IncrementalValueProvider<ProjectModel> project)
    {
        var module = clients.Collect().Combine(databases).Combine(project)
            .Select(static (pair, _) => ModuleBinder.Bind(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(StepNames.Module);
        context.RegisterSourceOutput(module, static (output, model) =>
        {
            if (model is not null)
                GuardedOutput.Add(output, ModuleEmitter.HintName, "", model, ModuleEmitter.Emit);
        });

        var references = context.CompilationProvider
            .Select(static (compilation, cancellationToken) => ReferenceScan.Read(compilation, cancellationToken))
            .WithTrackingName(StepNames.References);
        var host = module.Combine(references)
            .Select(static (pair, _) => HostBinder.Bind(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Host);
        context.RegisterSourceOutput(host, static (output, model) =>
        {
            if (model is not null)
                GuardedOutput.Add(output, HostEmitter.HintName, "", model, HostEmitter.Emit);
        });
    }
}
