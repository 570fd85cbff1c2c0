using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Integrations.Resilience;

namespace Integrations.Sql;

/// <summary>What a call asks of an attempt.</summary>
internal enum SqlMode
{
    /// <summary>How many rows it affected.</summary>
    Affected,

    /// <summary>Rows.</summary>
    Rows,

    /// <summary>Only a connection, with a transaction begun on it.</summary>
    Transaction,

    /// <summary>A batch of statements.</summary>
    Batch,

    /// <summary>What rows are copied with.</summary>
    Copy,
}

/// <summary>
/// One call of a statement, with all its attempts. Outside a transaction each attempt has a connection of its own, behind the circuit breaker; within one it has
/// the transaction's, and is never tried again. Calls that succeed are used again (<see cref="Rent"/>), so that a call costs no object of its own.
/// </summary>
internal sealed class SqlCall
{
    [ThreadStatic]
    private static SqlCall? t_idle;

    private SqlSession _session;
    private OperationDescriptor _operation;
    private SqlMode _mode;
    private PolicySettings _policies;
    private long _start;
    private DbConnection? _connection;
    private bool _sent;
    private long _attemptStart;
    private TimeSpan _limit;
    private volatile bool _isExpired;
    private SqlGate? _gate;

    public SqlCall(SqlSession session, OperationDescriptor operation, SqlMode mode)
    {
        (_session, _operation, _mode, _policies) = (session, operation, mode, session.Database.Policies(operation));
        _start = session.Database.Time.GetTimestamp();
    }

    public SqlSession Session => _session;

    public SqlDatabase Database => _session.Database;

    public OperationDescriptor Operation => _operation;

    public DbCommand? Command { get; set; }

    /// <summary>The statements of a batch.</summary>
    public SqlBatch? Batch { get; init; }

    /// <summary>The text of what has no command.</summary>
    public string? Text { get; init; }

    /// <summary>What rows are copied with.</summary>
    public object? Writer { get; private set; }

    /// <summary>How many rows were copied.</summary>
    public long Row { get; set; }

    /// <summary>What the driver runs of it.</summary>
    public DbBatch? RunningBatch { get; set; }

    /// <summary>Its neighbours under <see cref="SqlWatch"/>.</summary>
    public SqlCall? Next { get; set; }

    public SqlCall? Previous { get; set; }

    public bool IsWatched { get; set; }

    public System.Data.IsolationLevel Isolation { get; init; } = System.Data.IsolationLevel.Unspecified;

    public Activity? Activity { get; set; }

    public DbDataReader? Reader { get; private set; }

    public int Affected { get; private set; }

    public DbConnection Connection => _connection!;

