using System.Collections.Immutable;
using Integrations.Generators.Models;

namespace Integrations.Generators.Checks;

/// <summary>Brings what is wrong with migrations to its place.</summary>
internal static class MigrationChecks
{
    /// <summary>Everything that is wrong with the migrations of one class.</summary>
    public static EquatableArray<DiagnosticModel> Run(MigrationsCheck check, ImmutableArray<MigrationsModel> all)
    {
        var problems = new List<DiagnosticModel>(check.Problems);
        foreach (var model in all)
        {
            if (model.Declaration.FullName != check.FullName)
                continue;
            foreach (var problem in model.Problems)
                problems.Add(new DiagnosticModel(problem.Id, problem.File ?? (problem.IsSqlite ? check.SqliteFiles : check.Files), problem.Arguments));
        }
        return EquatableArray.From(problems);
    }
}
