using Integrations.Hosting;

namespace Integrations.Resilience;

/// <summary>
/// Puts policies together: what code sets, then configuration, then the attribute, then the default. For one operation the same of what is said for
/// it (configuration <c>Operations:{operation}:...</c>), then the client's.
/// </summary>
internal sealed class PolicyReader
{
    private const double Day = 86400;
    private readonly SettingsReader _settings;
    private readonly IReadOnlyList<PolicyAttribute> _attributes;
    private readonly IReadOnlyList<PolicyAttribute> _code;
    private readonly IReadOnlyCollection<string> _configured;

    public PolicyReader(SettingsReader settings, IReadOnlyList<PolicyAttribute> attributes, IReadOnlyList<PolicyAttribute> code)
    {
        (_settings, _attributes, _code) = (settings, attributes, code);
        _configured = settings.Operations();
    }

    /// <summary>Whether anything is said for a single operation.</summary>
    public bool HasOperations => _configured.Count > 0 || _attributes.Any(static policy => policy.Operation is not null) || _code.Any(static policy => policy.Operation is not null);

    public PolicySettings ForClient(PolicySettings? defaults = null) => Read(null, "", defaults ?? PolicySettings.Default);

    /// <summary>The policies of an operation that has its own, or null.</summary>
    public PolicySettings? ForOperation(OperationDescriptor operation, PolicySettings client)
    {
        var configured = _configured.FirstOrDefault(name => Names(name, operation));
        if (configured is null && !_attributes.Any(policy => IsFor(policy, operation)) && !_code.Any(policy => IsFor(policy, operation)))
        {
            return null;
        }
        return Read(operation, $"Operations:{configured ?? operation.Name}:", client);
    }

    /// <summary>A policy for an operation that does not exist would silently do nothing.</summary>
    public void CheckOperations(IReadOnlyList<OperationDescriptor> operations)
    {
        foreach (var policy in _attributes.Concat(_code))
        {
            if (policy.Operation is { } name && !operations.Any(operation => Names(name, operation)))
            {
                _settings.Report($"{_settings.Name}: a [{policy.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)}] policy names the operation '{name}', which the client does not have. Write it as the client's Operations table does (\"METHOD /path\" or an operationId).");
            }
        }
        foreach (var name in _configured)
        {
            if (!operations.Any(operation => Names(name, operation)))
            {
                _settings.Report($"{_settings.Place("Operations:" + name)} names an operation that the client does not have. Write it as the client's Operations table does (\"METHOD /path\" or an operationId).");
            }
        }
    }

    private PolicySettings Read(OperationDescriptor? operation, string prefix, PolicySettings outer)
    {
        var scope = new Scope(this, operation, prefix);
        return new(
            Timeout(scope, outer.Timeout),
            Retry(scope, outer.Retry),
            Breaker(scope, outer.Breaker),
            RateLimit(scope, outer.RateLimit),
            Concurrency(scope, outer.Concurrency),
            Hedging(scope, outer.Hedging));
    }

    private static TimeoutSettings Timeout(Scope scope, TimeoutSettings outer)
    {
        var (code, own) = scope.Find<TimeoutAttribute>();
        return new(
            scope.Seconds("Timeout:TotalSeconds", code?.Total, own?.Total, outer.Total, new(0, Day, LowExcluded: true)),
            scope.Seconds("Timeout:AttemptSeconds", code?.Attempt, own?.Attempt, outer.Attempt, new(0, Day, LowExcluded: true)),
            scope.Seconds("Timeout:StreamIdleSeconds", code?.StreamIdle, own?.StreamIdle, outer.StreamIdle, new(0, Day, LowExcluded: true)));
    }

    private static RetrySettings Retry(Scope scope, RetrySettings outer)
    {
        var (code, own) = scope.Find<RetryAttribute>();
        return new(
            scope.Whole("Retry:MaxAttempts", code?.Attempts, own?.Attempts, outer.MaxAttempts, 1, 10),
            scope.Milliseconds("Retry:DelayMilliseconds", code?.Delay, own?.Delay, outer.Delay, new(0, 60000)),
            scope.Milliseconds("Retry:ThrottledDelayMilliseconds", code?.Throttled, own?.Throttled, outer.ThrottledDelay, new(0, 60000)),
            scope.Seconds("Retry:MaxDelaySeconds", code?.MaxDelay, own?.MaxDelay, outer.MaxDelay, new(0, 3600)),
            scope.Boolean("Retry:IdempotencyKey", code?.Key, own?.Key, outer.IdempotencyKey));
    }

    private static BreakerSettings Breaker(Scope scope, BreakerSettings outer)
    {
        var (code, own) = scope.Find<CircuitBreakerAttribute>();
        return new(
            scope.Boolean("CircuitBreaker:Enabled", code?.On, own?.On, outer.Enabled),
            scope.Number("CircuitBreaker:FailureRatio", code?.Ratio, own?.Ratio, outer.FailureRatio, new(0, 1, LowExcluded: true)),
            scope.Whole("CircuitBreaker:MinimumThroughput", code?.Minimum, own?.Minimum, outer.MinimumThroughput, 2, 1000000),
            scope.Seconds("CircuitBreaker:SamplingSeconds", code?.Sampling, own?.Sampling, outer.Sampling, new(0.5, Day)),
            scope.Seconds("CircuitBreaker:BreakSeconds", code?.Break, own?.Break, outer.Break, new(0.5, Day)));
    }

