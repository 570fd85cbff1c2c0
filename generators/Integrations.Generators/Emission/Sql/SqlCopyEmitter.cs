using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Sql;

/// <summary>Writes how rows are copied into a table.</summary>
internal sealed class SqlCopyEmitter(CodeWriter writer, SqlDeclaration declaration, SqlEnums enums)
{
    private const string Importer = "global::Npgsql.NpgsqlBinaryImporter";
    private const string Inserter = "global::Microsoft.Data.Sqlite.SqliteCommand";
    private const string Task = "global::System.Threading.Tasks.Task";

    /// <summary>Writes the members of the nested class that holds the statements.</summary>
    public void Emit(SqlMethodDeclaration method, SqlStatementModel statement, string n)
    {
        var parameter = method.Parameters.First(static p => p.Rows is not null);
        var item = parameter.Rows!.ItemType;
        writer.Open($"public static {method.ReturnType} Run{n}({SqlNamesOf.Core}SqlSession __session, {parameter.Type} {parameter.Name}, {SqlNamesOf.Token} __cancel)");
        var call = $"__session.CopyAsync<{item}>(S{n}, {parameter.Name}, Write{n}, __cancel)";
        writer.Line(statement.Result.IsValueTask ? $"return new global::System.Threading.Tasks.ValueTask<long>({call});" : $"return {call};");
        writer.Close();
        writer.Line();
        writer.Open($"private static {Task} Write{n}(object __writer, {Rows(item)} __rows, {SqlNamesOf.Token} __cancel)");
        if (declaration.Postgres && declaration.Sqlite)
            writer.Line($"return __writer is {Importer} __p ? Import{n}(__p, __rows, __cancel) : Insert{n}(({Inserter})__writer, __rows);");
        else
            writer.Line(declaration.Postgres ? $"return Import{n}(({Importer})__writer, __rows, __cancel);" : $"return Insert{n}(({Inserter})__writer, __rows);");
        writer.Close();
        writer.Line();
        if (declaration.Postgres)
        {
            writer.Open($"private static async {Task} Import{n}({Importer} __p, {Rows(item)} __rows, {SqlNamesOf.Token} __cancel)");
            Begin();
            writer.Line("await __p.StartRowAsync(__cancel).ConfigureAwait(false);");
            foreach (var leaf in statement.PostgresArguments)
                writer.Line(SqlParameterEmitter.Copied(leaf, enums));
            End();
        }
        if (declaration.Sqlite)
        {
            writer.Open($"private static async {Task} Insert{n}({Inserter} __command, {Rows(item)} __rows)");
            writer.Line("var __s = __command.Parameters;");
            Begin();
            writer.Line("__s.Clear();");
            foreach (var argument in statement.SqliteArguments)
                writer.Line(SqlParameterEmitter.Sqlite(argument, enums));
            writer.Line("await __rows.InsertAsync(__command).ConfigureAwait(false);");
            End();
        }
    }

    private static string Rows(string item) => $"{SqlNamesOf.Core}SqlRows<{item}>";

    private void Begin()
    {
        writer.Open("while (await __rows.NextAsync().ConfigureAwait(false))");
        writer.Line("var __row = __rows.Current;");
    }

    private void End()
    {
        writer.Close();
        writer.Close();
        writer.Line();
    }
}
