using Integrations.Generators.Binding.Sql;
using Integrations.Generators.Binding.Sql.Schemas;
using Integrations.Generators.Checks;
using Integrations.Generators.Declarations;
using Integrations.Generators.Declarations.Sql;
using Integrations.Generators.Documents;
using Integrations.Generators.Emission;
using Integrations.Generators.Emission.Sql;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators;

/// <summary>From <c>[PostgresClient]</c> and <c>[SqliteClient]</c> to clients of databases. Wiring only; a project without such classes runs none of it.</summary>
internal static class SqlPipeline
{
    /// <summary>Wires the pipeline.</summary>
    /// <returns>The classes that are emitted, fully qualified and ordered, for the project's module; and the names of their integrations.</returns>
    public static (IncrementalValueProvider<EquatableArray<string>> Classes, IncrementalValueProvider<EquatableArray<string>> Integrations) Wire(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<EmittedType>> emitted,
        Action<SourceProductionContext, EquatableArray<DiagnosticModel>> report)
    {
        var classes = Classes(context, WellKnownNames.PostgresClientAttribute, isSqlite: false).Collect()
            .Combine(Classes(context, WellKnownNames.SqliteClientAttribute, isSqlite: true).Collect())
            .SelectMany(static (pair, _) => pair.Left.AddRange(pair.Right));
        var declarations = classes
            .Select(static (pair, _) => pair.Declaration)
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName(StepNames.SqlDeclarations);
        var checks = classes.Select(static (pair, _) => pair.Check).WithTrackingName(StepNames.SqlChecks);
        var names = declarations.Collect().Select(static (all, _) => EquatableArray.From(all.Select(static d => d.FullName)));
        var files = Files(context);
        var alike = names.Select(static (all, _) => ClientHints.Alike(all));
        MigrationsPipeline.Register(context, files, alike, report);
        var inputs = declarations.Combine(files).Combine(Catalogs(context, declarations, files, report).Collect())
            .Select(static (pair, _) => SqlInputs.Of(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(StepNames.SqlInputs);
        var clients = inputs.Combine(emitted).Combine(alike)
            .Select(static (pair, _) => SqlBinder.Bind(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(StepNames.SqlClients);

        context.RegisterSourceOutput(
            checks.Combine(clients.Collect()).Select(static (pair, _) => SqlChecks.Run(pair.Left, pair.Right)).WithTrackingName(StepNames.Mistakes),
            report);
        context.RegisterSourceOutput(
            checks.Collect().Combine(clients.Collect()).Select(static (pair, _) => SqlChecks.Rows(pair.Left, pair.Right)).WithTrackingName(StepNames.Mistakes),
            report);
        context.RegisterSourceOutput(
            checks.Collect().Select(static (all, _) => SqlChecks.Together(all)).WithTrackingName(StepNames.Mistakes),
            report);
        context.RegisterSourceOutput(clients, static (output, client) => GuardedOutput.Add(output, client.HintName, client.Declaration.FullName, client, SqlClientEmitter.Emit));
        var rows = clients.SelectMany(static (client, _) => client.Rows).Collect().SelectMany(static (all, _) => SqlInputs.Rows(all)).WithTrackingName(StepNames.SqlRows);
        context.RegisterSourceOutput(rows, static (output, file) => GuardedOutput.Add(output, file.HintName, file.Row.Type.FullName, file.Row, SqlRowEmitter.Emit));
        var drivers = declarations.Collect()
            .Select(static (all, _) => (Postgres: all.Any(static d => d.Postgres), Sqlite: all.Any(static d => d.Sqlite)))
            .WithTrackingName(StepNames.SqlDrivers);
        context.RegisterSourceOutput(drivers, static (output, needed) =>
        {
            if (needed.Postgres)
                GuardedOutput.Add(output, PostgresDriverText.HintName, "", PostgresDriverText.Text, static text => text);
            if (needed.Sqlite)
                GuardedOutput.Add(output, SqliteDriverText.HintName, "", SqliteDriverText.Text, static text => text);
        });
        return (
            names.Select(static (all, _) => EquatableArray.From(all.Distinct().Select(static n => "global::" + n).OrderBy(static n => n, StringComparer.Ordinal))),
            declarations.Collect().Select(static (all, _) => EquatableArray.From(all.Select(static d => d.Integration))));
    }

    private static IncrementalValuesProvider<(SqlDeclaration? Declaration, SqlCheck Check)> Classes(IncrementalGeneratorInitializationContext context, string attribute, bool isSqlite) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                (attributed, cancellationToken) => SqlDeclarationReader.Read(attributed, isSqlite, cancellationToken))
            .Where(static pair => pair is not null)
            .Select(static (pair, _) => pair.GetValueOrDefault());

    private static IncrementalValuesProvider<SqlCatalogModel> Catalogs(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<SqlDeclaration> declarations, IncrementalValueProvider<EquatableArray<SqlFileModel>> files, Action<SourceProductionContext, EquatableArray<DiagnosticModel>> report)
    {
        var catalogs = declarations.Collect().SelectMany(static (all, _) => SqlInputs.Keys(all))
            .Combine(files)
            .Select(static (pair, _) => SqlInputs.Schema(pair.Left, pair.Right))
            .WithTrackingName(StepNames.SqlSchemas)
            .Select(static (input, cancellationToken) => DdlReader.Read(input, cancellationToken))
            .WithTrackingName(StepNames.SqlCatalogs);
        context.RegisterSourceOutput(catalogs, (output, catalog) => report(output, catalog.Problems));
        return catalogs;
    }

    private static IncrementalValueProvider<EquatableArray<SqlFileModel>> Files(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider.Where(static file => file.Path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => ProjectFile.Of(pair.Left, pair.Right))
            .Collect()
            .Select(static (files, cancellationToken) => EquatableArray.From(files.Select(file => new SqlFileModel(file.RelativePath, file.Path, file.Read(cancellationToken)?.ToString() ?? ""))))
            .WithTrackingName(StepNames.SqlFiles);
}
