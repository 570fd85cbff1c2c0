using Integrations.Http;
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
    private readonly ApiClient _client;
    private volatile Strategy _current;
    private volatile BreakerSettings _wanted;

    /// <summary>Begins closed.</summary>
    /// <param name="settings">When it opens, and for how long.</param>
    /// <param name="scope">The operation or host that it is for; null for the client's own.</param>
    /// <param name="client">The client, which is told of transitions.</param>
    public CircuitBreaker(BreakerSettings settings, string? scope, ApiClient client)
    {
        (Scope, _client, _wanted) = (scope, client, settings);
        _current = Build(settings);
    }

    public string? Scope { get; }

    public BreakerState State => _current.State.CircuitState switch
    {
        CircuitState.Closed => BreakerState.Closed,
        CircuitState.HalfOpen => BreakerState.HalfOpen,
        _ => BreakerState.Open,
    };

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
        strategy.Pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = _client.Time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Attempt>
            {
                FailureRatio = settings.FailureRatio,
                MinimumThroughput = settings.MinimumThroughput,
                SamplingDuration = settings.Sampling,
                BreakDurationGenerator = _ => new(_wanted.Break),
                StateProvider = strategy.State,
                // A probe that its caller cancelled, or that never came to the transport, has proven nothing: the breaker opens again.
                ShouldHandle = static args => new(args.Outcome.Result is { } attempt
                    && (attempt.IsHostFailure || (attempt.Failure is Failure.Canceled or Failure.AddressRefused or Failure.Other && attempt.Call.Pipeline.Breaker is { State: BreakerState.HalfOpen }))),
                OnOpened = args =>
                {
                    // Attempts that began before a change may still open what is no longer in use.
                    if (IsCurrent(strategy))
                    {
                        _client.Log.BreakerOpened(args.BreakDuration);
                        Tell(BreakerState.Open, "open", args.BreakDuration);
                    }
                    return default;
                },
                OnClosed = _ =>
                {
                    _client.Log.BreakerClosed();
                    Tell(BreakerState.Closed, "closed");
                    lock (_lock)
                    {
                        Settle();
                    }
                    return default;
                },
                OnHalfOpened = _ =>
                {
                    Tell(BreakerState.HalfOpen, "half_open");
                    return default;
                },
            })
            .Build();
        return strategy;
    }

    private bool IsCurrent(Strategy strategy)
    {
        // A change that is under way may just be finding that it opened, and take it back into use.
        lock (_lock)
        {
            return strategy == _current;
        }
    }

    private void Tell(BreakerState state, string word, TimeSpan? duration = null)
    {
        Instruments.BreakerChanged(_client.Settings.Client, word);
        _client.Health.BreakerChanged(Scope, state, duration);
    }

    private sealed class Strategy(BreakerSettings settings)
    {
        public BreakerSettings Settings { get; } = settings;

        public CircuitBreakerStateProvider State { get; } = new();

        public ResiliencePipeline<Attempt> Pipeline { get; set; } = null!;
    }
}
