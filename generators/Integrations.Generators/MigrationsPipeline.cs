using Integrations.Generators.Binding.Sql;
using Integrations.Generators.Checks;
using Integrations.Generators.Declarations;
using Integrations.Generators.Declarations.Sql;
using Integrations.Generators.Emission.Sql;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators;

/// <summary>From <c>[Migrations]</c> to a file with the migrations of each class, which is all that an edit of one writes again. Wiring only.</summary>
internal static class MigrationsPipeline
{
    /// <summary>Wires the pipeline.</summary>
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<SqlFileModel>> files,
        IncrementalValueProvider<EquatableArray<string>> alike,
        Action<SourceProductionContext, EquatableArray<DiagnosticModel>> report)
    {
        var classes = context.SyntaxProvider.ForAttributeWithMetadataName(
                WellKnownNames.MigrationsAttribute,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, cancellationToken) => MigrationsReader.Read(attributed, cancellationToken))
            .Where(static pair => pair is not null)
            .Select(static (pair, _) => pair.GetValueOrDefault());
        var checks = classes.Select(static (pair, _) => pair.Check).WithTrackingName(StepNames.SqlMigrationChecks);
        var migrations = classes
            .Select(static (pair, _) => pair.Declaration)
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName(StepNames.SqlMigrationDeclarations)
            .Combine(files)
            .Combine(alike)
            .Select(static (pair, _) => MigrationBinder.Bind(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(StepNames.SqlMigrations);
        context.RegisterSourceOutput(
            checks.Combine(migrations.Collect()).Select(static (pair, _) => MigrationChecks.Run(pair.Left, pair.Right)).WithTrackingName(StepNames.Mistakes),
            report);
        context.RegisterSourceOutput(migrations, static (output, model) => GuardedOutput.Add(output, model.HintName, model.Declaration.FullName, model, MigrationsEmitter.Emit));
    }
}
