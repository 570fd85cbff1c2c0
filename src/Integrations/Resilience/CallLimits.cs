using Integrations.Hosting;
using Integrations.Telemetry;

namespace Integrations.Resilience;

/// <summary>The limits of a client or operation. They are an account's, so operations at other hosts share them.</summary>
internal sealed class CallLimits
{
    public static readonly CallLimits None = new(null, null);

    private CallLimits(RateLimiter? rate, ConcurrencyLimiter? concurrency) => (Rate, Concurrency) = (rate, concurrency);

    public RateLimiter? Rate { get; }

    public ConcurrencyLimiter? Concurrency { get; }

    public bool IsExhausted => Rate is { IsExhausted: true } || Concurrency is { IsExhausted: true };

    /// <summary>How long the rate limit stays so; null where that is not known.</summary>
    public TimeSpan? ExhaustedFor => Rate?.ExhaustedFor is { } wait && wait > TimeSpan.Zero ? wait : null;

    /// <summary>The client's own.</summary>
    public static CallLimits ForClient(ClientSettings settings, ISharedRateLimit? shared, TimeProvider time, ClientLog log) =>
        settings.Policies is { RateLimit: null, Concurrency: null } ? None : Make(settings.Policies, null, None, settings.Name, shared, time, log);

    /// <summary>An operation's: what it has no policy of its own for is the client's.</summary>
    public CallLimits ForOperation(OperationDescriptor operation, PolicySettings own, ClientSettings settings, ISharedRateLimit? shared, TimeProvider time, ClientLog log) =>
        Make(own, settings.Policies, this, settings.Name + "/" + operation.Name, shared, time, log);

    private static CallLimits Make(PolicySettings own, PolicySettings? outer, CallLimits outerLimits, string key, ISharedRateLimit? shared, TimeProvider time, ClientLog log) => new(
        own.RateLimit is null ? null
            : ReferenceEquals(own.RateLimit, outer?.RateLimit) ? outerLimits.Rate
            : new RateLimiter(own.RateLimit, key, shared, time, log),
        own.Concurrency is null ? null
            : ReferenceEquals(own.Concurrency, outer?.Concurrency) ? outerLimits.Concurrency
            : new ConcurrencyLimiter(own.Concurrency));
}
