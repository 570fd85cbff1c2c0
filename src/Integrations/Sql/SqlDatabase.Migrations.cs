namespace Integrations.Sql;

public sealed partial class SqlDatabase
{
    /// <summary>Its migrations; there are none where the class has no <see cref="MigrationsAttribute"/>.</summary>
    public SqlMigrations Migrations => field ?? Interlocked.CompareExchange(ref field, new SqlMigrations(this), null) ?? field;

    /// <summary>What the program was compiled with.</summary>
    internal Func<SqlEngine, IReadOnlyList<SqlMigration>> MigrationsOf { get; init; } = static _ => [];

    async ValueTask Hosting.IIntegrationState.PrepareAsync(CancellationToken cancellationToken)
    {
        if (Settings.Migrations.AtStart)
        {
            await Migrations.ApplyAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
