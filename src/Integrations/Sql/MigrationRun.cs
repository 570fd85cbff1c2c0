using System.Globalization;

namespace Integrations.Sql;

/// <summary>Applies migrations.</summary>
internal static class MigrationRun
{
    public static async Task<IReadOnlyList<SqlLandedMigration>> ApplyAsync(SqlDatabase database, IReadOnlyList<SqlMigration> all, CancellationToken cancellationToken)
    {
        var applied = new List<SqlLandedMigration>();
        var held = await MigrationLock.TakeAsync(database, cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            try
            {
                // Each has a connection of its own, so that what one sets for its session (search_path, say) is not there for the next.
                while (await NextAsync(database, all, held, applied.LastOrDefault()?.Name, cancellationToken).ConfigureAwait(false) is { } landed)
                {
                    database.Log.Migrated(landed.Name, landed.Duration);
                    applied.Add(landed);
                }
            }
            catch (SqlException exception) when (exception.Kind == SqlErrorKind.Locked)
            {
                throw MigrationLock.Late(database, exception);
            }
        }
        return applied;
    }

    /// <summary>Applies the first that is pending; null where none is.</summary>
    private static async Task<SqlLandedMigration?> NextAsync(SqlDatabase database, IReadOnlyList<SqlMigration> all, MigrationLock held, string? before, CancellationToken cancellationToken)
    {
        var session = await MigrationSession.OpenAsync(database, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var landed = await MigrationHistory.ReadAsync(session, cancellationToken).ConfigureAwait(false);
            if (First(database, all, landed, before) is not { } migration)
            {
                return null;
            }
            await held.CheckAsync(cancellationToken).ConfigureAwait(false);
            if (migration.InTransaction)
            {
                await BeginAsync(session, cancellationToken).ConfigureAwait(false);
                if (!session.IsPostgres)
                {
                    // Only now nobody else can write: somebody may have, between the look above and here.
                    landed = await MigrationHistory.ReadAsync(session, cancellationToken).ConfigureAwait(false);
                    if (First(database, all, landed, before) is not { } still)
                    {
                        return null;
                    }
                    migration = still;
                }
            }
            if (!migration.InTransaction)
            {
                await session.EndAsync().ConfigureAwait(false);
            }
            if (landed is null)
            {
                await MigrationHistory.CreateAsync(session, cancellationToken).ConfigureAwait(false);
            }
            return migration.InTransaction ? await TogetherAsync(session, migration, cancellationToken).ConfigureAwait(false)
                : await AloneAsync(session, migration, cancellationToken).ConfigureAwait(false);
        }
    }

    private static SqlMigration? First(SqlDatabase database, IReadOnlyList<SqlMigration> all, IReadOnlyList<SqlLandedMigration>? landed, string? before)
    {
        var pending = MigrationPlan.Pending(database, all, landed ?? []);
        if (pending.Count == 0)
        {
            return null;
        }
        // PostgreSQL's pool has undone the transaction that it left open, and its row with it.
        return pending[0].Name != before ? pending[0] : throw LeftOpen(database, before);
    }

    private static SqlMigrationException LeftOpen(SqlDatabase database, string migration) => new(
        $"{database.Settings.Name}: {migration} has begun a transaction and left it open, so that it was undone. End it with commit.",
        SqlMigrationErrorKind.Failed)
    {
        Integration = database.Settings.Name,
        Migration = migration,
    };

