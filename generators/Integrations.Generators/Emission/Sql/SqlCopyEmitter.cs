using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Sql;

/// <summary>Writes how rows are copied into a table.</summary>
internal sealed class SqlCopyEmitter(CodeWriter writer, SqlDeclaration declaration, SqlEnums enums)
{
    private const string Importer = "global::Npgsql.NpgsqlBinaryImporter";
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
        writer.Open($"private static {Task} Write{n}(object __writer, {item} __row, {SqlNamesOf.Token} __cancel)");
        if (declaration.Postgres)
        {
            if (declaration.Sqlite)
            {
                writer.Line($"if (__writer is {Importer} __p)");
                writer.Line($"    return Import{n}(__p, __row, __cancel);");
            }
            else
            {
                writer.Line($"return Import{n}(({Importer})__writer, __row, __cancel);");
            }
        }
        if (declaration.Sqlite)
        {
            writer.Line("var __s = ((global::Microsoft.Data.Sqlite.SqliteCommand)__writer).Parameters;");
            writer.Line("__s.Clear();");
            foreach (var argument in statement.SqliteArguments)
                writer.Line(SqlParameterEmitter.Sqlite(argument, enums));
            writer.Line($"return {Task}.CompletedTask;");
        }
        writer.Close();
        writer.Line();
        if (!declaration.Postgres)
            return;
        writer.Open($"private static async {Task} Import{n}({Importer} __p, {item} __row, {SqlNamesOf.Token} __cancel)");
        writer.Line("await __p.StartRowAsync(__cancel).ConfigureAwait(false);");
        foreach (var leaf in statement.PostgresArguments)
            writer.Line(SqlParameterEmitter.Copied(leaf, enums));
        writer.Close();
        writer.Line();
    }
}
