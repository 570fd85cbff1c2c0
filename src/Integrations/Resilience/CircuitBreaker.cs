using Integrations.Hosting;
using Integrations.Telemetry;
using Polly;
using Polly.CircuitBreaker;

namespace Integrations.Resilience;

/// <summary>
/// The circuit breaker of a host or operation. Its settings may change while it runs: one that is open stays open and closes as it was going to, the
/// new settings hold from then on; only the time for which it opens next is always the newest. What was counted while it was closed is counted anew.
/// </summary>
internal sealed class CircuitBreaker
{
    private readonly Lock _lock = new();
    private readonly ClientName _client;
    private readonly TimeProvider _time;
    private readonly ClientLog _log;
    private volatile Strategy _current;
    private volatile BreakerSettings _wanted;

    public CircuitBreaker(BreakerSettings settings, ClientName client, TimeProvider time, ClientLog log)
    {
        (_client, _time, _log, _wanted) = (client, time, log, settings);
        _current = Build(settings);
    }

    public bool IsOpen => _current.State.CircuitState is CircuitState.Open or CircuitState.Isolated;

    public bool IsHalfOpen => _current.State.CircuitState is CircuitState.HalfOpen;

    /// <summary>One attempt, where it lets it through.</summary>
    public ValueTask<Outcome<Attempt>> ExecuteAsync(ResilienceContext context, ApiCall call) =>
        _current.Pipeline.ExecuteOutcomeAsync(static (context, call) => call.Owner.AttemptAsync(call, context.CancellationToken), context, call);

    public void Change(BreakerSettings settings)
    {
        lock (_lock)
        {
            _wanted = settings;
            Settle();
        }
    }

    private void Settle()
    {
        var old = _current;
        if (old.Settings == _wanted || old.State.CircuitState != CircuitState.Closed)
        {
            return;
        }
        _current = Build(_wanted);
        if (old.State.CircuitState != CircuitState.Closed)
        {
            // It opened in this very moment.
            _current = old;
        }
    }

    private Strategy Build(BreakerSettings settings)
    {
        var strategy = new Strategy(settings);
        strategy.Pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = _time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Attempt>
            {
                FailureRatio = settings.FailureRatio,
                MinimumThroughput = settings.MinimumThroughput,
                SamplingDuration = settings.Sampling,
                BreakDurationGenerator = _ => new(_wanted.Break),
                StateProvider = strategy.State,
                // A probe that its caller cancelled, or that never came to the transport, has proven nothing: the breaker opens again.
                ShouldHandle = static args => new(args.Outcome.Result is { } attempt
                    && (attempt.IsHostFailure || (attempt.Failure is Failure.Canceled or Failure.AddressRefused or Failure.Other && attempt.Call.Pipeline.IsBreakerHalfOpen))),
                OnOpened = args =>
                {
                    // Attempts that began before a change may still open what is no longer in use.
                    if (strategy == _current)
                    {
                        _log.BreakerOpened(args.BreakDuration);
                        Instruments.BreakerChanged(_client, "open");
                    }
                    return default;
                },
                OnClosed = _ =>
                {
                    _log.BreakerClosed();
                    Instruments.BreakerChanged(_client, "closed");
                    lock (_lock)
                    {
                        Settle();
                    }
                    return default;
                },
                OnHalfOpened = _ =>
                {
                    Instruments.BreakerChanged(_client, "half_open");
                    return default;
                },
            })
            .Build();
        return strategy;
    }

    private sealed class Strategy(BreakerSettings settings)
    {
        public BreakerSettings Settings { get; } = settings;

        public CircuitBreakerStateProvider State { get; } = new();

        public ResiliencePipeline<Attempt> Pipeline { get; set; } = null!;
    }
}
