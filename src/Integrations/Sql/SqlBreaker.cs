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

    public SqlBreaker(BreakerSettings settings, string name, TimeProvider time, SqlLog log)
    {
        if (!settings.Enabled)
        {
            return;
        }
        _state = new CircuitBreakerStateProvider();
        _pipeline = new ResiliencePipelineBuilder<SqlCall> { TimeProvider = time }
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
                    log.BreakerOpened(args.BreakDuration);
                    Instruments.BreakerChanged(name, "open");
                    return default;
                },
                OnClosed = _ =>
                {
                    log.BreakerClosed();
                    Instruments.BreakerChanged(name, "closed");
                    return default;
                },
                OnHalfOpened = _ =>
                {
                    Instruments.BreakerChanged(name, "half_open");
                    return default;
                },
            })
            .Build();
    }

    public bool IsOpen => _state?.CircuitState is CircuitState.Open or CircuitState.Isolated;

    /// <summary>One attempt; what came of it is in the call.</summary>
    public ValueTask<Outcome<SqlCall>> ExecuteAsync(ResilienceContext context, SqlCall call) => _pipeline is null
        ? call.AttemptAsync(context.CancellationToken)
        : _pipeline.ExecuteOutcomeAsync(static (context, call) => call.AttemptAsync(context.CancellationToken), context, call);
}
