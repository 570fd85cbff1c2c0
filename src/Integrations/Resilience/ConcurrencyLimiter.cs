namespace Integrations.Resilience;

/// <summary>How many calls run at once; those without a place wait in their order, up to a number.</summary>
internal sealed class ConcurrencyLimiter(ConcurrencySettings settings)
{
    private volatile ConcurrencySettings _settings = settings;
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _queue = [];
    private int _running;

    /// <summary>Whether all places are taken, those to wait in too: a further call would be refused.</summary>
    public bool IsExhausted
    {
        get
        {
            lock (_lock)
            {
                return _running >= _settings.Calls && _queue.Count >= _settings.Queue;
            }
        }
    }

    /// <summary>Takes a place where one is free. <see cref="Exit"/> gives it back.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            if (_running >= _settings.Calls)
            {
                return false;
            }
            _running++;
            return true;
        }
    }

    /// <summary>Takes a place, waiting for it where the queue has room.</summary>
    /// <returns>What the call comes to without it: no place, no time, or cancelled; none where it has its place.</returns>
    public async ValueTask<Failure> EnterAsync(ApiCall call)
    {
        LinkedListNode<Waiter> node;
        lock (_lock)
        {
            if (_running < _settings.Calls)
            {
                _running++;
                return Failure.None;
            }
            if (_queue.Count >= _settings.Queue)
            {
                return Failure.Busy;
            }
            node = _queue.AddLast(new Waiter());
        }
        try
        {
            var remaining = call.Remaining;
            await node.Value.Task.WaitAsync(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, call.Owner.Time, call.CancellationToken).ConfigureAwait(false);
            return Failure.None;
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            Leave(node);
            return exception is TimeoutException ? Failure.TotalTimeout : Failure.Canceled;
        }
    }

    /// <summary>Other numbers from now on: of calls that run none is stopped, and those that wait keep their place in the queue.</summary>
    public void Change(ConcurrencySettings settings)
    {
        lock (_lock)
        {
            _settings = settings;
            while (_running < settings.Calls && _queue.First is { } first)
            {
                _running++;
                _queue.RemoveFirst();
                first.Value.SetResult();
            }
        }
    }

    /// <summary>Gives a place back, to the first that waits.</summary>
    public void Exit()
    {
        Waiter? next = null;
        lock (_lock)
        {
            if (_running <= _settings.Calls && _queue.First is { } first)
            {
                _queue.RemoveFirst();
                next = first.Value;
            }
            else
            {
                _running--;
            }
        }
        next?.SetResult();
    }

    /// <summary>Leaves the queue. Where the place came at the last moment it goes on to the next.</summary>
    private void Leave(LinkedListNode<Waiter> node)
    {
        lock (_lock)
        {
            if (node.List is not null)
            {
                _queue.Remove(node);
                return;
            }
        }
        Exit();
    }

    private sealed class Waiter() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
}
