using System.Globalization;
using Integrations.Generators.Binding.Sql;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Sql;

/// <summary>Writes what one statement needs: its text, its parameters, its row and its call.</summary>
internal sealed class SqlStatementEmitter(CodeWriter writer, SqlDeclaration declaration, SqlEnums enums)
{
    private const string Task = "global::System.Threading.Tasks.";

    /// <summary>Writes the members of the nested class that holds the statements.</summary>
    public void Emit(SqlMethodDeclaration method, SqlStatementModel statement, int index)
    {
        var n = index.ToString(CultureInfo.InvariantCulture);
        var members = statement.Result.Row?.Object is { } model ? string.Concat(SqlResultBinder.Keys(model).Select(static k => ", " + CSharpText.Literal(k))) : "";
        writer.Line($"public static readonly {SqlNamesOf.Core}SqlStatement S{n} = new(s_integrationsOperations[{n}], {CSharpText.LiteralOrNull(statement.Postgres)}, {CSharpText.LiteralOrNull(statement.Sqlite)}{members});");
        writer.Line();
        if (statement.IsCopy)
        {
            new SqlCopyEmitter(writer, declaration, enums).Emit(method, statement, n);
            return;
        }
        var parameters = string.Concat(method.Parameters.Where(static p => !p.IsToken).Select(static p => $", {p.Type} {p.Name}"));
        var names = string.Concat(method.Parameters.Where(static p => !p.IsToken).Select(static p => ", " + p.Name));
        var binds = statement.PostgresArguments.Count + statement.SqliteArguments.Count > 0;
        if (binds)
            Bind(statement, n, parameters);
        var row = statement.Result.Row is not null && !statement.IsAffected;
        if (row)
            Row(statement, n);
        writer.Open($"public static {method.ReturnType} Run{n}({SqlNamesOf.Core}SqlSession __session{parameters}, {SqlNamesOf.Token} __cancel)");
        writer.Line($"var __command = __session.Command(S{n});");
        if (binds)
            writer.Line($"Bind{n}(__command.Parameters{names});");
        writer.Line("return " + Call(statement, n) + ";");
        writer.Close();
        writer.Line();
    }

    private void Bind(SqlStatementModel statement, string n, string parameters)
    {
        writer.Open($"public static void Bind{n}({SqlNamesOf.Parameters} __parameters{parameters})");
        if (declaration.Postgres)
        {
            writer.Open("if (__parameters is global::Npgsql.NpgsqlParameterCollection __p)");
            foreach (var leaf in statement.PostgresArguments)
                writer.Line(SqlParameterEmitter.Postgres(leaf, enums));
            if (declaration.Sqlite)
                writer.Line("return;");
            writer.Close();
        }
        if (declaration.Sqlite)
        {
            writer.Line("var __s = (global::Microsoft.Data.Sqlite.SqliteParameterCollection)__parameters;");
            foreach (var argument in statement.SqliteArguments)
                writer.Line(SqlParameterEmitter.Sqlite(argument, enums));
        }
        writer.Close();
        writer.Line();
    }

    private void Row(SqlStatementModel statement, string n)
    {
        writer.Open($"private static {statement.Result.RowType} Row{n}({SqlNamesOf.Reader} reader, int[] m)");
        if (declaration.Postgres)
        {
            var read = "return " + new SqlReaderEmitter(enums, isPostgres: true).Row(statement.Result.Row!) + ";";
            if (declaration.Sqlite)
            {
                writer.Line("if (reader is global::Npgsql.NpgsqlDataReader p)");
                writer.Line("    " + read);
            }
            else
            {
                writer.Line("var p = (global::Npgsql.NpgsqlDataReader)reader;");
                writer.Line(read);
            }
        }
        if (declaration.Sqlite)
        {
            writer.Line("var s = (global::Microsoft.Data.Sqlite.SqliteDataReader)reader;");
            writer.Line("return " + new SqlReaderEmitter(enums, isPostgres: false).Row(statement.Result.Row!) + ";");
        }
        if (!declaration.Postgres && !declaration.Sqlite)
            writer.Line("throw new global::System.NotSupportedException();");
        writer.Close();
        writer.Line();
    }

    private static string Call(SqlStatementModel statement, string n)
    {
        var result = statement.Result;
        var arguments = $"(S{n}, __command, Row{n}, __cancel)";
        var call = result.Kind switch
        {
            _ when statement.IsAffected || result.Kind == SqlResultKind.None => $"__session.ExecuteAsync(S{n}, __command, __cancel)",
            SqlResultKind.One => $"__session.OneAsync<{result.RowType}>{arguments}",
            SqlResultKind.Optional => $"__session.OptionalAsync<{result.RowType}>{arguments}",
            SqlResultKind.List => $"__session.ListAsync<{result.RowType}, {result.ListType}>{arguments}",
            SqlResultKind.Array => $"__session.ArrayAsync<{result.RowType}>{arguments}",
            _ => $"__session.StreamAsync<{result.RowType}>{arguments}",
        };
        if (!result.IsValueTask)
            return call;
        return result.Kind switch
        {
            SqlResultKind.None => $"new {Task}ValueTask({call})",
            SqlResultKind.List => $"new {Task}ValueTask<{result.ListType}>({call})",
            SqlResultKind.Array => $"new {Task}ValueTask<{result.RowType}[]>({call})",
            _ => $"new {Task}ValueTask<{result.RowType}>({call})",
        };
    }
}
