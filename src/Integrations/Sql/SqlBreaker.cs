using Integrations.Resilience;
using Integrations.Telemetry;

namespace Integrations.Sql;

/// <summary>
/// The circuit breaker around attempts. Only what tells against the server counts; a violated constraint does not. While it is closed it costs one read and one count,
/// for every statement passes it.
/// </summary>
internal sealed class SqlBreaker
{
    private readonly SqlDatabase _database;
    private readonly BreakerSettings _settings;
    private readonly SqlWindow _window;
    private readonly long _break;
    private readonly Lock _lock = new();
    private volatile int _state = (int)BreakerState.Closed;

    // A timestamp: while open, when a probe may come; while half open, when another may, because the first has not ended.
    private long _until;
    private int _probe;

    /// <summary>Begins closed.</summary>
    /// <param name="settings">When it opens, and for how long.</param>
    /// <param name="scope">The method that it is for; null for the client's own.</param>
    /// <param name="database">The client, which is told of transitions.</param>
    public SqlBreaker(BreakerSettings settings, string? scope, SqlDatabase database)
    {
        (Scope, _settings, _database) = (scope, settings, database);
        _window = new SqlWindow(Ticks(settings.Sampling), settings.MinimumThroughput, settings.FailureRatio);
        _break = Ticks(settings.Break);
    }

    public string? Scope { get; }

    public bool IsOn => _settings.Enabled;

    public BreakerState State => (BreakerState)_state;

    /// <summary>Whether an attempt may be made; then <see cref="Leave"/> must be told what came of it.</summary>
    /// <param name="probe">0, or the number of the probe that it is.</param>
    public bool TryEnter(out int probe)
    {
        probe = 0;
        return _state == (int)BreakerState.Closed || TryProbe(out probe);
    }

    /// <summary>Takes what came of an attempt.</summary>
    /// <param name="probe">What <see cref="TryEnter"/> gave.</param>
    /// <param name="isFailure">Whether it tells against the server.</param>
    /// <param name="isOpen">Whether it tells nothing, for its caller cancelled it: a probe has proven nothing then.</param>
    public void Leave(int probe, bool isFailure, bool isOpen = false)
    {
        if (!_settings.Enabled)
        {
            return;
        }
        var now = _database.Time.GetTimestamp();
        if (probe == 0)
        {
            if (_state != (int)BreakerState.Closed)
            {
                // It began before, and comes too late to tell.
                return;
            }
            if (!isFailure)
            {
                if (!isOpen)
                {
                    _window.Succeeded(now);
                }
                return;
            }
            if (_window.Failed(now))
            {
                lock (_lock)
                {
                    if (_state == (int)BreakerState.Closed)
                    {
                        Open(now);
                    }
                }
            }
            return;
        }
        lock (_lock)
        {
            if (_state != (int)BreakerState.HalfOpen)
            {
                return;
            }
            if (!isFailure && !isOpen)
            {
                _window.Clear();
                _state = (int)BreakerState.Closed;
                _database.Log.BreakerClosed();
                Tell(BreakerState.Closed, "closed");
            }
            else if (probe == _probe)
            {
                Open(now);
            }
        }
    }

    private bool TryProbe(out int probe)
    {
        probe = 0;
        var now = _database.Time.GetTimestamp();
        if (now < Volatile.Read(ref _until))
        {
            // It may have closed meanwhile.
            return _state == (int)BreakerState.Closed;
        }
        lock (_lock)
        {
            if (_state == (int)BreakerState.Closed)
            {
                return true;
            }
            if (now < _until)
            {
                return false;
            }
            probe = ++_probe;
            Volatile.Write(ref _until, now + _break);
            if (_state != (int)BreakerState.HalfOpen)
            {
                _state = (int)BreakerState.HalfOpen;
                Tell(BreakerState.HalfOpen, "half_open");
            }
            return true;
        }
    }

    private void Open(long now)
    {
        Volatile.Write(ref _until, now + _break);
        _state = (int)BreakerState.Open;
        _database.Log.BreakerOpened(_settings.Break);
        Tell(BreakerState.Open, "open", _settings.Break);
    }

    private void Tell(BreakerState state, string word, TimeSpan? duration = null)
    {
        Instruments.BreakerChanged(_database.Settings.Client, word);
        _database.Health.BreakerChanged(Scope, state, duration);
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * _database.Time.TimestampFrequency);
}

/// <summary>An attempt was not made, for the circuit breaker is open.</summary>
internal sealed class SqlBreakerOpenException() : Exception("The circuit breaker is open.");
