using System.Data.Common;
using System.Globalization;

namespace Integrations.Sql;

/// <summary>A connection on which migrations are read or applied. Its statements are no calls: no breaker and no retry is around them.</summary>
internal sealed class MigrationSession : IAsyncDisposable
{
    private readonly DbConnection _connection;

    private MigrationSession(SqlDatabase database, DbConnection connection) => (Database, _connection) = (database, connection);

    public SqlDatabase Database { get; }

    public DbTransaction? Transaction { get; private set; }

    /// <summary>The history's table. PostgreSQL: with the schema that is current before any migration could set another.</summary>
    public string Table { get; private set; } = MigrationHistory.Table;

    public bool IsPostgres => Database.Engine == SqlEngine.Postgres;

    /// <summary>Seconds that a statement may take. A migration takes as long as it takes; on SQLite this is the wait for locks.</summary>
    public int Timeout { get; private init; }

    public static async ValueTask<MigrationSession> OpenAsync(SqlDatabase database, CancellationToken cancellationToken)
    {
        DbConnection connection;
        var driver = database.Driver;
        try
        {
            connection = await driver.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Explain(database, "Migrations", exception);
        }
        var patience = (int)Math.Clamp(Math.Ceiling(database.Settings.Migrations.Patience.TotalSeconds), 1, int.MaxValue);
        var session = new MigrationSession(database, connection) { Timeout = database.Engine == SqlEngine.Postgres ? 0 : patience };
        try
        {
            if (session.IsPostgres)
            {
                var schema = await session.ScalarAsync("select quote_ident(current_schema())", cancellationToken).ConfigureAwait(false);
                session.Table = schema is string text ? text + "." + MigrationHistory.Table : MigrationHistory.Table;
            }
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <exception cref="SqlException">It could not begin; of kind <see cref="SqlErrorKind.Locked"/> where another holds the database.</exception>
    public async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            Transaction = await Database.Driver.BeginAsync(_connection, System.Data.IsolationLevel.Unspecified, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Explain(Database, "Migrations", exception);
        }
    }

    public async ValueTask CommitAsync()
    {
        await Transaction!.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the transaction; what was not committed is undone.</summary>
    public async ValueTask EndAsync()
    {
        if (Transaction is { } transaction)
        {
            Transaction = null;
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Undoes a transaction that statements themselves have begun.</summary>
    /// <returns>Whether there was one.</returns>
    public async ValueTask<bool> RollbackAsync()
    {
        try
        {
            await RunAsync("rollback", CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (Database.Driver.Explain(exception) is not null)
        {
            return false;
        }
    }

    /// <summary>Runs a statement of a migration.</summary>
    /// <exception cref="DbException">What the driver says.</exception>
    public async Task RunAsync(string statement, CancellationToken cancellationToken)
    {
        var command = Command(IsPostgres ? Whole(statement) : statement, []);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs a statement of the history; <c>?</c> stands for each parameter.</summary>
    /// <exception cref="SqlException">It failed.</exception>
    public async Task ExecuteAsync(string statement, CancellationToken cancellationToken, params object[] parameters)
    {
        var command = Command(statement, parameters);
        await using (command.ConfigureAwait(false))
        {
            await GuardAsync(() => command.ExecuteNonQueryAsync(cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>The first value of the first row.</summary>
    /// <exception cref="SqlException">It failed.</exception>
    public async Task<object?> ScalarAsync(string statement, CancellationToken cancellationToken, params object[] parameters)
    {
        var command = Command(statement, parameters);
        await using (command.ConfigureAwait(false))
        {
            return await GuardAsync(() => command.ExecuteScalarAsync(cancellationToken)).ConfigureAwait(false) is { } value and not DBNull ? value : null;
        }
    }

    /// <summary>All rows.</summary>
    /// <exception cref="SqlException">It failed.</exception>
    public async Task<List<T>> ListAsync<T>(string statement, Func<DbDataReader, T> row, CancellationToken cancellationToken, params object[] parameters)
    {
        var command = Command(statement, parameters);
        await using (command.ConfigureAwait(false))
        {
            return await GuardAsync(async () =>
            {
                var rows = new List<T>();
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        rows.Add(row(reader));
                    }
                }
                return rows;
            }).ConfigureAwait(false);
        }
    }

    /// <summary>What callers get for a driver's exception.</summary>
    public static Exception Explain(SqlDatabase database, string what, Exception exception) =>
        exception is SqlException ? exception : new SqlCall(database.Session, new OperationDescriptor("MIGRATE", "", what), SqlMode.Affected).Explain(exception);

    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(false);
        await Database.Driver.ReleaseAsync(_connection, isShared: true).ConfigureAwait(false);
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Explain(Database, "Migrations", exception);
        }
    }

    /// <summary>Npgsql parts a text at each semicolon, also at those in the body of a routine in standard SQL; within a string it does not.</summary>
    private static string Whole(string statement)
    {
        if (!statement.Contains(';', StringComparison.Ordinal) || !statement.Contains("atomic", StringComparison.OrdinalIgnoreCase))
        {
            return statement;
        }
        var tag = "$integrations";
        while (statement.Contains(tag, StringComparison.Ordinal))
        {
            tag += "_";
        }
        return $"do {tag}$ begin execute {tag}1${statement}{tag}1$; end {tag}$";
    }

    private DbCommand Command(string statement, object[] parameters)
    {
        var driver = Database.Driver;
        var parts = parameters.Length == 0 ? [statement] : statement.Split('?');
        for (var i = 1; i < parts.Length; i++)
        {
            parts[i] = driver.Placeholder(i - 1) + parts[i];
        }
        var command = driver.CreateCommand(string.Concat(parts));
        (command.Connection, command.Transaction, command.CommandTimeout) = (_connection, Transaction, Timeout);
        for (var i = 0; i < parameters.Length; i++)
        {
            var name = "p" + i.ToString(CultureInfo.InvariantCulture);
            switch (parameters[i])
            {
                case DateTimeOffset moment: driver.Add(command.Parameters, name, moment); break;
                case long number: driver.Add(command.Parameters, name, number); break;
                default: driver.Add(command.Parameters, name, (string)parameters[i]); break;
            }
        }
        return command;
    }
}
