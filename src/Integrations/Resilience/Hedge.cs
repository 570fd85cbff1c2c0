using Integrations.Http;
using Integrations.Telemetry;
using Polly;

namespace Integrations.Resilience;

/// <summary>Attempts side by side: the first answer that counts wins. Attempts that lose are cancelled and what they hold is given back.</summary>
internal static class Hedge
{
    /// <summary>Whether a call may be sent twice at once.</summary>
    public static bool IsPossible(ApiCall call) =>
        (call.Request.Operation.Idempotent || call.Request.HasIdempotencyKey) && call.Request.Body is null or PooledBody or BytesBody;

    public static async ValueTask<Outcome<Attempt>> ExecuteAsync(ApiCall call, HedgingSettings settings)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken);
        var running = new List<Task<Outcome<Attempt>>>(settings.MaxAttempts) { StartAsync(call, end.Token) };
        var sent = 1;
        var mayHedge = true;
        try
        {
            while (true)
            {
                if (await FirstAsync(call, running, mayHedge && sent < settings.MaxAttempts ? settings.Delay : Timeout.InfiniteTimeSpan).ConfigureAwait(false) is not { } done)
                {
                    // Nothing came in time. A server in trouble gets no multiple of its load.
                    mayHedge = call.Owner.Budget.TryTake();
                    if (mayHedge)
                    {
                        sent++;
                        call.Owner.Log.Hedged(call, sent);
                        Instruments.Hedged(call);
                        running.Add(StartAsync(call, end.Token));
                    }
                    continue;
                }
                running.Remove(done);
                var outcome = await done.ConfigureAwait(false);
                if (outcome.Result is not { IsTransient: true } attempt)
                {
                    return outcome;
                }
                if (running.Count > 0)
                {
                    attempt.Dispose();
                    continue;
                }
                if (!RetryRule.Decide(attempt, sent - 1, settings.MaxAttempts))
                {
                    return outcome;
                }
                call.Owner.Log.Retry(attempt, sent);
                sent++;
                Instruments.Retried(attempt);
                var delay = attempt.Delay;
                attempt.Dispose();
                await Task.Delay(delay, call.Owner.Time, call.CancellationToken).ConfigureAwait(false);
                running.Add(StartAsync(call, end.Token));
            }
        }
        catch (OperationCanceledException exception)
        {
            return Outcome.FromResult(new Attempt(call) { Failure = Failure.Canceled, Exception = exception });
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            foreach (var loser in running)
            {
                _ = loser.ContinueWith(static task => task.Result.Result?.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            }
        }
    }

    /// <returns>The first that is done; null where none is in time.</returns>
    private static async ValueTask<Task<Outcome<Attempt>>?> FirstAsync(ApiCall call, List<Task<Outcome<Attempt>>> running, TimeSpan delay)
    {
        var first = running.Count == 1 ? running[0] : null;
        if (first is { IsCompleted: true })
        {
            return first;
        }
        using var stop = new CancellationTokenSource();
        var timer = Task.Delay(delay, call.Owner.Time, stop.Token);
        Task any = running.Count == 1 ? running[0] : Task.WhenAny(running);
        if (await Task.WhenAny(any, timer).ConfigureAwait(false) == timer)
        {
            return null;
        }
        await stop.CancelAsync().ConfigureAwait(false);
        return first ?? running.Find(static task => task.IsCompleted)!;
    }

    private static async Task<Outcome<Attempt>> StartAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            return await call.Pipeline.PassAsync(context, call).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            return Outcome.FromException<Attempt>(exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
