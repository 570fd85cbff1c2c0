using Integrations.Generators.Binding.Sql.Checking;
using Integrations.Generators.Declarations.Sql;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql;

/// <summary>The statement of one method against the schemas of its engines.</summary>
internal sealed class SqlMethodCheck
{
    private readonly SqlMethodDeclaration _method;
    private readonly List<SqlProblem> _problems;
    private readonly List<(SqlStatementBinder Bound, SqlSchema Schema, List<SqlOutput> Outputs, HashSet<(string, int)> Said)> _known = [];

    public SqlMethodCheck(SqlMethodDeclaration method, SqlStatementBinder? postgres, SqlSchema? postgresSchema, SqlStatementBinder? sqlite, SqlSchema? sqliteSchema, bool isOneText, List<SqlProblem> problems)
    {
        (_method, _problems) = (method, problems);
        var said = new HashSet<(string, int)>();
        Check(postgres, postgresSchema, said, isAlone: sqlite is null || !isOneText);
        Check(sqlite, sqliteSchema, isOneText ? said : [], isAlone: true);
    }

    private void Check(SqlStatementBinder? bound, SqlSchema? schema, HashSet<(string, int)> said, bool isAlone)
    {
        if (bound is null || schema is null || SqlSchemaCheck.Run(bound, schema, _problems, said) is not { } outputs)
            return;
        if (!bound.Facts.ReturnsRows)
            return;
        _known.Add((bound, schema, outputs, said));
        if (_method.Result.Row is { } row && (row.Scalar is not null ? 1 : row.Tuple?.Count ?? outputs.Count) is var wanted && wanted != outputs.Count && bound.Facts.Columns is null && Star(bound, outputs) is { } star)
        {
            if (said.Add((SqlDescriptors.Counts.Id, star.Start)))
                _problems.Add(bound.Source.Problem(SqlDescriptors.Counts.Id, star.Start, star.Length, $"the result takes {wanted} column{(wanted == 1 ? "" : "s")} by position, and with '*' the statement gives {outputs.Count}"));
            return;
        }
        // What the select list alone does not tell: all columns of a star, and the names that PostgreSQL gives.
        if (outputs.TrueForAll(static o => o.Name is not null) && (bound.Facts.Columns is null || (isAlone && bound.Facts.Columns.Contains(null) && bound.Facts.Columns.Count == outputs.Count)))
            bound.Facts.Columns = outputs.ConvertAll(static o => (string?)SqlNames.Key(o.Name!));
    }

    private static SqlToken? Star(SqlStatementBinder bound, List<SqlOutput> outputs)
    {
        foreach (var output in outputs)
        {
            if (bound.Source.Text[output.At.Start] == '*')
                return output.At;
        }
        return null;
    }

    /// <summary>The members of a result that is declared without any; null where it has its own, or where there can be none.</summary>
    /// <param name="problem">Why there are none; empty where that is reported at a column.</param>
    public SqlEmittedRow? Make(out string? problem)
    {
        problem = null;
        if (_method.Result.Row is not { Empty: { } empty })
            return null;
        if (_known.Count == 0)
        {
            problem = $"'{empty.Name}' has no members, and the statement's columns are not known; name the schema (Schema = \"schema.sql\"), make the statement one that is understood, or declare the members";
            return null;
        }
        var (bound, schema, outputs, _) = _known[0];
        if (SqlRowMaker.Make(empty, outputs, schema.IsSqlite, out var obstacle) is { } row)
            return row;
        problem = "";
        var (message, output) = obstacle!.Value;
        _problems.Add(bound.Source.Problem(SqlDescriptors.Columns.Id, output.At.Start, output.At.Length, _method.Name, message));
        return null;
    }

    /// <summary>Whether the columns can be read as the method reads them.</summary>
    public void Rows(SqlResultModel result)
    {
        foreach (var (bound, schema, outputs, said) in _known)
            SqlSchemaCheck.Row(bound, result, outputs, schema.IsSqlite, schema, _problems, said);
    }
}
