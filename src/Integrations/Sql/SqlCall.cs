using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Integrations.Resilience;
using Integrations.Telemetry;
using Polly;

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
}

/// <summary>
/// One call of a statement, with all its attempts. Outside a transaction each attempt has a connection of its own, behind the circuit breaker; within one it has
/// the transaction's, and is never tried again.
/// </summary>
internal sealed class SqlCall(SqlSession session, OperationDescriptor operation, SqlMode mode)
{
    private readonly long _start = session.Database.Time.GetTimestamp();
    private readonly PolicySettings _policies = session.Database.Policies(operation);
    private DbConnection? _connection;
    private bool _sent;

    public SqlSession Session => session;

    public SqlDatabase Database => session.Database;

    public OperationDescriptor Operation => operation;

    public DbCommand? Command { get; init; }

    /// <summary>The statements of a batch.</summary>
    public SqlBatch? Batch { get; init; }

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

    /// <summary>Runs the statement, again where that is safe and of use.</summary>
    /// <exception cref="SqlException">It failed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        _ = Database.Driver;
        SqlInstruments.Start(this);
        while (true)
        {
            Attempts++;
            if (session.Transaction is null)
            {
                await GuardAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await AttemptAsync(cancellationToken).ConfigureAwait(false);
            }
            if (Error is null)
            {
                return;
            }
            var error = Error;
            var delay = MayTryAgain() ? Delay() : TimeSpan.MinValue;
            if (delay < TimeSpan.Zero)
            {
                await EndAsync(error, cancellationToken).ConfigureAwait(false);
                throw new UnreachableException();
            }
            Database.Log.Retry(this, delay);
            await Task.Delay(delay, Database.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One attempt. Never throws.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Outcome<SqlCall>> AttemptAsync(CancellationToken cancellationToken)
    {
        (Error, Fault, _sent) = (null, null, false);
        try
        {
            var transaction = session.Transaction;
            _connection ??= transaction is null ? await Database.Driver.OpenAsync(cancellationToken).ConfigureAwait(false) : transaction.Connection;
            _sent = true;
            if (Command is { } command)
            {
                command.Connection = _connection;
                command.Transaction = transaction?.DbTransaction;
                command.CommandTimeout = Timeout();
            }
            switch (mode)
            {
                case SqlMode.Affected:
                    Affected = await Command!.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                    break;
                case SqlMode.Rows:
                    Reader = await Command!.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                    break;
                case SqlMode.Batch:
                    await Batch!.RunAsync(_connection, transaction?.DbTransaction, Timeout(), cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    Begun = await Database.Driver.BeginAsync(_connection, Isolation, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
        catch (Exception exception)
        {
            Failed(exception);
            await ReleaseAsync().ConfigureAwait(false);
        }
        return Outcome.FromResult(this);
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
        if (session.Transaction is { } transaction && (Fault?.SqlState is not null || exception is OperationCanceledException))
        {
            transaction.Faulted = true;
        }
        if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            SqlInstruments.Stop(this, "cancelled");
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
        }
        var translated = SqlErrors.Translate(this, exception, _sent);
        if (Fault is { IsHostFailure: true } or { Kind: SqlErrorKind.PoolExhausted or SqlErrorKind.Permission } || exception is Polly.CircuitBreaker.BrokenCircuitException)
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
            if (connection is not null && session.Transaction is null)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask GuardAsync(CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        var outcome = await Database.Breaker(operation, _policies).ExecuteAsync(context, this).ConfigureAwait(false);
        ResilienceContextPool.Shared.Return(context);
        if (outcome.Exception is { } exception)
        {
            Failed(exception);
        }
    }

    private void Failed(Exception exception)
    {
        Error = exception;
        Fault = Database.Driver.Explain(exception);
    }

    /// <summary>What remains of the total, in the driver's whole seconds; 0 would mean for ever.</summary>
    private int Timeout()
    {
        var remaining = _policies.Timeout.Total - Elapsed;
        var limit = remaining < _policies.Timeout.Attempt ? remaining : _policies.Timeout.Attempt;
        return (int)Math.Clamp(Math.Ceiling(limit.TotalSeconds), 1, int.MaxValue);
    }

    private bool MayTryAgain() =>
        session.Transaction is null
        && Fault is { IsTransient: true, Kind: not SqlErrorKind.PoolExhausted } fault
        && Attempts < _policies.Retry.MaxAttempts
        && (!_sent || fault.IsUndone || operation.Idempotent);

    /// <summary>A random part of a delay that doubles; negative where there is no time, or the budget is used up.</summary>
    private TimeSpan Delay()
    {
        var ceiling = Math.Min(_policies.Retry.Delay.TotalMilliseconds * Math.Pow(2, Attempts - 1), _policies.Retry.MaxDelay.TotalMilliseconds);
        var delay = TimeSpan.FromMilliseconds(ceiling * Database.Random());
        return Elapsed + delay < _policies.Timeout.Total && Database.Budget.TryTake() ? delay : TimeSpan.MinValue;
    }
}
