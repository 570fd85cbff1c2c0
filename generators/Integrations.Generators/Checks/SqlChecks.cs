using System.Collections.Immutable;
using Integrations.Generators.Binding.Sql;
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
                if (problem.Spot is SqlSpot.PostgresSchema or SqlSpot.SqliteSchema)
                    problems.Add(new DiagnosticModel(problem.Id, (problem.Spot == SqlSpot.PostgresSchema ? check.PostgresSchema : check.SqliteSchema) ?? check.Place, problem.Arguments));
                else if (problem.Method < check.Methods.Count)
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

    /// <summary>Methods of different classes whose result is one type without members, which cannot get those of both (INT4006).</summary>
    public static EquatableArray<DiagnosticModel> Rows(ImmutableArray<SqlCheck> all, ImmutableArray<SqlClientModel> clients)
    {
        var problems = new List<DiagnosticModel>();
        foreach (var alike in clients.SelectMany(static c => c.Rows.Select(r => (Client: c, Row: r))).GroupBy(static p => p.Row.Type.FullName, StringComparer.Ordinal))
        {
            var first = alike.First();
            foreach (var (client, row) in alike.Where(p => !p.Row.Members.Equals(first.Row.Members)))
            {
                var check = all.FirstOrDefault(c => c.FullName == client.Declaration.FullName);
                for (var i = 0; check is not null && i < client.Statements.Count && i < check.Methods.Count; i++)
                {
                    if (client.Statements[i].Result.Row?.Object is { } read && read.Type == "global::" + row.Type.FullName && !read.Members.Equals(first.Row.Members))
                    {
                        problems.Add(DeclarationProblems.Of(SqlDescriptors.Columns, check.Methods[i].Method, client.Declaration.Methods[i].Name, SqlRowMaker.Differs(row, first.Row)));
                    }
                }
            }
        }
        return EquatableArray.From(problems.Distinct());
    }

    private static PlaceModel Place(SqlProblem problem, SqlMethodPlaces places) => problem.Spot switch
    {
        SqlSpot.Parameter when problem.Start < places.Parameters.Count => places.Parameters[problem.Start],
        SqlSpot.Text => LiteralPlace.Of(places.Text, problem.Start, problem.Length),
        SqlSpot.SqliteText => LiteralPlace.Of(places.SqliteText, problem.Start, problem.Length),
        _ => places.Method,
    };
}
