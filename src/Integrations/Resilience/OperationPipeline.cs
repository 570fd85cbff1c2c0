using Integrations.Http;
using Integrations.Telemetry;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Integrations.Resilience;

/// <summary>
/// The strategies around an attempt, built once for each set of policies. From the outside: retry, the pause that the server asked for, rate limit,
/// circuit breaker, attempt. The concurrency limit is around <see cref="ExecuteAsync"/>; hedging takes the place of retry.
/// Attempts report failures as results, so no exception is thrown from layer to layer.
/// </summary>
internal sealed class OperationPipeline
{
    private readonly ResiliencePipeline<Attempt>? _retry;
    private readonly ResiliencePipeline<Attempt>? _breaker;
    private readonly CircuitBreakerStateProvider? _state;

    /// <summary>Builds the strategies.</summary>
    /// <param name="settings">The policies.</param>
    /// <param name="limits">The limits of rate and concurrency.</param>
    /// <param name="shared">The client's own pipeline, whose breaker is shared unless the operation has another policy.</param>
    /// <param name="scope">The operation or host that it is for; null for the client's own.</param>
    /// <param name="client">The client, which is told of transitions of the breaker.</param>
    public OperationPipeline(PolicySettings settings, CallLimits limits, OperationPipeline? shared, string? scope, ApiClient client)
    {
        (Settings, Limits, Scope) = (settings, limits, scope);
        _retry = settings.Retry.MaxAttempts > 1 ? Retry(settings.Retry, client.Time) : null;
        if (shared is not null && shared.Settings.Breaker == settings.Breaker)
        {
            (_breaker, _state) = (shared._breaker, shared._state);
        }
        else if (settings.Breaker.Enabled)
        {
            _state = new CircuitBreakerStateProvider();
            _breaker = BuildBreaker(settings.Breaker, _state, scope, client);
            OwnsBreaker = true;
        }
    }

    public PolicySettings Settings { get; }

    public CallLimits Limits { get; }

    public string? Scope { get; }

    /// <summary>Whether its breaker is not that of another.</summary>
    public bool OwnsBreaker { get; }

    /// <summary>The state of its breaker; null where it has none.</summary>
    public BreakerState? Breaker => _state?.CircuitState switch
    {
        null => null,
        CircuitState.Closed => BreakerState.Closed,
        CircuitState.HalfOpen => BreakerState.HalfOpen,
        _ => BreakerState.Open,
    };

    public bool IsBreakerTripped => _state is not null && _state.CircuitState != CircuitState.Closed;

    public bool IsBreakerOpen => _state?.CircuitState is CircuitState.Open or CircuitState.Isolated;

    public bool IsBreakerHalfOpen => _state?.CircuitState is CircuitState.HalfOpen;

    public ValueTask<Outcome<Attempt>> ExecuteAsync(ResilienceContext context, ApiCall call) =>
        call.Owner.IsProbe ? PassAsync(context, call)
        : Settings.Hedging is not null && Hedge.IsPossible(call) ? Hedge.ExecuteAsync(call, Settings.Hedging)
        : _retry is null ? PassAsync(context, call)
        : _retry.ExecuteOutcomeAsync(static (context, call) => call.Pipeline.PassAsync(context, call), context, call);

    /// <summary>One attempt, once the pause and the limit let it.</summary>
    public ValueTask<Outcome<Attempt>> PassAsync(ResilienceContext context, ApiCall call) =>
        call.Owner.Gate.IsClosed ? WaitAsync(context, call)
        : Limits.Rate is null || Limits.Rate.TryTake() ? AdmitAsync(context, call)
        : LimitAsync(context, call);

