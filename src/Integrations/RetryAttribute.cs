namespace Integrations;

/// <summary>
/// When and how often a call is tried again: on 408, 429, 500, 502, 503, 504, transport errors and attempt timeouts, and only where repeating is
/// safe: an idempotent method (RFC 9110, section 9.2.2), a request with <c>Idempotency-Key</c>, a request of which nothing was sent, or an
/// answer of 429. The wait is a random part (full jitter) of a delay that doubles, or what <c>Retry-After</c> asks for; where that is longer than
/// what remains of the total timeout, the call fails at once. A client-wide budget of 500 tokens (14 for each retry; a call that succeeds gives back
/// what its last retry took, or 1) keeps retries from multiplying load.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RetryAttribute : PolicyAttribute
{
    internal int? Attempts { get; private set; }

    internal double? Delay { get; private set; }

    internal double? Throttled { get; private set; }

    internal double? MaxDelay { get; private set; }

    internal bool? Key { get; private set; }

    /// <summary>How often a call is tried in all; 1 means no retry. Configuration: <c>Retry:MaxAttempts</c>.</summary>
    /// <value>Default: 3. Range: 1 to 10.</value>
    public int MaxAttempts { get => Attempts ?? 3; set => Attempts = value; }

    /// <summary>Milliseconds before the first retry at most; doubles with each further one. Configuration: <c>Retry:DelayMilliseconds</c>.</summary>
    /// <value>Default: 50. Range: 0 to 60000.</value>
    public double DelayMilliseconds { get => Delay ?? 50; set => Delay = value; }

    /// <summary>The same after an answer of 429 without <c>Retry-After</c>. Configuration: <c>Retry:ThrottledDelayMilliseconds</c>.</summary>
    /// <value>Default: 1000. Range: 0 to 60000.</value>
    public double ThrottledDelayMilliseconds { get => Throttled ?? 1000; set => Throttled = value; }

    /// <summary>
    /// Whether calls that are not idempotent carry an <c>Idempotency-Key</c>, made once for all attempts of a call, so that they are tried again as well. Only
    /// for servers that honour it. Configuration: <c>Retry:IdempotencyKey</c>.
    /// </summary>
    /// <value>Default: false.</value>
    public bool IdempotencyKey { get => Key ?? false; set => Key = value; }

    /// <summary>Seconds that a doubled delay reaches at most. <c>Retry-After</c> is not cut by it. Configuration: <c>Retry:MaxDelaySeconds</c>.</summary>
    /// <value>Default: 20. Range: 0 to 3600.</value>
    public double MaxDelaySeconds { get => MaxDelay ?? 20; set => MaxDelay = value; }
}
