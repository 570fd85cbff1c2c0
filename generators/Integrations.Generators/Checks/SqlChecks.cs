using System.Collections.Immutable;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Checks;

/// <summary>Brings what is wrong with statements to its place.</summary>
internal static class SqlChecks
{
    /// <summary>Everything that is wrong with one class.</summary>
    public static EquatableArray<DiagnosticModel> Run(SqlCheck check, ImmutableArray<SqlClientModel> clients)
    {
        var problems = new List<DiagnosticModel>(check.Problems);
        foreach (var client in clients)
        {
            if (client.Declaration.FullName != check.FullName)
                continue;
            foreach (var problem in client.Problems)
            {
                if (problem.Method < check.Methods.Count)
                    problems.Add(new DiagnosticModel(problem.Id, problem.File ?? Place(problem, check.Methods[problem.Method]), problem.Arguments));
            }
        }
        return EquatableArray.From(problems);
    }

    /// <summary>Classes of one name (INT1005), ignoring case as configuration does.</summary>
    public static EquatableArray<DiagnosticModel> Together(ImmutableArray<SqlCheck> all)
    {
        var problems = new List<DiagnosticModel>();
        foreach (var alike in all.Where(static c => c.Integration.Length > 0).GroupBy(static c => c.Integration, StringComparer.OrdinalIgnoreCase).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            var ordered = alike.OrderBy(static c => c.FullName, StringComparer.Ordinal).ToList();
            for (var i = 0; i < ordered.Count && ordered.Count > 1; i++)
                problems.Add(DeclarationProblems.Of(DeclarationDescriptors.SameName, ordered[i].Place, ordered[i].Integration, ordered[i == 0 ? 1 : 0].FullName));
        }
        return EquatableArray.From(problems);
    }

    private static PlaceModel Place(SqlProblem problem, SqlMethodPlaces places) => problem.Spot switch
    {
        SqlSpot.Parameter when problem.Start < places.Parameters.Count => places.Parameters[problem.Start],
        SqlSpot.Text => LiteralPlace.Of(places.Text, problem.Start, problem.Length),
        SqlSpot.SqliteText => LiteralPlace.Of(places.SqliteText, problem.Start, problem.Length),
        _ => places.Method,
    };
}