    public DbTransaction? Begun { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>What came of the last attempt: null after a success.</summary>
    public Exception? Error { get; private set; }

    /// <summary>What <see cref="Error"/> means, where the driver knows.</summary>
    public SqlFault? Fault { get; private set; }

    public TimeSpan Elapsed => Database.Time.GetElapsedTime(_start);

    /// <summary>A call of a command: one that has ended, where there is one.</summary>
    public static SqlCall Rent(SqlSession session, OperationDescriptor operation, SqlMode mode, DbCommand command)
    {
        var call = t_idle;
        if (call is null)
        {
            return new SqlCall(session, operation, mode) { Command = command };
        }
        t_idle = null;
        (call._session, call._operation, call._mode, call._policies) = (session, operation, mode, session.Database.Policies(operation));
        (call.Command, call.Attempts, call.Affected) = (command, 0, 0);
        call._start = session.Database.Time.GetTimestamp();
        return call;
    }

    /// <summary>Leaves it to a later call. Only what has succeeded comes here, so that nobody holds it any more.</summary>
    public void Return()
    {
        (Command, Activity) = (null, null);
        t_idle = this;
    }

    /// <summary>Runs the statement, again where that is safe and of use.</summary>
    /// <exception cref="SqlException">It failed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        var driver = Database.Driver;
        var transaction = _session.Transaction;
        var breaker = transaction is null ? Database.Breaker(_operation, _policies) : null;
        SqlInstruments.Start(this);
        while (true)
        {
            Attempts++;
            (Error, Fault, _sent, _isExpired) = (null, null, false, false);
            var probe = 0;
            if (breaker is null || breaker.TryEnter(out probe))
            {
                try
                {
                    _connection = transaction is null ? await driver.OpenAsync(cancellationToken).ConfigureAwait(false) : transaction.Connection;
                    _sent = true;
                    (_limit, _attemptStart) = (Limit(), Database.Time.GetTimestamp());
                    if (Command is { } command)
                    {
                        driver.Check(command);
                        command.Connection = _connection;
                        if (transaction is not null)
                        {
                            command.Transaction = transaction.DbTransaction;
                        }
                        command.CommandTimeout = Timeout(driver);
                    }
                    switch (_mode)
                    {
                        case SqlMode.Rows:
                            var rows = Command!.ExecuteReaderAsync(cancellationToken);
                            if (IsToBeWatched(rows))
                            {
                                await WatchAsync(rows).ConfigureAwait(false);
                            }
                            Reader = await rows.ConfigureAwait(false);
                            break;
                        case SqlMode.Affected:
                            var affected = Command!.ExecuteNonQueryAsync(cancellationToken);
                            if (IsToBeWatched(affected))
                            {
                                await WatchAsync(affected).ConfigureAwait(false);
                            }
                            Affected = await affected.ConfigureAwait(false);
                            break;
                        case SqlMode.Batch:
                            var batch = Batch!.RunAsync(_connection, transaction?.DbTransaction, Timeout(driver), this, cancellationToken).AsTask();
                            if (IsToBeWatched(batch))
                            {
                                await WatchAsync(batch).ConfigureAwait(false);
                            }
                            await batch.ConfigureAwait(false);
                            break;
                        case SqlMode.Copy:
                            Writer = await driver.BeginCopyAsync(_connection, transaction?.DbTransaction, Text!, Timeout(driver), cancellationToken).ConfigureAwait(false);
                            break;
                        default:
                            Begun = await driver.BeginAsync(_connection, Isolation, cancellationToken).ConfigureAwait(false);
                            break;
                    }
                    if (IsWatched)
                    {
                        Database.Watch.Remove(this);
                    }
                    breaker?.Leave(probe, isFailure: false);
                    return;
                }
                catch (Exception exception)
                {
                    Database.Watch.Remove(this);
                    if (exception is SqlExpiredException)
                    {
                        // The driver has them still, and puts them away when it has ended.
                        (_gate, _connection) = (null, null);
                    }
                    Failed(exception);
                    await ReleaseAsync().ConfigureAwait(false);
                }
                breaker?.Leave(probe, Fault is { IsHostFailure: true }, isOpen: Fault is null);
            }
            else
            {
                Failed(new SqlBreakerOpenException());
            }
            var error = Error!;
            var delay = MayTryAgain() ? Delay() : TimeSpan.MinValue;
            if (delay < TimeSpan.Zero)
            {
                await EndAsync(error, cancellationToken).ConfigureAwait(false);
                throw new UnreachableException();
            }
            Database.Log.Retry(this, delay);
            if (error is SqlExpiredException && Command is not null)
            {
                Command = driver.Copy(Command);
            }
            await Task.Delay(delay, Database.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The call succeeded and all of it was read.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask FinishAsync()
    {
        await ReleaseAsync().ConfigureAwait(false);
        Succeeded();
    }

    /// <summary>The call succeeded, and somebody else has the connection now.</summary>
    public void Succeeded()
    {
        Database.Budget.Succeeded(Attempts > 1);
        Database.Health.Succeeded(Elapsed);
        SqlInstruments.Stop(this, null);
    }

    /// <summary>Reading failed after the statement ran, or its caller left early.</summary>
    /// <exception cref="SqlException">What <paramref name="exception"/> means.</exception>
    public async ValueTask EndAsync(Exception exception, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(Error, exception))
        {
            Failed(exception);
        }
        await ReleaseAsync().ConfigureAwait(false);
        if (_session.Transaction is { } transaction && (Fault?.SqlState is not null || exception is OperationCanceledException))
        {
            transaction.Faulted = true;
        }
        if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            SqlInstruments.Stop(this, "cancelled");
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
        }
        var translated = SqlErrors.Translate(this, exception, _sent);
        if (Fault is { IsHostFailure: true } or { Kind: SqlErrorKind.PoolExhausted or SqlErrorKind.Permission } || exception is SqlBreakerOpenException)
        {
            Database.Health.Failed(SqlErrors.Type(translated), Elapsed);
        }
        SqlInstruments.Stop(this, SqlErrors.Type(translated));
        Database.Log.Failed(this, SqlErrors.Type(translated));
        if (ReferenceEquals(translated, exception))
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
        }
        throw translated;
    }

