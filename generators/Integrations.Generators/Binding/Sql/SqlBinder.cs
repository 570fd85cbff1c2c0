using Integrations.Generators.Binding.Sql.Checking;
using Integrations.Generators.Binding.UserTypes;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Emission;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql;

/// <summary>From what the user wrote on a class to what is emitted for it; lives for one class.</summary>
internal sealed class SqlBinder
{
    private readonly SqlDeclaration _declaration;
    private readonly EquatableArray<SqlFileModel> _files;
    private readonly SqlSchema? _postgres;
    private readonly SqlSchema? _sqlite;
    private readonly List<SqlProblem> _problems = [];
    private readonly List<SqlEmittedRow> _rows = [];

    private SqlBinder(SqlBindingInput input)
    {
        (_declaration, _files) = (input.Declaration, input.Files);
        _postgres = Schema(input.Postgres, _declaration.PostgresSchema, SqlSpot.PostgresSchema);
        _sqlite = Schema(input.Sqlite, _declaration.SqliteSchema, SqlSpot.SqliteSchema);
    }

    /// <summary>Binds all statements of a class.</summary>
    public static SqlClientModel Bind(SqlBindingInput input, EquatableArray<EmittedType> emitted, EquatableArray<string> alike)
    {
        var binder = new SqlBinder(input);
        var declaration = input.Declaration;
        var methods = new List<SqlMethodDeclaration>();
        var statements = new List<SqlStatementModel>();
        for (var i = 0; i < declaration.Methods.Count; i++)
        {
            var method = SqlNameResolver.Resolve(declaration.Methods[i], i, emitted, binder._problems);
            methods.Add(method);
            statements.Add(binder.Statement(method, i));
        }
        return new SqlClientModel(
            "Sql" + ClientHints.Of(declaration.FullName, alike).Substring("Client".Length),
            declaration with { Methods = EquatableArray.From(methods) },
            EquatableArray.From(statements),
            EquatableArray.From(binder._problems),
            EquatableArray.From(binder._rows));
    }

    private SqlSchema? Schema(SqlCatalogModel? catalog, SqlCatalogKey? key, SqlSpot spot)
    {
        if (catalog is { IsFound: true })
            return new SqlSchema(catalog);
        if (key is { IsPattern: false })
            _problems.Add(new SqlProblem(SqlDescriptors.SchemaFile.Id, 0, spot, 0, 0, null, new([key.Path, $"is not among the project's AdditionalFiles; add <AdditionalFiles Include=\"{key.Path}\" /> to the project"])));
        return null;
    }

    private SqlStatementModel Statement(SqlMethodDeclaration method, int index)
    {
        if (method.IsBroken)
            return Broken(method, SqlFacts.Of("", []));
        var count = _problems.Count;
        var text = SqlTextSource.Find(method.Text, SqlSpot.Text, index, _files, _problems);
        var own = method.SqliteText is null ? text : SqlTextSource.Find(method.SqliteText, SqlSpot.SqliteText, index, _files, _problems);
        if (text is not null && SqlCopyBinder.IsCopy(text))
            return Copy(method, index, text, own);
        if (method.Parameters.FirstOrDefault(static p => p.Rows is not null) is { } sequence)
        {
            _problems.Add(new SqlProblem(
                SqlDescriptors.Type.Id, index, SqlSpot.Method, 0, 0, null, new([method.Name, $"'{sequence.Name}' is a sequence of rows", "only 'copy table (column, ...) from stdin' takes one; take an array of one of the types of the table in docs/sql.md"])));
        }
        var postgres = _declaration.Postgres || !_declaration.Sqlite ? One(method, text, SqlDialect.Postgres) : null;
        // What is wrong in both dialects is said once.
        var sqlite = _declaration.Sqlite && (_problems.Count == count || own != text) ? One(method, own, SqlDialect.Sqlite) : null;
        var facts = new List<SqlFacts>();
        if (postgres is not null)
            facts.Add(postgres.Facts);
        if (sqlite is not null && (own != text || postgres is null))
            facts.Add(sqlite.Facts);
        if (facts.Count == 0)
            facts.Add(SqlFacts.Of("", []));
        if (_problems.Count > count)
            return Broken(method, facts[0]);
        var check = new SqlMethodCheck(method, postgres, postgres is null ? null : _postgres, sqlite, sqlite is null ? null : _sqlite, own == text, _problems);
        if (check.Make(out var problem) is { } made)
        {
            // Of statements that differ, the first makes the type.
            if (_rows.Find(r => r.Type.FullName == made.Type.FullName) is not { } first)
                _rows.Add(made);
            else if (!first.Members.Equals(made.Members))
                problem = SqlRowMaker.Differs(made, first);
            method = method with { Result = method.Result with { Row = new SqlRowModel(null, null, SqlRowMaker.Object(made)) } };
        }
        var (result, isAffected) = (method.Result, false);
        if (problem is null)
            result = SqlResultBinder.Bind(method, facts, out isAffected, out problem);
        if (problem is not null)
        {
            if (problem.Length > 0)
                _problems.Add(new SqlProblem(SqlDescriptors.Columns.Id, index, SqlSpot.Method, 0, 0, null, new([method.Name, problem])));
            return Broken(method, facts[0]);
        }
        if (!isAffected)
            check.Rows(result);
        Unused(method, index, postgres, sqlite);
        return new SqlStatementModel(
            facts[0].Keyword.Length == 0 ? "SQL" : facts[0].Keyword,
            facts[0].Target,
            _declaration.Postgres ? postgres?.Text : null,
            sqlite?.Text,
            EquatableArray.From(postgres?.Arguments.Select(static a => a.Leaf) ?? []),
            EquatableArray.From(sqlite?.Arguments ?? []),
            isAffected,
            result,
            false);
    }

