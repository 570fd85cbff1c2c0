namespace Integrations;

/// <summary>What a circuit breaker does with calls.</summary>
public enum BreakerState
{
    /// <summary>It lets them through.</summary>
    Closed,

    /// <summary>It lets one through, which decides.</summary>
    HalfOpen,

    /// <summary>It refuses them. Once its time is over the next call makes it <see cref="HalfOpen"/>.</summary>
    Open,
}
