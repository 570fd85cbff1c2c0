namespace Integrations.Resilience;

/// <summary>The limits of a client or operation. They are an account's, so operations at other hosts share them.</summary>
internal sealed class CallLimits(RateLimiter? rate, ConcurrencyLimiter? concurrency)
{
    public RateLimiter? Rate { get; } = rate;

    public ConcurrencyLimiter? Concurrency { get; } = concurrency;

    public bool IsExhausted => Rate is { IsExhausted: true } || Concurrency is { IsExhausted: true };

    /// <summary>How long the rate limit stays so; null where that is not known.</summary>
    public TimeSpan? ExhaustedFor => Rate?.ExhaustedFor is { } wait && wait > TimeSpan.Zero ? wait : null;
}
