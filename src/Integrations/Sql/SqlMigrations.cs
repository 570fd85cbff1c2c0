using Integrations.Sql;

namespace Integrations;

/// <summary>
/// The migrations of a database: the files of <see cref="MigrationsAttribute"/>, in order, against what the database's own history says
/// (the table <c>integrations_migrations</c>). Nothing is applied before <see cref="ApplyAsync"/> is called or <c>Migrations:Apply</c> is <c>AtStart</c>.
/// </summary>
public sealed class SqlMigrations
{
    private readonly SqlDatabase _database;

    internal SqlMigrations(SqlDatabase database) => _database = database;

    /// <summary>What the program was compiled with, in order.</summary>
    public IReadOnlyList<SqlMigration> All => field ??= _database.MigrationsOf(_database.Engine);

    /// <summary>
    /// Applies what is pending, one after the other, each in a transaction of its own with its row of the history. Processes that do so at once wait for each
    /// other, and each migration is applied once.
    /// </summary>
    /// <param name="cancellationToken">Cancels it; the migration that runs is undone, unless it has no transaction.</param>
    /// <returns>What this call has applied; empty where nothing was pending.</returns>
    /// <exception cref="SqlMigrationException">They are refused, or one failed; those before it stay applied.</exception>
    /// <exception cref="SqlException">The database cannot be reached, or its history cannot be read or made.</exception>
    public Task<IReadOnlyList<SqlLandedMigration>> ApplyAsync(CancellationToken cancellationToken = default) =>
        All.Count == 0 ? Task.FromResult<IReadOnlyList<SqlLandedMigration>>([]) : MigrationRun.ApplyAsync(_database, All, cancellationToken);

    /// <summary>What <see cref="ApplyAsync"/> would apply. Nothing is changed.</summary>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The migrations, in order.</returns>
    /// <exception cref="SqlMigrationException">They are refused.</exception>
    /// <exception cref="SqlException">The database cannot be reached, or its history cannot be read.</exception>
    public async Task<IReadOnlyList<SqlMigration>> PendingAsync(CancellationToken cancellationToken = default) =>
        MigrationPlan.Pending(_database, All, await LandedAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>What the history of the database has. Nothing is changed.</summary>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The migrations, in the order of their names.</returns>
    /// <exception cref="SqlException">The database cannot be reached, or its history cannot be read.</exception>
    public async Task<IReadOnlyList<SqlLandedMigration>> LandedAsync(CancellationToken cancellationToken = default)
    {
        var session = await MigrationSession.OpenAsync(_database, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return await MigrationHistory.ReadAsync(session, cancellationToken).ConfigureAwait(false) ?? [];
        }
    }

    /// <summary>
    /// The script that does by hand what <see cref="ApplyAsync"/> would do now, the rows of the history included, for <c>psql</c> or <c>sqlite3</c>. Run twice, it
    /// does nothing the second time: each transaction begins with its row, which is there already.
    /// </summary>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The script; only comments where nothing is pending.</returns>
    /// <exception cref="SqlMigrationException">They are refused.</exception>
    /// <exception cref="SqlException">The database cannot be reached, or its history cannot be read.</exception>
    public async Task<string> ScriptAsync(CancellationToken cancellationToken = default)
    {
        var session = await MigrationSession.OpenAsync(_database, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var landed = await MigrationHistory.ReadAsync(session, cancellationToken).ConfigureAwait(false) ?? [];
            return await MigrationScript.WriteAsync(session, MigrationPlan.Pending(_database, All, landed), cancellationToken).ConfigureAwait(false);
        }
    }
}