    /// <summary>Where the operation says nothing, the client's own object, so that it shares the client's limit.</summary>
    private static RateLimitSettings? RateLimit(Scope scope, RateLimitSettings? outer)
    {
        var (code, own) = scope.Find<RateLimitAttribute>();
        if (code is null && own is null && !scope.HasAny("RateLimit:Permits", "RateLimit:Enabled", "RateLimit:PerSeconds", "RateLimit:Queue", "RateLimit:Learn"))
        {
            return outer;
        }
        var from = outer ?? RateLimitSettings.Default;
        var settings = new RateLimitSettings(
            scope.Whole("RateLimit:Permits", code?.Count, own?.Count, from.Permits, 0, 1000000),
            scope.Seconds("RateLimit:PerSeconds", code?.Per, own?.Per, from.Window, new(0.001, Day)),
            scope.Whole("RateLimit:Queue", code?.Waiting, own?.Waiting, from.Queue, 0, 1000000),
            scope.Boolean("RateLimit:Learn", code?.Learns, own?.Learns, from.Learn));
        return scope.Boolean("RateLimit:Enabled", code?.On, own?.On, true) ? settings : null;
    }

    /// <inheritdoc cref="RateLimit"/>
    private static ConcurrencySettings? Concurrency(Scope scope, ConcurrencySettings? outer)
    {
        var (code, own) = scope.Find<ConcurrencyLimitAttribute>();
        if (code is null && own is null && !scope.HasAny("ConcurrencyLimit:Calls", "ConcurrencyLimit:Enabled", "ConcurrencyLimit:Queue"))
        {
            return outer;
        }
        var from = outer ?? ConcurrencySettings.Default;
        var settings = new ConcurrencySettings(
            scope.Whole("ConcurrencyLimit:Calls", code?.Count, own?.Count, from.Calls, 1, 1000000),
            scope.Whole("ConcurrencyLimit:Queue", code?.Waiting, own?.Waiting, from.Queue, 0, 1000000));
        return scope.Boolean("ConcurrencyLimit:Enabled", code?.On, own?.On, true) ? settings : null;
    }

    private static HedgingSettings? Hedging(Scope scope, HedgingSettings? outer)
    {
        var (code, own) = scope.Find<HedgingAttribute>();
        if (code is null && own is null && !scope.HasAny("Hedging:Enabled", "Hedging:DelayMilliseconds", "Hedging:MaxAttempts"))
        {
            return outer;
        }
        var from = outer ?? HedgingSettings.Default;
        var settings = new HedgingSettings(
            scope.Milliseconds("Hedging:DelayMilliseconds", code?.Delay, own?.Delay, from.Delay, new(1, 60000)),
            scope.Whole("Hedging:MaxAttempts", code?.Attempts, own?.Attempts, from.MaxAttempts, 2, 10));
        return scope.Boolean("Hedging:Enabled", code?.On, own?.On, true) ? settings : null;
    }

    private static bool IsFor(PolicyAttribute policy, OperationDescriptor operation) => policy.Operation is { } name && Names(name, operation);

    private static bool Names(string name, OperationDescriptor operation) => name == operation.Name || name == operation.Id;

    /// <summary>What is said for the client, or for one operation.</summary>
    private readonly struct Scope(PolicyReader reader, OperationDescriptor? operation, string prefix)
    {
        /// <summary>What code and attributes say; of several the last.</summary>
        public (T? Code, T? Attribute) Find<T>()
            where T : PolicyAttribute => (Last<T>(reader._code), Last<T>(reader._attributes));

        public bool HasAny(params ReadOnlySpan<string> keys)
        {
            foreach (var key in keys)
            {
                if (reader._settings.Has(prefix + key))
                {
                    return true;
                }
            }
            return false;
        }

        public bool Boolean(string key, bool? code, bool? attribute, bool otherwise) =>
            code ?? reader._settings.Boolean(prefix + key, attribute ?? otherwise);

        public double Number(string key, double? code, double? attribute, double otherwise, Limits limits) =>
            reader._settings.Number(prefix + key, code, attribute, otherwise, limits);

        public int Whole(string key, int? code, int? attribute, int otherwise, int low, int high) =>
            (int)Number(key, code, attribute, otherwise, new(low, high, Whole: true));

        public TimeSpan Seconds(string key, double? code, double? attribute, TimeSpan otherwise, Limits limits) =>
            TimeSpan.FromSeconds(Number(key, code, attribute, otherwise.TotalSeconds, limits));

        public TimeSpan Milliseconds(string key, double? code, double? attribute, TimeSpan otherwise, Limits limits) =>
            TimeSpan.FromMilliseconds(Number(key, code, attribute, otherwise.TotalMilliseconds, limits));

        private T? Last<T>(IReadOnlyList<PolicyAttribute> policies)
            where T : PolicyAttribute
        {
            T? found = null;
            foreach (var policy in policies)
            {
                if (policy is T typed && (operation is null ? typed.Operation is null : IsFor(typed, operation)))
                {
                    found = typed;
                }
            }
            return found;
        }
    }
}
