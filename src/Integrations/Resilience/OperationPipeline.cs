using Integrations.Http;
using Integrations.Telemetry;
using Polly;
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

    /// <summary>Builds the strategies.</summary>
    /// <param name="settings">The policies.</param>
    /// <param name="limits">The limits of rate and concurrency.</param>
    /// <param name="breaker">The circuit breaker, if there is one.</param>
    /// <param name="time">The clock.</param>
    public OperationPipeline(PolicySettings settings, CallLimits limits, CircuitBreaker? breaker, TimeProvider time)
    {
        (Settings, Limits, Breaker) = (settings, limits, breaker);
        _retry = settings.Retry.MaxAttempts > 1 ? Retry(settings.Retry, time) : null;
    }

    public PolicySettings Settings { get; }

    public CallLimits Limits { get; }

    public CircuitBreaker? Breaker { get; }

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

    private ValueTask<Outcome<Attempt>> AdmitAsync(ResilienceContext context, ApiCall call) => Breaker is null
        ? call.Owner.AttemptAsync(call, context.CancellationToken)
        : Breaker.ExecuteAsync(context, call);

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
}
