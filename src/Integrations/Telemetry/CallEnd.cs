using System.Globalization;
using Integrations.Resilience;

namespace Integrations.Telemetry;

/// <summary>What happens when a call is over: it is told to health, budget, logs, traces and metrics, and what it held goes back.</summary>
internal static class CallEnd
{
    public static void Finish(ApiCall call)
    {
        var (attempt, owner) = (call.Result, call.Owner);
        var elapsed = call.Elapsed;
        if (attempt.IsSuccess && !owner.IsProbe)
        {
            owner.Budget.Succeeded(afterRetry: call.Attempts > 1);
        }
        owner.Health.Record(attempt, elapsed, owner.IsProbe);
        owner.Log.Finished(call, elapsed);
        if (call.FellBack)
        {
            owner.Log.FellBack(call);
            Instruments.FellBack(call);
        }
        Instruments.Stop(call, elapsed);
        if (call.Mode != ResponseMode.Stream || !attempt.IsSuccess)
        {
            attempt.Dispose();
        }
        call.Request.Body?.Release();
    }

    /// <summary>OpenTelemetry's <c>error.type</c>: the status, or a word of our own; null for a success.</summary>
    public static string? ErrorType(Attempt attempt) => attempt.Failure switch
    {
        Failure.None when attempt.IsSuccess || (int)attempt.Status is 304 => null,
        Failure.None => ((int)attempt.Status).ToString(CultureInfo.InvariantCulture),
        Failure.Connection => "connection",
        Failure.AttemptTimeout => "attempt_timeout",
        Failure.TotalTimeout => "total_timeout",
        Failure.Canceled => "cancelled",
        Failure.TooLarge => "response_too_large",
        Failure.Unreadable => "response_unreadable",
        Failure.Paused => "paused",
        Failure.BreakerOpen => "breaker_open",
        Failure.Throttled => "rate_limited",
        Failure.AddressRefused => "address_refused",
        Failure.Busy => "concurrency_limited",
        _ => attempt.Exception?.GetType().FullName ?? "_OTHER",
    };
}
