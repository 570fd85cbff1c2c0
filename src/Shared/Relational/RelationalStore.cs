using System.Data.Common;

namespace Integrations.Storage.Relational;

/// <summary>The store over any engine; the engine says how to connect and commit.</summary>
internal abstract class RelationalStore : IStore
{
    private readonly Purge _purge;
    private readonly SchemaUpgrader _upgrader;

    protected RelationalStore(Dialect dialect, StoreOptions options)
    {
        Check.Options(options);
        (Dialect, Options) = (dialect, options);
        Leases = new Leases(this);
        Outbox = new Outbox(this);
        Timers = new Timers(this);
        Inbox = new Inbox(this);
        Log = new AppendLog(this);
        _purge = new Purge(this);
        _upgrader = new SchemaUpgrader(this);
    }

    public Dialect Dialect { get; }

    public StoreOptions Options { get; }

    public ILeases Leases { get; }

    public IOutbox Outbox { get; }

    public ITimers Timers { get; }

    public IInbox Inbox { get; }

    public IAppendLog Log { get; }

    public abstract ISignals Signals { get; }

    public Task PrepareAsync(CancellationToken cancellationToken = default) => _upgrader.RunAsync(cancellationToken);

    public abstract Task<T> TransactAsync<T>(Func<DbTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default);

    public Task<PurgeResult> PurgeAsync(PurgeAges ages, CancellationToken cancellationToken = default) => _purge.RunAsync(ages, cancellationToken);

    public abstract ValueTask DisposeAsync();

    /// <summary>A connection that only reads.</summary>
    public abstract Task<DbConnection> ConnectAsync(CancellationToken cancellationToken);

    /// <summary>Keeps other processes from upgrading until the transaction ends, and makes room for the first table.</summary>
    public abstract Task LockSchemaAsync(DbTransaction transaction, CancellationToken cancellationToken);

    /// <summary>Refuses a transaction of another engine, or one that has ended.</summary>
    public DbTransaction Joined(DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return Dialect.Owns(transaction) ? transaction
            : throw new ArgumentException($"The store is on {Dialect.Engine} and cannot join a {transaction.GetType().Name}; pass a transaction of its driver on the same database.", nameof(transaction));
    }
}
