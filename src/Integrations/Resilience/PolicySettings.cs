namespace Integrations.Resilience;

/// <summary>The policies of an operation after attributes, options and configuration are put together. A limit is null where there is none.</summary>
internal sealed record PolicySettings(
    TimeoutSettings Timeout,
    RetrySettings Retry,
    BreakerSettings Breaker,
    RateLimitSettings? RateLimit = null,
    ConcurrencySettings? Concurrency = null,
    HedgingSettings? Hedging = null)
{
    public static PolicySettings Default { get; } = new(
        new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60)),
        new(3, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20)),
        new(true, 0.5, 10, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)));
}

internal sealed record TimeoutSettings(TimeSpan Total, TimeSpan Attempt, TimeSpan StreamIdle);

internal sealed record RetrySettings(int MaxAttempts, TimeSpan Delay, TimeSpan ThrottledDelay, TimeSpan MaxDelay, bool IdempotencyKey = false);

internal sealed record BreakerSettings(bool Enabled, double FailureRatio, int MinimumThroughput, TimeSpan Sampling, TimeSpan Break);

internal sealed record RateLimitSettings(int Permits, TimeSpan Window, int Queue, bool Learn)
{
    public static RateLimitSettings Default { get; } = new(0, TimeSpan.FromSeconds(1), 0, true);
}

internal sealed record HedgingSettings(TimeSpan Delay, int MaxAttempts)
{
    public static HedgingSettings Default { get; } = new(TimeSpan.FromSeconds(1), 2);
}

internal sealed record ConcurrencySettings(int Calls, int Queue)
{
    public static ConcurrencySettings Default { get; } = new(100, 0);
}
