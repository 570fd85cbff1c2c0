using Integrations.Resilience;
using Integrations.Telemetry;
using Polly;
using Polly.CircuitBreaker;

namespace Integrations.Sql;

/// <summary>The circuit breaker around attempts. Only what tells against the server counts; a violated constraint does not.</summary>
internal sealed class SqlBreaker
{
    private readonly ResiliencePipeline<SqlCall>? _pipeline;
    private readonly CircuitBreakerStateProvider? _state;

    /// <summary>Begins closed.</summary>
    /// <param name="settings">When it opens, and for how long.</param>
    /// <param name="scope">The method that it is for; null for the client's own.</param>
    /// <param name="database">The client, which is told of transitions.</param>
    public SqlBreaker(BreakerSettings settings, string? scope, SqlDatabase database)
    {
        Scope = scope;
        if (!settings.Enabled)
        {
            return;
        }
        _state = new CircuitBreakerStateProvider();
        _pipeline = new ResiliencePipelineBuilder<SqlCall> { TimeProvider = database.Time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<SqlCall>
            {
                FailureRatio = settings.FailureRatio,
                MinimumThroughput = settings.MinimumThroughput,
                SamplingDuration = settings.Sampling,
                BreakDuration = settings.Break,
                StateProvider = _state,
                // A probe that its caller cancelled has proven nothing: the breaker opens again.
                ShouldHandle = args => new(args.Outcome.Result is { } call && (call.Fault is { IsHostFailure: true } || (call.Fault is null && call.Error is not null && _state.CircuitState == CircuitState.HalfOpen))),
                OnOpened = args =>
                {
                    database.Log.BreakerOpened(args.BreakDuration);
                    Tell(BreakerState.Open, "open", args.BreakDuration);
                    return default;
                },
                OnClosed = _ =>
                {
                    database.Log.BreakerClosed();
                    Tell(BreakerState.Closed, "closed");
                    return default;
                },
                OnHalfOpened = _ =>
                {
                    Tell(BreakerState.HalfOpen, "half_open");
                    return default;
                },
            })
            .Build();

        void Tell(BreakerState state, string word, TimeSpan? duration = null)
        {
            Instruments.BreakerChanged(database.Settings.Client, word);
            database.Health.BreakerChanged(scope, state, duration);
        }
    }

    public string? Scope { get; }

    public bool IsOn => _pipeline is not null;

    public BreakerState State => _state?.CircuitState switch
    {
        null or CircuitState.Closed => BreakerState.Closed,
        CircuitState.HalfOpen => BreakerState.HalfOpen,
        _ => BreakerState.Open,
    };

    /// <summary>One attempt; what came of it is in the call.</summary>
    public ValueTask<Outcome<SqlCall>> ExecuteAsync(ResilienceContext context, SqlCall call) => _pipeline is null
        ? call.AttemptAsync(context.CancellationToken)
        : _pipeline.ExecuteOutcomeAsync(static (context, call) => call.AttemptAsync(context.CancellationToken), context, call);
}
