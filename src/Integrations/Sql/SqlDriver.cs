using System.Data;
using System.Data.Common;

namespace Integrations.Sql;

/// <summary>
/// What only a driver can do. Its implementations are emitted into the project, over the version of the driver that the project references; this package knows none.
/// </summary>
public abstract class SqlDriver : IAsyncDisposable, IDisposable
{
    /// <summary>The engine.</summary>
    public abstract SqlEngine Engine { get; }

    /// <summary>The name of the pool in messages, such as the database and its host; it holds no secret.</summary>
    public abstract string PoolName { get; }

    /// <summary>How many connections there are at most; 0 where there is no such limit.</summary>
    public abstract int PoolSize { get; }

    /// <summary>The database's name, for traces.</summary>
    public abstract string? Namespace { get; }

    /// <summary>The server, for traces.</summary>
    public virtual string? Host => null;

    /// <summary>The server's port, for traces.</summary>
    public virtual int Port => 0;

    /// <summary>
    /// How many seconds the driver waits beyond the time that a statement may take, for it is cancelled from outside then; 0 where the driver's own timeout ends it.
    /// </summary>
    public virtual int Grace => 0;

    /// <summary>Takes a connection from the pool.</summary>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>An open connection; disposing gives it back.</returns>
    public abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Refuses values that the driver would change in silence.</summary>
    /// <param name="command">The command with its parameters.</param>
    /// <exception cref="System.Text.EncoderFallbackException">A text is no Unicode.</exception>
    public virtual void Check(DbCommand command)
    {
    }

    /// <summary>Gives a connection back to the pool.</summary>
    /// <param name="connection">What <see cref="OpenAsync"/> gave.</param>
    /// <param name="isShared">Whether somebody else has held it, who may hold it still; otherwise the same object may serve again.</param>
    /// <returns>When it is given back.</returns>
    public virtual ValueTask ReleaseAsync(DbConnection connection, bool isShared)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.DisposeAsync();
    }

    /// <summary>Makes a command without a connection.</summary>
    /// <param name="text">The statement.</param>
    /// <returns>The command.</returns>
    public abstract DbCommand CreateCommand(string text);

    /// <summary>Makes a command anew, for a stream that is read again.</summary>
    /// <param name="command">The command.</param>
    /// <returns>The same, with parameters of its own.</returns>
    public abstract DbCommand Copy(DbCommand command);

    /// <summary>Begins a transaction.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="isolation">How it is isolated.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The transaction.</returns>
    public abstract ValueTask<DbTransaction> BeginAsync(DbConnection connection, IsolationLevel isolation, CancellationToken cancellationToken);

    /// <summary>Adds a parameter, without boxing where the driver can.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="parameters">Where to add it.</param>
    /// <param name="name">The name, without <c>@</c>; engines with positions ignore it.</param>
    /// <param name="value">The value.</param>
    public abstract void Add<T>(DbParameterCollection parameters, string name, T value);

    /// <summary>How a raw statement names its parameter.</summary>
    /// <param name="index">The parameter's index, from 0.</param>
    /// <returns>The text, such as <c>$1</c>.</returns>
    public abstract string Placeholder(int index);

    /// <summary>Says what a driver's exception means; null where it is none of the driver's.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>What it means.</returns>
    public abstract SqlFault? Explain(Exception exception);

    /// <summary>Makes a statement of a batch; null where the engine has none, so that statements are run one by one.</summary>
    /// <param name="text">The statement.</param>
    /// <returns>The statement of a batch.</returns>
    public virtual DbBatchCommand? CreateBatchCommand(string text) => null;

    /// <summary>Begins to copy rows into a table.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="transaction">The transaction that it is in; null where the rows are to be one of their own.</param>
    /// <param name="text">The statement.</param>
    /// <param name="seconds">How long the server may take to answer.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>What emitted code writes rows with: a command that is run for each, or a writer.</returns>
    public abstract ValueTask<object> BeginCopyAsync(DbConnection connection, DbTransaction? transaction, string text, int seconds, CancellationToken cancellationToken);

    /// <summary>All rows are written: keeps them.</summary>
    /// <param name="writer">What <see cref="BeginCopyAsync"/> gave.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>When they are kept.</returns>
    public abstract ValueTask CompleteCopyAsync(object writer, CancellationToken cancellationToken);

    /// <summary>Puts the writer away; undoes its rows, unless they were completed.</summary>
    /// <param name="writer">What <see cref="BeginCopyAsync"/> gave.</param>
    /// <returns>When it is done.</returns>
    public abstract ValueTask EndCopyAsync(object writer);

    /// <summary>Waits for messages on channels.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="began">Called once it listens.</param>
    /// <param name="received">Takes a message: channel, payload, the sender's process id.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="NotSupportedException">The engine has no channels.</exception>
    public virtual Task ListenAsync(DbConnection connection, IReadOnlyList<string> channels, Action began, Action<string, string, int> received, CancellationToken cancellationToken) =>
        throw new NotSupportedException("LISTEN and NOTIFY are PostgreSQL's; SQLite has no channels.");

    /// <summary>Closes the pool.</summary>
    /// <returns>When it is closed.</returns>
    public abstract ValueTask DisposeAsync();

    /// <summary>Closes the pool.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the pool.</summary>
    /// <param name="disposing">Whether it is disposed, not finalized.</param>
    protected abstract void Dispose(bool disposing);
}