    /// <summary>The caller's own code threw, which says nothing of the database.</summary>
    public async ValueTask AbandonAsync(Exception exception)
    {
        Error = exception;
        await ReleaseAsync().ConfigureAwait(false);
        SqlInstruments.Stop(this, SqlErrors.Type(exception));
    }

    /// <summary>What an exception means that came after the call was over: from its commit, or from listening.</summary>
    public Exception Explain(Exception exception)
    {
        Failed(exception);
        return SqlErrors.Translate(this, exception, sent: true);
    }

    /// <summary>The caller of a stream has seen enough, and the rest was cancelled.</summary>
    public async ValueTask LeaveAsync()
    {
        Error = new OperationCanceledException();
        await ReleaseAsync().ConfigureAwait(false);
        Error = null;
        Succeeded();
    }

    /// <summary>Gives back the reader and, outside a transaction, the connection.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ReleaseAsync()
    {
        var (reader, connection) = (Reader, _connection);
        (Reader, _connection) = (null, null);
        try
        {
            if (reader is not null)
            {
                await reader.DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (Database.Driver.Explain(exception) is not null)
        {
            // What remains of a failed result fails too; what was wrong is known already. A success has been read to its end before.
            if (Error is null)
            {
                throw;
            }
        }
        finally
        {
            if (connection is not null && _session.Transaction is null)
            {
                await Database.Driver.ReleaseAsync(connection, isShared: _isExpired).ConfigureAwait(false);
            }
        }
    }

    private void Failed(Exception exception)
    {
        Error = exception;
        Fault = exception is SqlExpiredException || (_isExpired && exception is OperationCanceledException) ? new SqlFault(SqlErrorKind.Timeout) : Database.Driver.Explain(exception);
    }

    /// <summary>What ends it, where it has taken longer than it may. The caller holds the lock of <see cref="SqlWatch"/>.</summary>
    public Action? TryExpire()
    {
        if (Database.Time.GetElapsedTime(_attemptStart) < _limit)
        {
            return null;
        }
        Action cancel = RunningBatch is { } batch ? batch.Cancel : Command is { } command ? command.Cancel : static () => { };
        if (_session.Transaction is not null)
        {
            // Its connection is needed to undo the rest, so the driver's end is waited for.
            _isExpired = true;
            return cancel;
        }
        if (_gate is not { } gate || !gate.TryExpire())
        {
            return null;
        }
        return () =>
        {
            ThreadPool.UnsafeQueueUserWorkItem(static gate => gate.Fail(), gate, preferLocal: false);
            cancel();
        };
    }

    private bool IsToBeWatched(Task task) => !task.IsCompleted && Database.Driver.Grace > 0;

    private ValueTask WatchAsync(Task task)
    {
        if (_session.Transaction is not null)
        {
            Database.Watch.Add(this);
            return default;
        }
        var gate = _gate ??= new SqlGate();
        gate.Begin(task, Database.Driver, _connection!);
        Database.Watch.Add(this);
        return gate.WaitAsync();
    }

    /// <summary>What remains of the total, or of the attempt.</summary>
    private TimeSpan Limit()
    {
        var remaining = _policies.Timeout.Total - Elapsed;
        return remaining < _policies.Timeout.Attempt ? remaining : _policies.Timeout.Attempt;
    }

    /// <summary>The same in the driver's whole seconds, as of the first attempt, so that it seldom changes; 0 would mean for ever.</summary>
    private int Timeout(SqlDriver driver) =>
        (int)Math.Clamp(Math.Ceiling((driver.Grace > 0 ? _policies.Timeout.Attempt : _limit).TotalSeconds) + driver.Grace, 1, int.MaxValue);

    private bool MayTryAgain() =>
        _session.Transaction is null
        && Fault is { IsTransient: true, Kind: not SqlErrorKind.PoolExhausted } fault
        && Attempts < _policies.Retry.MaxAttempts
        && (!_sent || fault.IsUndone || _operation.Idempotent);

    /// <summary>A random part of a delay that doubles; negative where there is no time, or the budget is used up.</summary>
    private TimeSpan Delay()
    {
        var ceiling = Math.Min(_policies.Retry.Delay.TotalMilliseconds * Math.Pow(2, Attempts - 1), _policies.Retry.MaxDelay.TotalMilliseconds);
        var delay = TimeSpan.FromMilliseconds(ceiling * Database.Random());
        return Elapsed + delay < _policies.Timeout.Total && Database.Budget.TryTake() ? delay : TimeSpan.MinValue;
    }
}
