using System.Net;
using Integrations.Hosting;
using Integrations.Http;
using Integrations.Resilience;
using Integrations.Telemetry;

namespace Integrations;

/// <summary>
/// What calls and probes of a client saw of the server's health, and the status that follows from it. The status is worked out anew when something that
/// decides it has changed, when what held it is over, and when it is asked for; a success of a healthy client costs no lock.
/// </summary>
internal sealed class ClientHealth(IIntegrationState client, EventHub? events)
{
    private const int Kept = 32;
    private const int FailuresInARow = 3;

    // For how long one refusal of the concurrency limit stands for those after it.
    private static readonly TimeSpan s_busy = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = client.Time;
    private readonly Lock _lock = new();
    private readonly Queue<IntegrationChange> _history = new(Kept);
    private int _failures;
    private long _lastSuccess;
    private long _lastFailure;
    private long _latency = -1;
    private string? _error;
    private int _probeFailures;
    private string? _probeError;
    private int _status = (int)(client.Enabled ? IntegrationStatus.Unknown : IntegrationStatus.Disabled);
    private string? _reason;
    private DateTimeOffset _since = client.Time.GetUtcNow();

    // Timestamps.
    private long _throttledUntil = long.MinValue;
    private long _brokenUntil = long.MinValue;
    private ITimer? _timer;

    public int ConsecutiveFailures => Volatile.Read(ref _failures);

    public DateTimeOffset? LastSuccess => At(ref _lastSuccess);

    public DateTimeOffset? LastFailure => At(ref _lastFailure);

    public string? LastError => Volatile.Read(ref _error);

    private TimeSpan? Latency => Volatile.Read(ref _latency) is var ticks and >= 0 ? TimeSpan.FromTicks(ticks) : null;

    private IntegrationStatus Status => (IntegrationStatus)Volatile.Read(ref _status);

    /// <summary>Tells watchers that the client is there.</summary>
    public void Register() => events?.Register(new(client.Client.Full, IntegrationEventKind.Registered, _since, Status));

    /// <summary>Takes what a call came to.</summary>
    public void Record(Attempt attempt, TimeSpan elapsed, bool isProbe)
    {
        if (attempt.Failure is Failure.None or Failure.Unreadable or Failure.TooLarge || attempt.IsHostFailure)
        {
            Volatile.Write(ref _latency, elapsed.Ticks);
        }
        var error = CallEnd.ErrorType(attempt);
        if (isProbe ? error is not null && IsVerdict(attempt) : IsFailure(attempt))
        {
            Failed(error, isProbe);
        }
        else if (attempt.Failure is Failure.None && (!isProbe || error is null))
        {
            Succeeded(isProbe);
        }
    }

    /// <summary>Takes that a statement succeeded.</summary>
    public void Succeeded(TimeSpan elapsed)
    {
        Volatile.Write(ref _latency, elapsed.Ticks);
        Succeeded(isProbe: false);
    }

    /// <summary>Takes that a statement failed, which tells against the server.</summary>
    public void Failed(string? error, TimeSpan elapsed)
    {
        Volatile.Write(ref _latency, elapsed.Ticks);
        Failed(error, isProbe: false);
    }

    /// <summary>Takes what a probe came to that is no call.</summary>
    /// <param name="error">What it failed with; null where it succeeded.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Probed(string? error, TimeSpan elapsed)
    {
        Volatile.Write(ref _latency, elapsed.Ticks);
        if (error is null)
        {
            Succeeded(isProbe: true);
        }
        else
        {
            Failed(error, isProbe: true);
        }
    }

    private void Failed(string? error, bool isProbe)
    {
        Interlocked.Increment(ref _failures);
        Volatile.Write(ref _lastFailure, _time.GetUtcNow().UtcTicks);
        Volatile.Write(ref _error, error);
        Update(isProbe ? error : null);
    }

    private void Succeeded(bool isProbe)
    {
        if (Volatile.Read(ref _failures) != 0)
        {
            Volatile.Write(ref _failures, 0);
        }
        Volatile.Write(ref _lastSuccess, _time.GetUtcNow().UtcTicks);
        if (isProbe)
        {
            Volatile.Write(ref _probeFailures, 0);
        }
        if (Status != IntegrationStatus.Healthy)
        {
            Update();
        }
    }

    /// <summary>
    /// Refused credentials make an integration as useless as a server that is down. Other answers show that the server lives; the rest shows nothing.
    /// </summary>
    private static bool IsFailure(Attempt attempt) => attempt.IsHostFailure
        || attempt.Failure is Failure.Unreadable
        || (attempt.Failure == Failure.None && attempt.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);

    /// <summary>Whether a probe shows whether the server works: not where it was not sent, nor where there were too many of them.</summary>
    private static bool IsVerdict(Attempt attempt) => attempt.Failure switch
    {
        Failure.None => attempt.Status != HttpStatusCode.TooManyRequests,
        Failure.Paused or Failure.BreakerOpen or Failure.Throttled or Failure.Busy or Failure.Canceled => false,
        _ => true,
    };

    /// <summary>Takes that a limit refused a call, or that the server asked to pause.</summary>
    /// <param name="reason">Which of them.</param>
    /// <param name="duration">How long it lasts; null where that is not known.</param>
    public void Throttled(string reason, TimeSpan? duration)
    {
        var now = _time.GetTimestamp();
        if (now < Volatile.Read(ref _throttledUntil))
        {
            return;
        }
        lock (_lock)
        {
            if (now < _throttledUntil)
            {
                return;
            }
            Volatile.Write(ref _throttledUntil, now + Ticks(duration ?? s_busy));
            Publish(IntegrationEventKind.Throttled, reason, null, duration);
        }
        Update();
    }