    private SqlStatementModel Copy(SqlMethodDeclaration method, int index, SqlTextSource text, SqlTextSource? own)
    {
        var count = _problems.Count;
        var broken = Broken(method, SqlFacts.Of("", [])) with { Keyword = "COPY" };
        if (method.Parameters.Count(static p => !p.IsToken) != 1 || method.Parameters.First(static p => !p.IsToken).Rows is null)
        {
            _problems.Add(new SqlProblem(
                SqlDescriptors.Type.Id, index, SqlSpot.Method, 0, 0, null, new([method.Name, "COPY takes one argument: the rows", "write IAsyncEnumerable<T> or IEnumerable<T> of a type with a member for each column"])));
            return broken;
        }
        if (method.Result is not { Kind: SqlResultKind.One, Row.Scalar: { Kind: SqlScalarKind.Int64 } })
        {
            _problems.Add(new SqlProblem(SqlDescriptors.Columns.Id, index, SqlSpot.Method, 0, 0, null, new([method.Name, "COPY gives the number of rows; return Task<long>"])));
            return broken;
        }
        var copy = new SqlCopyBinder(method, text, _problems);
        if (!copy.Bind())
            return broken;
        var sqlite = copy;
        if (own is not null && own != text)
        {
            sqlite = new SqlCopyBinder(method, own, _problems);
            if (!SqlCopyBinder.IsCopy(own))
                _problems.Add(own.Problem(SqlDescriptors.Statement.Id, 0, 0, "write a COPY for SQLite too: it becomes an insert over its columns"));
            else
                sqlite.Bind();
        }
        var names = sqlite.Leaves.Select(static (leaf, i) => new SqlArgumentModel("@p" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), leaf)).ToList();
        if (_problems.Count > count)
            return broken;
        return new SqlStatementModel(
            "COPY",
            copy.Table.All(static c => char.IsLetterOrDigit(c) || c is '_' or '.' or '$') ? copy.Table : "",
            _declaration.Postgres ? $"copy {copy.Table} {copy.Columns} from stdin (format binary)" : null,
            _declaration.Sqlite ? $"insert into {sqlite.Table} {sqlite.Columns} values ({string.Join(", ", names.Select(static name => name.Name))})" : null,
            EquatableArray.From(copy.Leaves),
            EquatableArray.From(names),
            false,
            method.Result,
            false,
            IsCopy: true);
    }

    private SqlStatementBinder? One(SqlMethodDeclaration method, SqlTextSource? text, SqlDialect dialect)
    {
        if (text is null)
            return null;
        var binder = new SqlStatementBinder(method, text, dialect, _problems);
        binder.Bind();
        return binder;
    }

    private static SqlStatementModel Broken(SqlMethodDeclaration method, SqlFacts facts) =>
        new(facts.Keyword.Length == 0 ? "SQL" : facts.Keyword, facts.Target, null, null, [], [], false, method.Result, true);

    private void Unused(SqlMethodDeclaration method, int index, params SqlStatementBinder?[] bound)
    {
        for (var i = 0; i < method.Parameters.Count; i++)
        {
            var parameter = method.Parameters[i];
            if (!parameter.IsToken && !bound.Any(b => b is not null && b.Arguments.Any(a => parameter.Leaves.Contains(a.Leaf))))
                _problems.Add(new SqlProblem(SqlDescriptors.NotUsed.Id, index, SqlSpot.Parameter, i, 0, null, new([parameter.Name, method.Name])));
        }
    }
}
