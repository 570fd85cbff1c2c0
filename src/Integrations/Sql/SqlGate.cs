using System.Data.Common;
using System.Threading.Tasks.Sources;

namespace Integrations.Sql;

/// <summary>
/// Where a call waits for the driver: it goes on when the driver has ended, or when its time is over, whichever comes first. A driver that comes too late finds nobody,
/// and what it has is put away. It serves again and again as long as the driver is in time, and costs no object then.
/// </summary>
internal sealed class SqlGate : IValueTaskSource
{
    private const int Waiting = 0;
    private const int Ended = 1;
    private const int Expired = 2;

    private readonly Action _onEnd;
    private ManualResetValueTaskSourceCore<bool> _core;
    private int _state;
    private Task _task = Task.CompletedTask;
    private SqlDriver? _driver;
    private DbConnection? _connection;

    public SqlGate() => _onEnd = OnEnd;

    /// <summary>Begins to wait.</summary>
    /// <param name="task">What the driver does.</param>
    /// <param name="driver">The driver.</param>
    /// <param name="connection">What it does it on.</param>
    public void Begin(Task task, SqlDriver driver, DbConnection connection)
    {
        _core.Reset();
        (_task, _driver, _connection) = (task, driver, connection);
        Volatile.Write(ref _state, Waiting);
    }

    /// <summary>Waits. The result is to be taken from the driver's task.</summary>
    /// <exception cref="SqlExpiredException">Its time is over. Neither this nor the connection may be used any more.</exception>
    public ValueTask WaitAsync()
    {
        _task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_onEnd);
        return new ValueTask(this, _core.Version);
    }

    /// <summary>Ends waiting. <see cref="Fail"/> is to be called then.</summary>
    /// <returns>Whether the driver has not ended before.</returns>
    public bool TryExpire() => Interlocked.CompareExchange(ref _state, Expired, Waiting) == Waiting;

    /// <summary>Lets the call go on.</summary>
    public void Fail() => _core.SetException(new SqlExpiredException());

    void IValueTaskSource.GetResult(short token)
    {
        _core.GetResult(token);
        (_task, _driver, _connection) = (Task.CompletedTask, null, null);
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    private void OnEnd()
    {
        if (Interlocked.CompareExchange(ref _state, Ended, Waiting) == Waiting)
        {
            _core.SetResult(true);
        }
        else
        {
            _ = PutAwayAsync(_task, _driver!, _connection!);
        }
    }

    private static async Task PutAwayAsync(Task task, SqlDriver driver, DbConnection connection)
    {
        try
        {
            await task.ConfigureAwait(false);
            if (task is Task<DbDataReader> { Result: var reader })
            {
                await reader.DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (Exception)
        {
            // The call has ended with its timeout long since.
        }
        try
        {
            await driver.ReleaseAsync(connection, isShared: true).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It was broken; the pool knows.
        }
    }
}

/// <summary>A statement took longer than its policy allows.</summary>
internal sealed class SqlExpiredException() : TimeoutException("The statement took longer than its timeout.");
