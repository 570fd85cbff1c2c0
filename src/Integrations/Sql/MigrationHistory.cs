using System.Reflection;

namespace Integrations.Sql;

/// <summary>The table in which a database keeps what was applied to it.</summary>
internal static class MigrationHistory
{
    /// <summary>Its name; on PostgreSQL it is in the schema that is current when a connection is made.</summary>
    public const string Table = "integrations_migrations";

    /// <summary>The version of the program, for the history.</summary>
    public static string ProductVersion { get; } = VersionOf(Assembly.GetEntryAssembly());

    public static string CreateText(bool isPostgres, string table) => $"""
        create table if not exists {table} (
            integration text not null,
            name text not null,
            checksum text not null,
            applied_at {(isPostgres ? "timestamptz" : "text")} not null,
            duration_ms {(isPostgres ? "bigint" : "integer")} not null,
            product_version text not null,
            primary key (integration, name)
        )
        """;

    public static Task CreateAsync(MigrationSession session, CancellationToken cancellationToken) =>
        session.ExecuteAsync(CreateText(session.IsPostgres, session.Table), cancellationToken);

    /// <summary>What was applied, in the ordinal order of names; null where there is no table yet.</summary>
    public static async Task<IReadOnlyList<SqlLandedMigration>?> ReadAsync(MigrationSession session, CancellationToken cancellationToken)
    {
        var exists = session.IsPostgres
            ? await session.ScalarAsync("select to_regclass(?)::text", cancellationToken, session.Table).ConfigureAwait(false)
            : await session.ScalarAsync("select name from sqlite_master where type = 'table' and name = ?", cancellationToken, Table).ConfigureAwait(false);
        if (exists is null)
        {
            return null;
        }
        var landed = await session.ListAsync(
            $"select name, checksum, applied_at, duration_ms, product_version from {session.Table} where integration = ?",
            static row => new SqlLandedMigration(row.GetString(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), TimeSpan.FromMilliseconds(row.GetInt64(3)), row.GetString(4)),
            cancellationToken,
            session.Database.Settings.Client.Integration).ConfigureAwait(false);
        landed.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return landed;
    }

    /// <summary>Records a migration. One without a transaction may be there already: on SQLite two processes can have run it at once.</summary>
    public static Task AddAsync(MigrationSession session, SqlMigration migration, DateTimeOffset at, TimeSpan duration, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"insert into {session.Table} (integration, name, checksum, applied_at, duration_ms, product_version) values (?, ?, ?, ?, ?, ?){(migration.InTransaction ? "" : " on conflict (integration, name) do nothing")}",
        cancellationToken,
        session.Database.Settings.Client.Integration,
        migration.Name,
        migration.Checksum,
        at,
        (long)duration.TotalMilliseconds,
        ProductVersion);

    /// <summary>Says how long a migration took that is recorded.</summary>
    public static Task FinishAsync(MigrationSession session, SqlMigration migration, TimeSpan duration, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"update {session.Table} set duration_ms = ? where integration = ? and name = ?",
        cancellationToken,
        (long)duration.TotalMilliseconds,
        session.Database.Settings.Client.Integration,
        migration.Name);

    private static string VersionOf(Assembly? program) => program is null ? "" :
        program.GetName().Name + " " + (program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? program.GetName().Version?.ToString());
}
