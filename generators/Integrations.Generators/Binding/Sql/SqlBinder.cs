using Integrations.Generators.Binding.UserTypes;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Emission;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql;

/// <summary>From what the user wrote on a class to what is emitted for it.</summary>
internal static class SqlBinder
{
    /// <summary>Binds all statements of a class.</summary>
    public static SqlClientModel Bind(SqlDeclaration declaration, EquatableArray<SqlFileModel> files, EquatableArray<EmittedType> emitted, EquatableArray<string> alike)
    {
        var problems = new List<SqlProblem>();
        var methods = new List<SqlMethodDeclaration>();
        var statements = new List<SqlStatementModel>();
        for (var i = 0; i < declaration.Methods.Count; i++)
        {
            var method = SqlNameResolver.Resolve(declaration.Methods[i], i, emitted, problems);
            methods.Add(method);
            statements.Add(Statement(declaration, method, i, files, problems));
        }
        return new SqlClientModel(
            "Sql" + ClientHints.Of(declaration.FullName, alike).Substring("Client".Length),
            declaration with { Methods = EquatableArray.From(methods) },
            EquatableArray.From(statements),
            EquatableArray.From(problems));
    }

    private static SqlStatementModel Statement(SqlDeclaration declaration, SqlMethodDeclaration method, int index, EquatableArray<SqlFileModel> files, List<SqlProblem> problems)
    {
        if (method.IsBroken)
            return Broken(method, SqlFacts.Of("", []));
        var count = problems.Count;
        var text = SqlTextSource.Find(method.Text, SqlSpot.Text, index, files, problems);
        var own = method.SqliteText is null ? text : SqlTextSource.Find(method.SqliteText, SqlSpot.SqliteText, index, files, problems);
        if (text is not null && SqlCopyBinder.IsCopy(text))
            return Copy(declaration, method, index, text, own, problems);
        if (method.Parameters.FirstOrDefault(static p => p.Rows is not null) is { } sequence)
        {
            problems.Add(new SqlProblem(
                SqlDescriptors.Type.Id, index, SqlSpot.Method, 0, 0, null, new([method.Name, $"'{sequence.Name}' is a sequence of rows", "only 'copy table (column, ...) from stdin' takes one; take an array of one of the types of the table in docs/sql.md"])));
        }
        var postgres = declaration.Postgres || !declaration.Sqlite ? One(method, text, SqlDialect.Postgres, problems) : null;
        // What is wrong in both dialects is said once.
        var sqlite = declaration.Sqlite && (problems.Count == count || own != text) ? One(method, own, SqlDialect.Sqlite, problems) : null;
        var facts = new List<SqlFacts>();
        if (postgres is not null)
            facts.Add(postgres.Facts);
        if (sqlite is not null && (own != text || postgres is null))
            facts.Add(sqlite.Facts);
        if (facts.Count == 0)
            facts.Add(SqlFacts.Of("", []));
        if (problems.Count > count)
            return Broken(method, facts[0]);
        var result = SqlResultBinder.Bind(method, facts, out var isAffected, out var problem);
        if (problem is not null)
        {
            problems.Add(new SqlProblem(SqlDescriptors.Columns.Id, index, SqlSpot.Method, 0, 0, null, new([method.Name, problem])));
            return Broken(method, facts[0]);
        }
        Unused(method, index, problems, postgres, sqlite);
        return new SqlStatementModel(
            facts[0].Keyword.Length == 0 ? "SQL" : facts[0].Keyword,
            facts[0].Target,
            declaration.Postgres ? postgres?.Text : null,
            sqlite?.Text,
            EquatableArray.From(postgres?.Arguments.Select(static a => a.Leaf) ?? []),
            EquatableArray.From(sqlite?.Arguments ?? []),
            isAffected,
            result,
            false);
    }

    private static SqlStatementModel Copy(SqlDeclaration declaration, SqlMethodDeclaration method, int index, SqlTextSource text, SqlTextSource? own, List<SqlProblem> problems)
    {
        var count = problems.Count;
        var broken = Broken(method, SqlFacts.Of("", [])) with { Keyword = "COPY" };
        if (method.Parameters.Count(static p => !p.IsToken) != 1 || method.Parameters.First(static p => !p.IsToken).Rows is null)
        {
            problems.Add(new SqlProblem(
                SqlDescriptors.Type.Id, index, SqlSpot.Method, 0, 0, null, new([method.Name, "COPY takes one argument: the rows", "write IAsyncEnumerable<T> or IEnumerable<T> of a type with a member for each column"])));
            return broken;
        }
        if (method.Result is not { Kind: SqlResultKind.One, Row.Scalar: { Kind: SqlScalarKind.Int64 } })
        {
            problems.Add(new SqlProblem(SqlDescriptors.Columns.Id, index, SqlSpot.Method, 0, 0, null, new([method.Name, "COPY gives the number of rows; return Task<long>"])));
            return broken;
        }
        var copy = new SqlCopyBinder(method, text, problems);
        if (!copy.Bind())
            return broken;
        var sqlite = copy;
        if (own is not null && own != text)
        {
            sqlite = new SqlCopyBinder(method, own, problems);
            if (!SqlCopyBinder.IsCopy(own))
                problems.Add(own.Problem(SqlDescriptors.Statement.Id, 0, 0, "write a COPY for SQLite too: it becomes an insert over its columns"));
            else
                sqlite.Bind();
        }
        var names = sqlite.Leaves.Select(static (leaf, i) => new SqlArgumentModel("@p" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), leaf)).ToList();
        if (problems.Count > count)
            return broken;
        return new SqlStatementModel(
            "COPY",
            copy.Table.All(static c => char.IsLetterOrDigit(c) || c is '_' or '.' or '$') ? copy.Table : "",
            declaration.Postgres ? $"copy {copy.Table} {copy.Columns} from stdin (format binary)" : null,
            declaration.Sqlite ? $"insert into {sqlite.Table} {sqlite.Columns} values ({string.Join(", ", names.Select(static name => name.Name))})" : null,
            EquatableArray.From(copy.Leaves),
            EquatableArray.From(names),
            false,
            method.Result,
            false,
            IsCopy: true);
    }

    private static SqlStatementBinder? One(SqlMethodDeclaration method, SqlTextSource? text, SqlDialect dialect, List<SqlProblem> problems)
    {
        if (text is null)
            return null;
        var binder = new SqlStatementBinder(method, text, dialect, problems);
        binder.Bind();
        return binder;
    }

    private static SqlStatementModel Broken(SqlMethodDeclaration method, SqlFacts facts) =>
        new(facts.Keyword.Length == 0 ? "SQL" : facts.Keyword, facts.Target, null, null, [], [], false, method.Result, true);

    private static void Unused(SqlMethodDeclaration method, int index, List<SqlProblem> problems, params SqlStatementBinder?[] bound)
    {
        for (var i = 0; i < method.Parameters.Count; i++)
        {
            var parameter = method.Parameters[i];
            if (!parameter.IsToken && !bound.Any(b => b is not null && b.Arguments.Any(a => parameter.Leaves.Contains(a.Leaf))))
                problems.Add(new SqlProblem(SqlDescriptors.NotUsed.Id, index, SqlSpot.Parameter, i, 0, null, new([parameter.Name, method.Name])));
        }
    }
}
