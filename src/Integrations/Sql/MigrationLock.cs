namespace Integrations.Sql;

/// <summary>
/// What keeps two processes from applying migrations at once. PostgreSQL: an advisory lock of a session, on a connection of its own. It is asked for again and
/// again, not waited for: who waits within the server holds a snapshot, for which <c>create index concurrently</c> of the holder would wait in turn. SQLite has no
/// lock that outlasts a transaction: there each migration's own transaction looks again at what is pending.
/// </summary>
internal sealed class MigrationLock : IAsyncDisposable
{
    /// <summary>The key of the lock, which is the database's: any number that nobody else uses.</summary>
    public const long Key = 0x0b5c_9d1e_6d69_6772;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly MigrationSession? _session;

    private MigrationLock(MigrationSession? session) => _session = session;

    /// <exception cref="SqlMigrationException">Another process has held it for too long.</exception>
    public static async Task<MigrationLock> TakeAsync(SqlDatabase database, CancellationToken cancellationToken)
    {
        if (database.Engine != SqlEngine.Postgres)
        {
            return new MigrationLock(null);
        }
        var session = await MigrationSession.OpenAsync(database, cancellationToken).ConfigureAwait(false);
        try
        {
            var start = database.Time.GetTimestamp();
            while (await session.ScalarAsync("select pg_try_advisory_lock(?)", cancellationToken, Key).ConfigureAwait(false) is not true)
            {
                if (database.Time.GetElapsedTime(start) >= database.Settings.Migrations.Patience)
                {
                    throw Late(database, null);
                }
                await Task.Delay(s_pause, database.Time, cancellationToken).ConfigureAwait(false);
            }
            return new MigrationLock(session);
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Makes sure that the session with the lock is still there.</summary>
    /// <exception cref="SqlException">It is lost, and the lock with it.</exception>
    public Task CheckAsync(CancellationToken cancellationToken) => _session is null ? Task.CompletedTask : _session.ExecuteAsync("select 1", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_session is null)
        {
            return;
        }
        try
        {
            await _session.ExecuteAsync("select pg_advisory_unlock(?)", CancellationToken.None, Key).ConfigureAwait(false);
        }
        catch (SqlException)
        {
            // A session that is lost has no lock any more.
        }
        await _session.DisposeAsync().ConfigureAwait(false);
    }

    public static SqlMigrationException Late(SqlDatabase database, Exception? inner) => new(
        $"{database.Settings.Name}: another process has been applying migrations, or has held the database's lock, for more than {database.Settings.Migrations.Patience.TotalSeconds} s. Wait for it and start again, or raise Integrations:{database.Settings.Name}:Migrations:LockSeconds.",
        SqlMigrationErrorKind.Locked,
        inner)
    {
        Integration = database.Settings.Name,
    };
}
