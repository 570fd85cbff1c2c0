using Integrations.Telemetry;

namespace Integrations.Resilience;

/// <summary>
/// The rate limit of a client or operation: its own window, what the server says of its limit, and the limit of all processes where there is one.
/// Waiting attempts have their permit reserved, so that they go first come first served; where one is cancelled, those behind it move up.
/// </summary>
internal sealed class RateLimiter(RateLimitSettings settings, string key, ISharedRateLimit? shared, TimeProvider time, ClientLog log)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_away = TimeSpan.FromSeconds(5);

    // Two answers mean the same window of the server where their ends differ by less: resets are told in whole seconds.
    private readonly long _sameWindow = Ticks(time, TimeSpan.FromSeconds(1.5));
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiters = [];
    private volatile RateLimitSettings _settings = settings;
    private RateWindow? _window = settings.Permits > 0 ? new(settings.Permits, Ticks(time, settings.Window)) : null;
    private int _waiting;

    // The server's: so many more until then.
    private long _remaining;
    private long _until = long.MinValue;

    // When the shared limit is asked again.
    private long _awayUntil = long.MinValue;

    /// <summary>Whether no attempt would get a permit now.</summary>
    public bool IsExhausted => ExhaustedFor > TimeSpan.Zero;

    /// <summary>When the next attempt would get a permit, from now.</summary>
    public TimeSpan ExhaustedFor
    {
        get
        {
            var now = time.GetTimestamp();
            lock (_lock)
            {
                return time.GetElapsedTime(now, Earliest(now));
            }
        }
    }

    private bool IsShared => shared is not null && _settings.Permits > 0;

    /// <summary>
    /// Another limit from now on. What was taken counts in it, as far as the old window knows of it; what the server said stays; attempts that wait keep
    /// the time that they wait for.
    /// </summary>
    public void Change(RateLimitSettings settings)
    {
        var now = time.GetTimestamp();
        lock (_lock)
        {
            if (settings.Permits != _settings.Permits || settings.Window != _settings.Window)
            {
                var length = Ticks(time, settings.Window);
                _window = settings.Permits == 0 ? null : _window?.Resized(settings.Permits, length, now) ?? new RateWindow(settings.Permits, length);
            }
            _settings = settings;
        }
    }

    /// <summary>Takes a permit where one is there at once. Never where a shared limit must be asked.</summary>
    public bool TryTake()
    {
        var now = time.GetTimestamp();
        if (IsShared && now >= Volatile.Read(ref _awayUntil))
        {
            return false;
        }
        lock (_lock)
        {
            if (Earliest(now) > now)
            {
                return false;
            }
            Use(now);
            return true;
        }
    }

    /// <summary>Takes a permit, waiting for it where the queue has room and the call has time.</summary>
    /// <returns>Zero where it was taken; else when one is likely to be there.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async ValueTask<TimeSpan> TakeAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (IsShared && await TakeSharedAsync(call, cancellationToken).ConfigureAwait(false) is { } told)
        {
            return told;
        }
        Waiter waiter;
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var at = Earliest(now);
            var wait = at > now ? time.GetElapsedTime(now, at) : TimeSpan.Zero;
            if (wait > TimeSpan.Zero && (_waiting >= _settings.Queue || wait >= call.Remaining))
            {
                return wait;
            }
            Use(at);
            if (wait == TimeSpan.Zero)
            {
                return wait;
            }
            _waiting++;
            waiter = new Waiter(time, at, wait);
            _waiters.AddLast(waiter.Node);
        }
        try
        {
            using (cancellationToken.UnsafeRegister(static (waiter, token) => ((Waiter)waiter!).TrySetCanceled(token), waiter))
            {
                await waiter.Task.ConfigureAwait(false);
            }
            // Meanwhile the server may have said that there is less than was thought.
            var wait = ServerWait();
            while (wait > TimeSpan.Zero && wait < call.Remaining)
            {
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
                wait = ServerWait();
            }
            return wait;
        }
        finally
        {
            Leave(waiter);
        }
    }

    /// <summary>Obeys what an answer says of the server's limit, for an hour at most.</summary>
    public void Learn(HttpResponseMessage response)
    {
        if (!_settings.Learn || !RateLimitHeaders.TryRead(response, time, out var remaining, out var reset))
        {
            return;
        }
        var now = time.GetTimestamp();
        var until = now + Ticks(time, reset < PauseGate.Longest ? reset : PauseGate.Longest);
        lock (_lock)
        {
            if (now < _until && Math.Abs(until - _until) < _sameWindow)
            {
                // Answers overtake each other: within one window it can only become less.
                _remaining = Math.Min(_remaining, remaining);
                return;
            }
            (_remaining, _until) = (remaining, until);
        }
    }

    private async ValueTask<TimeSpan?> TakeSharedAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var queued = false;
        try
        {
            while (time.GetTimestamp() >= Volatile.Read(ref _awayUntil))
            {
                var wait = ServerWait();
                if (wait == TimeSpan.Zero)
                {
                    if (await AskAsync(cancellationToken).ConfigureAwait(false) is not { } told)
                    {
                        break;
                    }
                    if (told <= TimeSpan.Zero)
                    {
                        // Counted here too, so that this limit knows what has gone out when it takes over.
                        lock (_lock)
                        {
                            Use(time.GetTimestamp());
                        }
                        return TimeSpan.Zero;
                    }
                    wait = told;
                }
                lock (_lock)
                {
                    if (wait >= call.Remaining || (!queued && _waiting >= _settings.Queue))
                    {
                        return wait;
                    }
                    _waiting += queued ? 0 : 1;
                    queued = true;
                }
                await Task.Delay(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, time, cancellationToken).ConfigureAwait(false);
            }
            return null;
        }
        finally
        {
            if (queued)
            {
                lock (_lock)
                {
                    _waiting--;
                }
            }
        }
    }

    /// <returns>What the shared limit says; null where it is away.</returns>
    private async ValueTask<TimeSpan?> AskAsync(CancellationToken cancellationToken)
    {
        var limit = _settings;
        using var patience = new CancellationTokenSource(s_patience, time);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var answer = shared!.TakeAsync(key, limit.Permits, limit.Window, source.Token);
            return answer.IsCompletedSuccessfully ? answer.Result : await answer.AsTask().WaitAsync(source.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Volatile.Write(ref _awayUntil, time.GetTimestamp() + Ticks(time, s_away));
            log.SharedLimitAway(key, exception.GetType().FullName!);
            return null;
        }
    }

    /// <summary>Leaves the queue. Where the permit is not used its time goes to the next, whose goes to the one after; the last of these times is free again.</summary>
    private void Leave(Waiter waiter)
    {
        waiter.Timer.Dispose();
        lock (_lock)
        {
            _waiting--;
            var now = time.GetTimestamp();
            if (waiter.Task.IsCanceled && waiter.At > now)
            {
                var free = waiter.At;
                for (var next = waiter.Node.Next; next is not null; next = next.Next)
                {
                    if (next.Value.At > free)
                    {
                        var own = next.Value.At;
                        next.Value.MoveTo(free, time.GetElapsedTime(now, free));
                        free = own;
                    }
                }
                _window?.GiveBack(free);
                _remaining += free < _until ? 1 : 0;
            }
            _waiters.Remove(waiter.Node);
        }
    }

    private TimeSpan ServerWait()
    {
        var now = time.GetTimestamp();
        lock (_lock)
        {
            return now < _until && _remaining < 0 ? time.GetElapsedTime(now, _until) : TimeSpan.Zero;
        }
    }

    private long Earliest(long now)
    {
        var at = _window?.Next(now) ?? now;
        return _remaining <= 0 && at < _until ? _until : at;
    }

    private void Use(long at)
    {
        _window?.Take(at);
        if (at < _until)
        {
            _remaining--;
        }
    }

    /// <summary>An attempt whose permit is for a time to come.</summary>
    private sealed class Waiter : TaskCompletionSource
    {
        public Waiter(TimeProvider time, long at, TimeSpan wait)
            : base(TaskCreationOptions.RunContinuationsAsynchronously)
        {
            (Node, At) = (new(this), at);
            Timer = time.CreateTimer(static waiter => ((Waiter)waiter!).TrySetResult(), this, wait, Timeout.InfiniteTimeSpan);
        }

        public LinkedListNode<Waiter> Node { get; }

        public ITimer Timer { get; }

        public long At { get; private set; }

        public void MoveTo(long at, TimeSpan wait)
        {
            At = at;
            Timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    private static long Ticks(TimeProvider time, TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
