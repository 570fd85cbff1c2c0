using System.Runtime.CompilerServices;
using Integrations.Http;
using Integrations.Telemetry;
using Polly;

namespace Integrations.Resilience;

/// <summary>
/// The strategies around an attempt, built once for each set of policies. From the outside: retry, the pause that the server asked for, rate limit,
/// circuit breaker, attempt. The concurrency limit is around <see cref="ExecuteAsync"/>; hedging takes the place of retry.
/// Attempts report failures as results, so no exception is thrown from layer to layer.
/// </summary>
internal sealed class OperationPipeline
{
    private readonly TimeProvider _time;

    /// <summary>Builds the strategies.</summary>
    /// <param name="settings">The policies.</param>
    /// <param name="limits">The limits of rate and concurrency.</param>
    /// <param name="breaker">The circuit breaker, if there is one.</param>
    /// <param name="time">The clock.</param>
    public OperationPipeline(PolicySettings settings, CallLimits limits, CircuitBreaker? breaker, TimeProvider time)
    {
        (Settings, Limits, Breaker, _time) = (settings, limits, breaker, time);
    }

    public PolicySettings Settings { get; }

    public CallLimits Limits { get; }

    public CircuitBreaker? Breaker { get; }

    public ValueTask<Outcome<Attempt>> ExecuteAsync(ResilienceContext context, ApiCall call) =>
        call.Owner.IsProbe ? PassAsync(context, call)
        : Settings.Hedging is not null && Hedge.IsPossible(call) ? Hedge.ExecuteAsync(call, Settings.Hedging)
        : Settings.Retry.MaxAttempts == 1 ? PassAsync(context, call)
        : RetryAsync(context, call);

    /// <summary>One attempt, once the pause and the limit let it.</summary>
    public ValueTask<Outcome<Attempt>> PassAsync(ResilienceContext context, ApiCall call) =>
        call.Owner.Gate.IsClosed ? WaitAsync(context, call)
        : Limits.Rate is null || Limits.Rate.TryTake() ? AdmitAsync(context, call)
        : LimitAsync(context, call);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Outcome<Attempt>> RetryAsync(ResilienceContext context, ApiCall call)
    {
        for (var index = 0; ; index++)
        {
            var outcome = await PassAsync(context, call).ConfigureAwait(false);
            if (outcome.Result is not { } attempt || !RetryRule.Decide(attempt, index, Settings.Retry.MaxAttempts))
            {
                return outcome;
            }
            call.Owner.Log.Retry(attempt, index + 1);
            Instruments.Retried(attempt);
            var delay = attempt.Delay;
            attempt.Dispose();
            try
            {
                await Task.Delay(delay, _time, context.CancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception)
            {
                return Outcome.FromResult(new Attempt(call) { Failure = Failure.Canceled, Exception = exception });
            }
        }
    }

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
}
