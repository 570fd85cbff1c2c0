using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>A mistake in a statement.</summary>
/// <param name="Id">The id of its descriptor.</param>
/// <param name="At">Where.</param>
/// <param name="Message">What is wrong and what to write.</param>
internal sealed record SqlFinding(string Id, SqlToken At, string Message);

/// <summary>
/// Holds a statement against a schema: names, types, nullability, counts. What is not known is <see cref="SqlTypes.Unknown"/>, which fits everything, and what is not
/// understood is a finding of its own (INT4016).
/// </summary>
internal sealed partial class SqlChecker
{
    private readonly SqlSchema _schema;
    private readonly Func<string, SqlScalarModel?> _arguments;
    private readonly List<SqlFinding> _findings = [];
    private readonly HashSet<(string, int)> _reported = [];

    private SqlChecker(SqlSchema schema, Func<string, SqlScalarModel?> arguments) => (_schema, _arguments) = (schema, arguments);

    private bool IsSqlite => _schema.IsSqlite;

    /// <summary>Checks a statement.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="tokens">Its pieces.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="arguments">The type of an argument by the parameter's name; null where it has none.</param>
    /// <param name="outputs">The columns that it gives; null where they are not known.</param>
    public static List<SqlFinding> Check(string text, List<SqlToken> tokens, SqlSchema schema, Func<string, SqlScalarModel?> arguments, out List<SqlOutput>? outputs)
    {
        var checker = new SqlChecker(schema, arguments);
        outputs = checker.Run(new SqlCursor(text, tokens, schema.IsSqlite ? SqlDialect.Sqlite : SqlDialect.Postgres));
        checker._findings.Sort(static (left, right) => left.At.Start.CompareTo(right.At.Start));
        return checker._findings;
    }

    /// <summary>The columns of a query of a schema; null where they are not known.</summary>
    public static List<SqlOutput>? Columns(SqlCursor cursor, SqlCatalogModel catalog, out (SqlToken Token, string Message) obstacle)
    {
        var checker = new SqlChecker(new SqlSchema(catalog), static _ => null);
        var outputs = checker.Run(cursor, isDefinition: true);
        var first = checker._findings.FirstOrDefault();
        obstacle = first is null ? (default, "it is not a query") : (first.At, first.Message);
        return first is null || (outputs is not null && checker._findings.TrueForAll(static f => f.Id == SqlDescriptors.NotUnderstood.Id)) ? outputs : null;
    }

    private List<SqlOutput>? Run(SqlCursor cursor, bool isDefinition = false)
    {
        var parser = new SqlParser(cursor, _schema, IsSqlite) { IsDefinition = isDefinition };
        var statement = parser.Parse();
        foreach (var note in parser.Notes)
            Report(SqlDescriptors.NotUnderstood.Id, new SqlToken(SqlTokenKind.Symbol, note.Start, note.Length), note.Message);
        return statement is null ? null : Statement(statement, null, null);
    }

    private List<SqlOutput>? Statement(SqlStatementSyntax statement, SqlScope? parent, SqlCommonTables? common)
    {
        if (statement is SqlQuery query)
            return Query(query, parent, common);
        common = CommonTables(statement, parent, common);
        return statement switch
        {
            SqlInsert insert => Insert(insert, parent, common),
            SqlChange change => Change(change, parent, common),
            _ => null,
        };
    }

    private SqlCommonTables? CommonTables(SqlStatementSyntax statement, SqlScope? parent, SqlCommonTables? common)
    {
        foreach (var with in statement.With)
        {
            var seen = common;
            // SQLite needs no RECURSIVE.
            if ((statement.IsRecursive || IsSqlite) && with.Statement is SqlQuery { Body: SqlSetBody set } recursive)
            {
                // What the first branch gives is what the others see of it.
                var own = recursive.With.Count > 0 ? CommonTables(recursive, parent, common) : common;
                var count = _findings.Count;
                var first = Body(set.Branches[0], parent, own, out _);
                _findings.RemoveRange(count, _findings.Count - count);
                _reported.Clear();
                _findings.ForEach(f => _reported.Add((f.Id, f.At.Start)));
                seen = new SqlCommonTables(common, with.Name, Named(first, with.Columns)?.ConvertAll(static c => c with { Null = c.Null == SqlNullness.NotNull ? SqlNullness.Unknown : c.Null }));
            }
            else if (statement.IsRecursive && !IsSqlite)
            {
                seen = new SqlCommonTables(common, with.Name, null);
            }
            var outputs = with.Statement is null ? null : Statement(with.Statement, parent, seen);
            if (outputs is not null && with.Columns.Count > outputs.Count)
                Report(SqlDescriptors.Counts.Id, with.At, $"'{with.Name}' names {with.Columns.Count} columns, and its query gives {outputs.Count}");
            common = new SqlCommonTables(common, with.Name, Named(outputs, with.Columns));
        }
        return common;
    }

    private static List<SqlColumnModel>? Named(List<SqlOutput>? outputs, List<string> names)
    {
        if (outputs is null)
            return null;
        var columns = new List<SqlColumnModel>();
        for (var i = 0; i < outputs.Count; i++)
            columns.Add(new SqlColumnModel(i < names.Count ? names[i] : outputs[i].Name ?? "", outputs[i].Type.Form == SqlTypeForm.Literal ? SqlTypes.Text : outputs[i].Type, outputs[i].Null));
        return columns;
    }

    private void Report(string id, SqlToken at, string message)
    {
        if (_reported.Add((id, at.Start)))
            _findings.Add(new SqlFinding(id, at, message));
    }

    private void Mismatch(SqlToken at, string message) => Report(SqlDescriptors.Mismatch.Id, at, message);

    private static SqlNullness Either(SqlNullness left, SqlNullness right) =>
        left == SqlNullness.MayBeNull || right == SqlNullness.MayBeNull ? SqlNullness.MayBeNull
        : left == SqlNullness.Unknown || right == SqlNullness.Unknown ? SqlNullness.Unknown : SqlNullness.NotNull;
}