    /// <summary>With its row first, so that a process whose lock was lost with its connection cannot do the same beside another.</summary>
    private static async Task<SqlLandedMigration> TogetherAsync(MigrationSession session, SqlMigration migration, CancellationToken cancellationToken)
    {
        var time = session.Database.Time;
        var (start, at) = (time.GetTimestamp(), time.GetUtcNow());
        await MigrationHistory.AddAsync(session, migration, at, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        await StatementsAsync(session, migration, cancellationToken).ConfigureAwait(false);
        var duration = time.GetElapsedTime(start);
        await MigrationHistory.FinishAsync(session, migration, duration, cancellationToken).ConfigureAwait(false);
        try
        {
            await session.CommitAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw Failed(session.Database, migration, -1, exception);
        }
        return Landed(migration, at, duration);
    }

    /// <summary>Without a transaction: the row comes last, so that what failed half-way is run again.</summary>
    private static async Task<SqlLandedMigration> AloneAsync(MigrationSession session, SqlMigration migration, CancellationToken cancellationToken)
    {
        var time = session.Database.Time;
        var (start, at) = (time.GetTimestamp(), time.GetUtcNow());
        try
        {
            await StatementsAsync(session, migration, cancellationToken).ConfigureAwait(false);
            var duration = time.GetElapsedTime(start);
            if (!session.IsPostgres)
            {
                await session.BeginAsync(CancellationToken.None).ConfigureAwait(false);
            }
            await MigrationHistory.AddAsync(session, migration, at, duration, CancellationToken.None).ConfigureAwait(false);
            if (session.Transaction is not null)
            {
                await session.CommitAsync().ConfigureAwait(false);
            }
            return Landed(migration, at, duration);
        }
        catch (Exception exception) when (!session.IsPostgres)
        {
            // SQLite's pool gives a connection on with the transaction that a file has begun and not ended.
            var wasOpen = session.Transaction is null && await session.RollbackAsync().ConfigureAwait(false);
            if (wasOpen && exception is SqlException { Kind: SqlErrorKind.Statement })
            {
                throw LeftOpen(session.Database, migration.Name);
            }
            throw;
        }
    }

    private static async ValueTask BeginAsync(MigrationSession session, CancellationToken cancellationToken)
    {
        var time = session.Database.Time;
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                await session.BeginAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (SqlException exception) when (exception.Kind == SqlErrorKind.Locked)
            {
                if (time.GetElapsedTime(start) >= session.Database.Settings.Migrations.Patience)
                {
                    throw MigrationLock.Late(session.Database, exception);
                }
                await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task StatementsAsync(MigrationSession session, SqlMigration migration, CancellationToken cancellationToken)
    {
        for (var i = 0; i < migration.StatementCount; i++)
        {
            try
            {
                await session.RunAsync(migration.Statement(i), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw Failed(session.Database, migration, i, exception);
            }
        }
    }

    private static SqlMigrationException Failed(SqlDatabase database, SqlMigration migration, int statement, Exception exception)
    {
        var (line, column) = statement < 0 ? (0, 0) : Place(migration, statement, database.Driver.Explain(exception)?.Position ?? 0);
        var told = MigrationSession.Explain(database, line == 0 ? migration.Name : string.Create(CultureInfo.InvariantCulture, $"{migration.Name}({line},{column})"), exception);
        var hint = told is SqlException { SqlState: "25001" } ? $" It cannot run in a transaction: let '-- no transaction' be the first line of {migration.Name}, which then stands alone in its file." : "";
        var undone = migration.InTransaction ? "Nothing of it was kept; those before it are applied." : "It has no transaction, so what came before in it is done; it runs again from its beginning.";
        return new SqlMigrationException($"{told.Message} {undone}{hint}", SqlMigrationErrorKind.Failed, told)
        {
            Integration = database.Settings.Name,
            Migration = migration.Name,
            Line = line,
            Column = column,
        };
    }

    /// <summary>Line and column of a character of a statement, counted from 1 as the server does; 0 is where the statement begins.</summary>
    private static (int Line, int Column) Place(SqlMigration migration, int statement, int position)
    {
        var at = migration.Start(statement);
        for (var i = 1; i < position && at < migration.Text.Length; i++)
        {
            at += char.IsHighSurrogate(migration.Text[at]) ? 2 : 1;
        }
        var before = migration.Text.AsSpan(0, Math.Min(at, migration.Text.Length));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    private static SqlLandedMigration Landed(SqlMigration migration, DateTimeOffset at, TimeSpan duration) =>
        new(migration.Name, migration.Checksum, at, duration, MigrationHistory.ProductVersion);
}
