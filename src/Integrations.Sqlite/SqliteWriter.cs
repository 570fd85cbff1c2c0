using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using Integrations.Storage.Relational;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Integrations.Sqlite;

/// <summary>
/// The one writer of a process. What waits is done in one transaction, each in a savepoint, and committed together: a disk is waited for once for many. It begins immediate: a transaction that has read could not become a
/// writer while another process writes.
/// </summary>
internal sealed class SqliteWriter(SqliteConnections connections, SqliteSignals signals) : IAsyncDisposable
{
    private const int MostWrites = 256;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(20);

    private readonly Channel<SqliteWrite> _writes = Channel.CreateUnbounded<SqliteWrite>(new() { SingleReader = true });
    private readonly Lock _lock = new();
    private Task? _writing;
    private SqliteConnection? _connection;
    private bool _isOurs;

    public Task<T> WriteAsync<T>(Func<DbTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (SqliteWrite.IsInside)
            throw new InvalidOperationException("This runs within a transaction of the store: pass that transaction, or do it afterwards. A second transaction would wait for the first for ever.");
        lock (_lock)
            _writing ??= Task.Run(RunAsync, CancellationToken.None);
        var write = new SqliteWrite<T>(work, cancellationToken);
        ObjectDisposedException.ThrowIf(!_writes.Writer.TryWrite(write), typeof(SqliteStore));
        return write.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        if (_writing is { } writing)
            await writing.ConfigureAwait(false);
        if (_connection is { } connection)
            await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        while (await _writes.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var group = new List<SqliteWrite>();
            try
            {
                await CommitAsync(group).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // Nothing of the group is there, whatever each of it had come to.
                foreach (var write in group)
                    write.Fail(exception);
                await CloseAsync().ConfigureAwait(false);
                continue;
            }
            foreach (var write in group)
                write.Publish();
        }
    }

    private async Task CommitAsync(List<SqliteWrite> group)
    {
        if (!_writes.Reader.TryRead(out var write))
            return;
        group.Add(write);
        _connection ??= await OpenAsync().ConfigureAwait(false);
        _isOurs = true;
        var transaction = _connection.BeginTransaction(deferred: false);
        try
        {
            var began = Stopwatch.GetTimestamp();
            do
            {
                await RunOneAsync(write, transaction).ConfigureAwait(false);
                if (group.Count == MostWrites || Stopwatch.GetElapsedTime(began) > Longest || !_writes.Reader.TryRead(out write))
                    break;
                group.Add(write);
            }
            while (true);
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _isOurs = true;
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
        signals.Committed(transaction);
    }

    private async Task RunOneAsync(SqliteWrite write, SqliteTransaction transaction)
    {
        await ExecuteAsync("savepoint integrations_write").ConfigureAwait(false);
        _isOurs = false;
        var isDone = await write.RunAsync(transaction).ConfigureAwait(false);
        _isOurs = true;
        if (raw.sqlite3_get_autocommit(_connection!.Handle) != 0)
            throw write.Error ?? new InvalidOperationException("SQLite rolled the transaction back.");
        await ExecuteAsync(isDone ? "release integrations_write" : "rollback to integrations_write; release integrations_write").ConfigureAwait(false);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _connection!.Command(sql);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = await connections.OpenWriterAsync(CancellationToken.None).ConfigureAwait(false);
        // The transaction is shared: work may neither commit nor end it. Everything else is allowed.
        delegate_authorizer authorize = (_, action, _, _, _, _) => action == raw.SQLITE_TRANSACTION && !_isOurs ? raw.SQLITE_DENY : raw.SQLITE_OK;
        raw.sqlite3_set_authorizer(connection.Handle, authorize, null);
        return connection;
    }

    private async Task CloseAsync()
    {
        if (_connection is not { } connection)
            return;
        _connection = null;
        await connection.DisposeAsync().ConfigureAwait(false);
    }
}
