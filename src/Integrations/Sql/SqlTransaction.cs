using System.ComponentModel;
using System.Data;
using System.Data.Common;
using System.Globalization;
using Integrations.Sql;

namespace Integrations;

/// <summary>
/// An open transaction. Emitted clients have one of their own (<c>OrdersDatabase.Transaction</c>) with their typed methods on it. Whatever joins a transaction (a
/// published message, the mark of one that was handled, the checkpoint of a workflow) takes it as an argument; nothing is ambient.
/// </summary>
public abstract class SqlTransaction
{
    private readonly SqlTransactionStart _start;
    private List<Func<Task>>? _afterCommit;
    private int _savepoints;

    /// <summary>Stands on what was begun.</summary>
    /// <param name="start">What was begun.</param>
    protected SqlTransaction(SqlTransactionStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        _start = start;
        Sql = new SqlSession(start.Database, this);
    }

    /// <summary>The engine.</summary>
    public SqlEngine Engine => _start.Database.Engine;

    /// <summary>The connection, for what has no statement of its own. It is neither to be closed nor used after the transaction's end.</summary>
    public DbConnection Connection => _start.Connection;

    /// <summary>The driver's transaction, for the same. Who commits it is who began it.</summary>
    public DbTransaction DbTransaction => _start.Transaction;

    /// <summary>How it is isolated.</summary>
    public IsolationLevel IsolationLevel => _start.Transaction.IsolationLevel;

    /// <summary>Runs statements that have no method, in this transaction.</summary>
    public SqlSession Sql { get; }

    /// <summary>Whether it is over, so that nothing more may run in it.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the database has given it up after a failed statement.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal bool Faulted { get; set; }

    /// <summary>
    /// Has something done once the transaction is committed: waking who waits for what was written. It is not done where the transaction is undone; should the program end
    /// between the commit and this, it is not done either, so it may only hasten what happens anyway.
    /// </summary>
    /// <param name="action">What is to be done. Its failure is logged, for the commit stands.</param>
    public void OnCommitted(Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        ThrowIfOver();
        (_afterCommit ??= []).Add(action);
    }

    /// <summary>Does something that may fail without the whole transaction: where it throws, only its own effects are undone.</summary>
    /// <param name="work">What is done.</param>
    /// <param name="cancellationToken">Cancels setting the savepoint.</param>
    /// <returns>When it is done.</returns>
    public Task SavepointAsync(Func<Task> work, CancellationToken cancellationToken = default) => SavepointAsync(
        async () =>
        {
            await work().ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <inheritdoc cref="SavepointAsync(Func{Task}, CancellationToken)"/>
    /// <typeparam name="T">Its result.</typeparam>
    public async Task<T> SavepointAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        ThrowIfOver();
        var name = "s" + (++_savepoints).ToString(CultureInfo.InvariantCulture);
        var (faulted, after) = (Faulted, _afterCommit?.Count ?? 0);
        await DbTransaction.SaveAsync(name, cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await work().ConfigureAwait(false);
            if (Faulted && !faulted && Engine == SqlEngine.Postgres)
            {
                throw Aborted();
            }
            await DbTransaction.ReleaseAsync(name, CancellationToken.None).ConfigureAwait(false);
            return result;
        }
        catch
        {
            await DbTransaction.RollbackAsync(name, CancellationToken.None).ConfigureAwait(false);
            Faulted = faulted;
            _afterCommit?.RemoveRange(after, _afterCommit.Count - after);
            throw;
        }
    }

    internal void ThrowIfOver()
    {
        if (IsOver)
        {
            throw new InvalidOperationException("The transaction is over: its statements must be awaited before its delegate returns, and none may come after.");
        }
    }

    /// <summary>PostgreSQL answers the commit of such a transaction with a rollback, and says so to nobody.</summary>
    internal void ThrowIfAborted()
    {
        if (Faulted && Engine == SqlEngine.Postgres)
        {
            throw Aborted();
        }
    }

    internal void End() => IsOver = true;

    internal async ValueTask CommittedAsync()
    {
        foreach (var action in _afterCommit ?? [])
        {
            try
            {
                await action().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                _start.Database.Log.AfterCommitFailed(exception);
            }
        }
    }

    private SqlException Aborted() => new(
        $"{_start.Database.Settings.Name}: the transaction cannot go on, because a statement in it failed and its exception was caught. Use SavepointAsync around what may fail.",
        SqlErrorKind.TransactionAborted)
    {
        Integration = _start.Database.Settings.Name,
        SqlState = "25P02",
    };
}
