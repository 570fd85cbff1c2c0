using System.Data.Common;
using Integrations.Storage;
using Integrations.Storage.Relational;
using Microsoft.Data.Sqlite;

namespace Integrations.Sqlite;

/// <summary>The store on SQLite.</summary>
internal sealed class SqliteStore : RelationalStore
{
    private readonly SqliteConnections _connections;
    private readonly SqliteWriter _writer;
    private readonly SqliteSignals _signals;
    private readonly string _begin;

    private SqliteStore(SqliteStoreOptions options, SqliteConnections connections)
        : base(new SqliteDialect(options.TablePrefix, connections.Path), options)
    {
        _connections = connections;
        _signals = new SqliteSignals(this);
        _writer = new SqliteWriter(connections, _signals);
        _begin = SqliteSchema.Within(SqliteSchema.Begin, options.TablePrefix);
    }

    public override ISignals Signals => _signals;

    public static SqliteStore Create(SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check.Identifier(options.TablePrefix, 40, nameof(options.TablePrefix));
        return new(options, new SqliteConnections(options));
    }

    public override Task<T> TransactAsync<T>(Func<DbTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _writer.WriteAsync(work, cancellationToken);
    }

    public override async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken) => await _connections.OpenReaderAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Every transaction of the writer has the file's write lock from its beginning.</summary>
    public override Task LockSchemaAsync(DbTransaction transaction, CancellationToken cancellationToken) => transaction.ExecuteAsync(_begin, [], cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        _connections.Clear();
    }
}
