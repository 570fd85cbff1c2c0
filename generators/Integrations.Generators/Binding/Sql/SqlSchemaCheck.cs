using Integrations.Generators.Binding.Sql.Checking;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql;

/// <summary>Holds one statement against the schema of its engine.</summary>
internal static class SqlSchemaCheck
{
    /// <summary>Checks a statement that could be bound; what is wrong goes to <paramref name="problems"/>.</summary>
    /// <param name="bound">The statement.</param>
    /// <param name="schema">The schema; null where none is known.</param>
    /// <param name="problems">What is wrong.</param>
    /// <param name="said">What was said of the same text for the other engine.</param>
    /// <returns>The columns that it gives; null where they are not known.</returns>
    public static List<SqlOutput>? Run(SqlStatementBinder bound, SqlSchema? schema, List<SqlProblem> problems, HashSet<(string, int)> said)
    {
        if (schema is null)
            return null;
        List<SqlOutput>? outputs = null;
        var statements = Statements(bound.Source.Text, bound.Tokens);
        foreach (var tokens in statements)
        {
            foreach (var finding in SqlChecker.Check(bound.Source.Text, tokens, schema, bound.Scalar, out outputs))
            {
                if (said.Add((finding.Id, finding.At.Start)))
                    problems.Add(bound.Source.Problem(finding.Id, finding.At.Start, finding.At.Length, finding.Message));
            }
        }
        return statements.Count == 1 ? outputs : null;
    }

    /// <summary>Whether what the statement gives can be read as the method reads it.</summary>
    public static void Row(SqlStatementBinder bound, SqlResultModel result, List<SqlOutput> outputs, bool isSqlite, SqlSchema schema, List<SqlProblem> problems, HashSet<(string, int)> said)
    {
        if (result.Row is not { } row)
            return;
        if (row.Scalar is { } scalar)
        {
            if (outputs.Count > 0)
                Value(scalar, outputs[0], "the result", mayBeAbsent: false);
        }
        else if (row.Tuple is { } tuple)
        {
            for (var i = 0; i < tuple.Count && i < outputs.Count; i++)
                Value(tuple[i], outputs[i], "item " + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), mayBeAbsent: false);
        }
        else if (row.Object is { } model)
        {
            Object(model, mayBeAbsent: false);
        }

        void Object(SqlObjectModel model, bool mayBeAbsent)
        {
            foreach (var member in model.Members)
            {
                if (member.Object is { } nested)
                    Object(nested, mayBeAbsent || nested.IsNullable);
                else if (outputs.Find(o => o.Name is { } name && Declarations.Sql.SqlNames.Key(name) == member.Key) is { } output)
                    Value(member.Scalar!, output, $"'{member.Name.TrimStart('@')}'", mayBeAbsent);
            }
        }

        // Of an object that is null where all of its columns are, a column may be NULL though its member may not.
        void Value(SqlScalarModel scalar, SqlOutput output, string target, bool mayBeAbsent)
        {
            if ((SqlScalarTypes.ReadObstacle(scalar, output.Type, isSqlite) ?? SqlChecker.EnumObstacle(schema, scalar, output.Type)) is { } obstacle)
                Add(SqlDescriptors.Mismatch.Id, output, $"{target}: {obstacle}");
            else if (output.Null == SqlNullness.MayBeNull && !scalar.IsNullable && !mayBeAbsent)
                Add(SqlDescriptors.Nullability.Id, output, $"{(output.Name is { } name and not "?column?" ? $"'{name}'" : "the column")} may be NULL, and {target} ('{SqlScalarTypes.Show(scalar)}') cannot be null; make it nullable, or write coalesce");
        }

        void Add(string id, SqlOutput output, string message)
        {
            if (said.Add((id, output.At.Start)))
                problems.Add(bound.Source.Problem(id, output.At.Start, output.At.Length, message));
        }
    }

    private static List<List<SqlToken>> Statements(string text, List<SqlToken> tokens)
    {
        var statements = new List<List<SqlToken>>();
        var first = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && !(tokens[i].Length == 1 && text[tokens[i].Start] == ';'))
                continue;
            if (i > first)
                statements.Add(tokens.GetRange(first, i - first));
            first = i + 1;
        }
        return statements;
    }
}
