using System.Globalization;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Sql;

/// <summary>Writes the migrations of a class, in a file of their own.</summary>
internal static class MigrationsEmitter
{
    private const string Type = SqlNamesOf.Root + "SqlMigration";

    /// <summary>The text of the file.</summary>
    public static string Emit(MigrationsModel model)
    {
        var declaration = model.Declaration;
        var writer = EmittedFile.Begin("the migrations of " + declaration.ClassName, declaration.Namespace);
        var self = "global::" + declaration.FullName;
        var isAlike = model.Postgres.Equals(model.Sqlite) || model.Postgres.Count == 0 || model.Sqlite.Count == 0;
        writer.Open($"partial class {declaration.ClassName}");
        Docs.Summary(writer, "Its migrations: which are pending, applying them, and a script that shows what would run.");
        writer.Line($"public {SqlNamesOf.Root}SqlMigrations Migrations => Database.Migrations;");
        writer.Line();
        var engine = isAlike ? "IntegrationsMigrations()" : $"engine == {SqlNamesOf.Root}SqlEngine.Sqlite ? IntegrationsSqliteMigrations() : IntegrationsMigrations()";
        writer.Line($"static global::System.Collections.Generic.IReadOnlyList<{Type}> {SqlNamesOf.Root}IIntegrationDatabase<{self}>.GetMigrations({SqlNamesOf.Root}SqlEngine engine) => {engine};");
        List(writer, "IntegrationsMigrations", model.Postgres.Count > 0 ? model.Postgres : model.Sqlite);
        if (!isAlike)
            List(writer, "IntegrationsSqliteMigrations", model.Sqlite);
        writer.Close();
        return writer.ToString();
    }

    private static void List(CodeWriter writer, string name, EquatableArray<MigrationModel> migrations)
    {
        writer.Line();
        writer.Line($"private static {Type}[] {name}() => new {Type}[]");
        writer.Line("{");
        writer.Indent();
        foreach (var migration in migrations)
        {
            writer.Line($"new {Type}({CSharpText.Literal(migration.Name)}, {CSharpText.Literal(migration.Checksum)}, {(migration.InTransaction ? "true" : "false")},");
            writer.Line($"    new int[] {{ {string.Join(", ", migration.Statements.Select(static at => at.ToString(CultureInfo.InvariantCulture)))} }},");
            writer.Line($"    {CSharpText.Literal(migration.Text)}),");
        }
        writer.Outdent();
        writer.Line("};");
    }
}
