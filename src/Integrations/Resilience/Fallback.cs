using System.Net;
using Integrations.Http;

namespace Integrations.Resilience;

/// <summary>What gives a value in place of an operation's.</summary>
internal abstract class Fallback(bool needsArguments)
{
    public bool NeedsArguments { get; } = needsArguments;

    /// <summary>What the core makes of a call without headers.</summary>
    public abstract Type Type { get; }

    /// <summary>Gives the value.</summary>
    /// <param name="failed">The call.</param>
    /// <param name="answer">Where the caller wants headers too: what was answered.</param>
    public abstract Task<object?> InvokeAsync(FailedCall failed, ApiResponse? answer);

    /// <summary>Whether a failure is none of the caller's own.</summary>
    public static bool IsFor(ApiCall call)
    {
        var attempt = call.Result;
        return !call.CancellationToken.IsCancellationRequested && attempt.Failure switch
        {
            Failure.None => (int)attempt.Status >= 500 || attempt.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout,
            Failure.Connection or Failure.AttemptTimeout or Failure.TotalTimeout or Failure.Paused or Failure.BreakerOpen or Failure.Throttled or Failure.Busy => true,
            _ => false,
        };
    }
}

/// <summary>That of an operation with a result.</summary>
internal sealed class Fallback<T>(Func<FailedCall, Task<T>> make, bool needsArguments) : Fallback(needsArguments)
{
    public override Type Type => typeof(T);

    public override async Task<object?> InvokeAsync(FailedCall failed, ApiResponse? answer)
    {
        var value = await make(failed).ConfigureAwait(false);
        return answer is null ? value : new ApiResponse<T>(answer, value);
    }
}

/// <summary>That of an operation without one.</summary>
internal sealed class EmptyFallback(Func<FailedCall, Task> act, bool needsArguments) : Fallback(needsArguments)
{
    public override Type Type => typeof(bool);

    public override async Task<object?> InvokeAsync(FailedCall failed, ApiResponse? answer)
    {
        await act(failed).ConfigureAwait(false);
        return answer is null ? true : new ApiResponse(answer);
    }
}