    /// <summary>Takes that a circuit breaker changed.</summary>
    /// <param name="scope">Whose it is; null for the client's own.</param>
    /// <param name="state">Its state now.</param>
    /// <param name="duration">How long it stays open, where it is.</param>
    public void BreakerChanged(string? scope, BreakerState state, TimeSpan? duration = null)
    {
        lock (_lock)
        {
            if (scope is null)
            {
                _brokenUntil = duration is { } span ? _time.GetTimestamp() + Ticks(span) : long.MinValue;
            }
            var kind = state switch
            {
                BreakerState.Open => IntegrationEventKind.BreakerOpened,
                BreakerState.HalfOpen => IntegrationEventKind.BreakerHalfOpen,
                _ => IntegrationEventKind.BreakerClosed,
            };
            Publish(kind, state == BreakerState.Open ? "too many attempts failed" : null, scope, duration);
        }
        Update();
    }

    /// <summary>How it is now.</summary>
    public HealthSnapshot Now()
    {
        Update();
        lock (_lock)
        {
            return new(Status, _since, _reason, Latency, [.. _history]);
        }
    }

    private void Update(string? probeError = null)
    {
        IntegrationStatus status;
        string? reason;
        lock (_lock)
        {
            if (probeError is not null)
            {
                (_probeFailures, _probeError) = (_probeFailures + 1, probeError);
            }
            (status, reason, var until) = Evaluate();
            if (until is { } again)
            {
                Wake(again);
            }
            _reason = reason;
            if (status == Status)
            {
                return;
            }
            Volatile.Write(ref _status, (int)status);
            _since = _time.GetUtcNow();
            if (_history.Count == Kept)
            {
                _history.Dequeue();
            }
            _history.Enqueue(new(_since, status, reason, Latency));
            Publish(Kind(status), reason, null, null);
        }
        // A slow logger holds nobody else up.
        client.LogStatus(status, reason);
        Instruments.StatusChanged(client.Client, status);
    }

    /// <summary>The worst that holds, and when it may be over without a call.</summary>
    private (IntegrationStatus Status, string? Reason, TimeSpan? Until) Evaluate()
    {
        if (!client.Enabled)
        {
            return (IntegrationStatus.Disabled, null, null);
        }
        if (_probeFailures > 0 && _probeFailures >= client.FailureThreshold)
        {
            return (IntegrationStatus.Unhealthy, "the health check fails: " + _probeError, null);
        }
        if (client.IsBreakerTripped)
        {
            // Once its time is over a call must be able to come, which closes it: an unhealthy program gets none.
            var remaining = _time.GetElapsedTime(_time.GetTimestamp(), Math.Max(_brokenUntil, _time.GetTimestamp()));
            return client.Required && remaining > TimeSpan.Zero
                ? (IntegrationStatus.Unhealthy, "the circuit breaker is open", remaining)
                : (IntegrationStatus.Degraded, "the circuit breaker is open", null);
        }
        if (client.Pause is var pause && pause > TimeSpan.Zero)
        {
            return (IntegrationStatus.Degraded, "the server asked to pause", pause);
        }
        if (client.IsLimitExhausted)
        {
            return (IntegrationStatus.Degraded, "a limit is exhausted", client.ExhaustedFor);
        }
        if (_probeFailures > 0)
        {
            return (IntegrationStatus.Degraded, "the health check fails: " + _probeError, null);
        }
        if (ConsecutiveFailures >= FailuresInARow)
        {
            return (IntegrationStatus.Degraded, "calls fail: " + LastError, null);
        }
        var nothingSeen = Status == IntegrationStatus.Unknown && Volatile.Read(ref _lastSuccess) == 0;
        return (nothingSeen ? IntegrationStatus.Unknown : IntegrationStatus.Healthy, null, null);
    }

    /// <summary>Works it out again then, so that watchers hear of it though nobody calls.</summary>
    private void Wake(TimeSpan due)
    {
        // Timers count milliseconds: a little later, so that it is over by then.
        due = (due < PauseGate.Longest ? due : PauseGate.Longest) + TimeSpan.FromMilliseconds(1);
        if (_timer is not null)
        {
            _timer.Change(due, Timeout.InfiniteTimeSpan);
            return;
        }
        // The timer outlives the call whose context this is.
        using var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        _timer = _time.CreateTimer(static state => ((ClientHealth)state!).Update(), this, due, Timeout.InfiniteTimeSpan);
    }

    private void Publish(IntegrationEventKind kind, string? reason, string? scope, TimeSpan? duration)
    {
        if (events is { HasWatchers: true })
        {
            events.Publish(new(client.Client.Full, kind, _time.GetUtcNow(), Status) { Reason = reason, Scope = scope, Duration = duration });
        }
    }

    private static IntegrationEventKind Kind(IntegrationStatus status) => status switch
    {
        IntegrationStatus.Degraded => IntegrationEventKind.Degraded,
        IntegrationStatus.Unhealthy => IntegrationEventKind.Unhealthy,
        _ => IntegrationEventKind.Healthy,
    };

    private long Ticks(TimeSpan span) => (long)((span < PauseGate.Longest ? span : PauseGate.Longest).TotalSeconds * _time.TimestampFrequency);

    private static DateTimeOffset? At(ref long ticks) => Volatile.Read(ref ticks) is var at and not 0 ? new DateTimeOffset(at, TimeSpan.Zero) : null;
}