    private async ValueTask<Outcome<Attempt>> WaitAsync(ResilienceContext context, ApiCall call)
    {
        while (true)
        {
            var wait = call.Owner.Gate.Remaining;
            if (wait <= TimeSpan.Zero)
            {
                return await PassAsync(context, call).ConfigureAwait(false);
            }
            if (wait >= call.Remaining)
            {
                return Outcome.FromResult(new Attempt(call) { Failure = Failure.Paused, RetryAfter = wait });
            }
            try
            {
                await Task.Delay(wait, call.Owner.Time, context.CancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception)
            {
                return Outcome.FromResult(new Attempt(call) { Failure = Failure.Canceled, Exception = exception });
            }
        }
    }

    private async ValueTask<Outcome<Attempt>> LimitAsync(ResilienceContext context, ApiCall call)
    {
        try
        {
            var wait = await Limits.Rate!.TakeAsync(call, context.CancellationToken).ConfigureAwait(false);
            if (wait > TimeSpan.Zero)
            {
                Instruments.Throttled(call);
                call.Owner.Health.Throttled("the rate limit has no permit", wait);
                return Outcome.FromResult(new Attempt(call) { Failure = Failure.Throttled, RetryAfter = wait });
            }
        }
        catch (OperationCanceledException exception)
        {
            return Outcome.FromResult(new Attempt(call) { Failure = Failure.Canceled, Exception = exception });
        }
        return await AdmitAsync(context, call).ConfigureAwait(false);
    }

    private ValueTask<Outcome<Attempt>> AdmitAsync(ResilienceContext context, ApiCall call) => _breaker is null
        ? call.Owner.AttemptAsync(call, context.CancellationToken)
        : _breaker.ExecuteOutcomeAsync(static (context, call) => call.Owner.AttemptAsync(call, context.CancellationToken), context, call);

    private static ResiliencePipeline<Attempt> Retry(RetrySettings settings, TimeProvider time) =>
        new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = settings.MaxAttempts - 1,
                ShouldHandle = static args => new(args.Outcome.Result is { } attempt && RetryRule.Decide(attempt, args.AttemptNumber, attempt.Call.Pipeline.Settings.Retry.MaxAttempts)),
                DelayGenerator = static args => new(args.Outcome.Result!.Delay),
                OnRetry = static args =>
                {
                    var attempt = args.Outcome.Result!;
                    attempt.Call.Owner.Log.Retry(attempt, args.AttemptNumber + 1);
                    Instruments.Retried(attempt);
                    attempt.Dispose();
                    return default;
                },
            })
            .Build();

    private static ResiliencePipeline<Attempt> BuildBreaker(BreakerSettings settings, CircuitBreakerStateProvider state, string? scope, ApiClient client) =>
        new ResiliencePipelineBuilder<Attempt> { TimeProvider = client.Time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Attempt>
            {
                FailureRatio = settings.FailureRatio,
                MinimumThroughput = settings.MinimumThroughput,
                SamplingDuration = settings.Sampling,
                BreakDuration = settings.Break,
                StateProvider = state,
                // A probe that its caller cancelled, or that never came to the transport, has proven nothing: the breaker opens again.
                ShouldHandle = static args => new(args.Outcome.Result is { } attempt
                    && (attempt.IsHostFailure || (attempt.Failure is Failure.Canceled or Failure.Other && attempt.Call.Pipeline.IsBreakerHalfOpen))),
                OnOpened = args =>
                {
                    client.Log.BreakerOpened(args.BreakDuration);
                    Instruments.BreakerChanged(client.Settings.Name, "open");
                    client.Health.BreakerChanged(scope, BreakerState.Open, args.BreakDuration);
                    return default;
                },
                OnClosed = _ =>
                {
                    client.Log.BreakerClosed();
                    Instruments.BreakerChanged(client.Settings.Name, "closed");
                    client.Health.BreakerChanged(scope, BreakerState.Closed);
                    return default;
                },
                OnHalfOpened = _ =>
                {
                    Instruments.BreakerChanged(client.Settings.Name, "half_open");
                    client.Health.BreakerChanged(scope, BreakerState.HalfOpen);
                    return default;
                },
            })
            .Build();
}
