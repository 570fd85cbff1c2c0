using System.Globalization;
using System.Text;

namespace Integrations.Sql;

/// <summary>Writes the script for administrators.</summary>
internal static class MigrationScript
{
    public static async Task<string> WriteAsync(MigrationSession session, IReadOnlyList<SqlMigration> pending, CancellationToken cancellationToken)
    {
        var name = session.Database.Settings.Name;
        var text = new StringBuilder();
        if (pending.Count == 0)
        {
            return text.Append("-- ").Append(name).Append(": nothing is pending.\n").ToString();
        }
        text.Append(CultureInfo.InvariantCulture, $"-- {name}: {pending.Count} pending, for {(session.IsPostgres ? "psql" : "sqlite3")}. Run twice, it does nothing the second time.\n");
        // Both shells go on after an error unless they are told not to.
        text.Append(session.IsPostgres ? "\\set ON_ERROR_STOP on\n" : ".bail on\n");
        var begin = "";
        if (session.IsPostgres)
        {
            text.Append(CultureInfo.InvariantCulture, $"select pg_advisory_lock({MigrationLock.Key});\n");
            // Who runs it may have another path than the program's user; and what one migration sets is not there for the next.
            var path = await session.ScalarAsync("select array_to_string(array(select quote_ident(schema) from unnest(current_schemas(false)) schema), ', ')", cancellationToken).ConfigureAwait(false);
            begin = $"reset all;\nset search_path = {path};\n";
        }
        text.Append(MigrationHistory.CreateText(session.IsPostgres, session.Table)).Append(";\n");
        foreach (var migration in pending)
        {
            Migration(text, session, begin, migration);
        }
        if (session.IsPostgres)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nselect pg_advisory_unlock({MigrationLock.Key});\n");
        }
        return text.ToString();
    }

    private static void Migration(StringBuilder text, MigrationSession session, string begin, SqlMigration migration)
    {
        var now = session.IsPostgres ? "now()" : "strftime('%Y-%m-%d %H:%M:%f+00:00', 'now')";
        var row = $"insert into {session.Table} (integration, name, checksum, applied_at, duration_ms, product_version)\n"
            + $"values ({Literal(session.Database.Settings.Client.Integration)}, {Literal(migration.Name)}, {Literal(migration.Checksum)}, {now}, 0, {Literal(MigrationHistory.ProductVersion)});\n";
        text.Append("\n-- ").Append(migration.Name).Append('\n').Append(begin);
        if (migration.InTransaction)
        {
            text.Append(session.IsPostgres ? "begin;\n" : "begin immediate;\n").Append(row);
        }
        for (var i = 0; i < migration.StatementCount; i++)
        {
            text.Append(migration.Statement(i)).Append(";\n");
        }
        text.Append(migration.InTransaction ? "commit;\n" : row);
    }

    private static string Literal(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";
}
