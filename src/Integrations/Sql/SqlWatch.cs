namespace Integrations.Sql;

/// <summary>
/// Ends statements that take longer than their policy allows. A driver's own timeout may ask the server to cancel on the thread that it happens to be on, and a server
/// that answers nothing keeps that thread: a few of them, and the whole program waits. Here it is asked on a thread of its own, so that the call ends, and nobody else waits.
/// </summary>
/// <param name="database">Whose statements they are.</param>
internal sealed class SqlWatch(SqlDatabase database)
{
    private static readonly TimeSpan s_period = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private SqlCall? _first;
    private ITimer? _timer;
    private bool _isTicking;
    private bool _wasUsed;

    /// <summary>Begins to watch a call that has been given to the driver.</summary>
    public void Add(SqlCall call)
    {
        lock (_lock)
        {
            (call.Next, call.Previous, call.IsWatched) = (_first, null, true);
            if (_first is not null)
            {
                _first.Previous = call;
            }
            (_first, _wasUsed) = (call, true);
            if (!_isTicking)
            {
                _isTicking = true;
                Arm();
            }
        }
    }

    /// <summary>Leaves a call alone, for the server has answered.</summary>
    public void Remove(SqlCall call)
    {
        lock (_lock)
        {
            if (call.IsWatched)
            {
                Unlink(call);
            }
        }
    }

    private void Unlink(SqlCall call)
    {
        if (call.Previous is null)
        {
            _first = call.Next;
        }
        else
        {
            call.Previous.Next = call.Next;
        }
        if (call.Next is not null)
        {
            call.Next.Previous = call.Previous;
        }
        (call.Next, call.Previous, call.IsWatched) = (null, null, false);
    }

    private void Tick()
    {
        List<Action>? expired = null;
        lock (_lock)
        {
            for (var call = _first; call is not null;)
            {
                var next = call.Next;
                if (call.TryExpire() is { } cancel)
                {
                    (expired ??= []).Add(cancel);
                    Unlink(call);
                }
                call = next;
            }
            // While nothing runs nothing ticks.
            _isTicking = _first is not null || _wasUsed;
            _wasUsed = false;
            if (_isTicking)
            {
                Arm();
            }
        }
        foreach (var cancel in expired ?? [])
        {
            _ = Task.Factory.StartNew(
                static cancel =>
                {
                    try
                    {
                        ((Action)cancel!)();
                    }
                    catch (Exception)
                    {
                        // What could not be cancelled fails by itself, at the driver's own timeout.
                    }
                },
                cancel,
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }
    }

    private void Arm()
    {
        if (_timer is not null)
        {
            _timer.Change(s_period, Timeout.InfiniteTimeSpan);
            return;
        }
        // The timer outlives the call whose context this is.
        using var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        _timer = database.Time.CreateTimer(static state => ((SqlWatch)state!).Tick(), this, s_period, Timeout.InfiniteTimeSpan);
    }
}
