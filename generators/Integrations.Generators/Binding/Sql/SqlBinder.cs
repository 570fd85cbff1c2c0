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
