using Integrations.Telemetry;

namespace Integrations.Resilience;

/// <summary>
/// The rate limit of a client or operation: its own window, what the server says of its limit, and the limit of all processes where there is one.
/// Waiting attempts have their permit reserved, so that they go first come first served without waking each other.
/// </summary>
internal sealed class RateLimiter(RateLimitSettings settings, string key, ISharedRateLimit? shared, TimeProvider time, ClientLog log)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_away = TimeSpan.FromSeconds(5);

    // Two answers mean the same window of the server where their ends differ by less: resets are told in whole seconds.
    private readonly long _sameWindow = Ticks(time, TimeSpan.FromSeconds(1.5));
    private readonly RateWindow? _window = settings.Permits > 0 ? new(settings.Permits, Ticks(time, settings.Window)) : null;
    private readonly ISharedRateLimit? _shared = settings.Permits > 0 ? shared : null;
    private readonly Lock _lock = new();
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

    /// <summary>Takes a permit where one is there at once. Never where a shared limit must be asked.</summary>
    public bool TryTake()
    {
        var now = time.GetTimestamp();
        if (_shared is not null && now >= Volatile.Read(ref _awayUntil))
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
        if (_shared is not null && await TakeSharedAsync(call, cancellationToken).ConfigureAwait(false) is { } told)
        {
            return told;
        }
        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var at = Earliest(now);
            wait = at > now ? time.GetElapsedTime(now, at) : TimeSpan.Zero;
            if (wait > TimeSpan.Zero && (_waiting >= settings.Queue || wait >= call.Remaining))
            {
                return wait;
            }
            Use(at);
            if (wait == TimeSpan.Zero)
            {
                return wait;
            }
            _waiting++;
        }
        try
        {
            // Meanwhile the server may say that there is less than was thought.
            do
            {
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
                wait = ServerWait();
            }
            while (wait > TimeSpan.Zero && wait < call.Remaining);
            return wait;
        }
        finally
        {
            lock (_lock)
            {
                _waiting--;
            }
        }
    }

    /// <summary>Obeys what an answer says of the server's limit, for an hour at most.</summary>
    public void Learn(HttpResponseMessage response)
    {
        if (!settings.Learn || !RateLimitHeaders.TryRead(response, time, out var remaining, out var reset))
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
                    if (wait >= call.Remaining || (!queued && _waiting >= settings.Queue))
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
        using var patience = new CancellationTokenSource(s_patience, time);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var answer = _shared!.TakeAsync(key, settings.Permits, settings.Window, source.Token);
            return answer.IsCompletedSuccessfully ? answer.Result : await answer.AsTask().WaitAsync(source.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Volatile.Write(ref _awayUntil, time.GetTimestamp() + Ticks(time, s_away));
            log.SharedLimitAway(key, exception.GetType().FullName!);
            return null;
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

    private static long Ticks(TimeProvider time, TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
