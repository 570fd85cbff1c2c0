using System.Diagnostics;
using Integrations.Http;
using Polly.CircuitBreaker;

namespace Integrations.Resilience;

/// <summary>The state of one call, through all its attempts.</summary>
internal sealed class ApiCall(ApiClient owner, ApiRequest request, OperationPipeline pipeline, ResponseMode mode, CancellationToken cancellationToken)
{
    public ApiClient Owner { get; } = owner;

    public ApiRequest Request { get; } = request;

    public OperationPipeline Pipeline { get; } = pipeline;

    public ResponseMode Mode { get; } = mode;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public Uri Uri { get; } = request.TakeUri(owner.OriginOf(request.Operation));

    public string RequestId { get; } = request.OwnRequestId ?? Http.RequestId.Next();

    public long Started { get; } = owner.Time.GetTimestamp();

    private int _attempts;

    public int Attempts => _attempts;

    /// <summary>Attempts may run side by side.</summary>
    public void CountAttempt() => Interlocked.Increment(ref _attempts);

    public Activity? Activity { get; set; }

    /// <summary>Whether it failed and a fallback gives its result.</summary>
    public bool FellBack { get; set; }

    /// <summary>The last attempt, once the call is over.</summary>
    public Attempt Result { get; private set; } = null!;

    public TimeSpan Elapsed => Owner.Time.GetElapsedTime(Started);

    /// <summary>How long it may take with all its attempts.</summary>
    public TimeSpan Timeout => Owner.CallTimeout ?? Pipeline.Settings.Timeout.Total;

    public TimeSpan Remaining => Timeout - Elapsed;

    /// <summary>Ends the call before its first attempt.</summary>
    public void Refuse(Failure failure) => Result = new Attempt(this) { Failure = failure };

    public void Complete(Polly.Outcome<Attempt> outcome)
    {
        if (outcome.Exception is null)
        {
            Result = outcome.Result!;
            return;
        }
        Result = new Attempt(this)
        {
            Exception = outcome.Exception,
            Failure = outcome.Exception switch
            {
                BrokenCircuitException => Failure.BreakerOpen,
                OperationCanceledException when CancellationToken.IsCancellationRequested => Failure.Canceled,
                _ => Failure.Other,
            },
            RetryAfter = (outcome.Exception as BrokenCircuitException)?.RetryAfter,
        };
    }
}

/// <summary>What becomes of the body of a success. Bodies of errors are always read.</summary>
internal enum ResponseMode
{
    /// <summary>Not read.</summary>
    None,

    /// <summary>Read into memory, within the attempt.</summary>
    Buffer,

    /// <summary>Handed to the caller.</summary>
    Stream,
}
