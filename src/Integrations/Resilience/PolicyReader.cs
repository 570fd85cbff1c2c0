using Integrations.Hosting;

namespace Integrations.Resilience;

/// <summary>
/// Puts policies together. For the client: what code sets, then configuration, then the attribute, then the default. For one operation: its own
/// attribute, then the client's.
/// </summary>
internal sealed class PolicyReader(SettingsReader settings, IReadOnlyList<PolicyAttribute> attributes, IReadOnlyList<PolicyAttribute> code)
{
    private const double Day = 86400;

    public PolicySettings ForClient()
    {
        var (timeout, byCode) = (Find<TimeoutAttribute>(attributes, null), Find<TimeoutAttribute>(code, null));
        var (retry, retryByCode) = (Find<RetryAttribute>(attributes, null), Find<RetryAttribute>(code, null));
        var (breaker, breakerByCode) = (Find<CircuitBreakerAttribute>(attributes, null), Find<CircuitBreakerAttribute>(code, null));
        return new(
            new(
                Seconds(settings.Number("Timeout:TotalSeconds", byCode?.Total, timeout?.Total, 30, Above(0, Day))),
                Seconds(settings.Number("Timeout:AttemptSeconds", byCode?.Attempt, timeout?.Attempt, 10, Above(0, Day))),
                Seconds(settings.Number("Timeout:StreamIdleSeconds", byCode?.StreamIdle, timeout?.StreamIdle, 60, Above(0, Day)))),
            new(
                (int)settings.Number("Retry:MaxAttempts", retryByCode?.Attempts, retry?.Attempts, 3, Whole(1, 10)),
                Milliseconds(settings.Number("Retry:DelayMilliseconds", retryByCode?.Delay, retry?.Delay, 50, From(0, 60000))),
                Milliseconds(settings.Number("Retry:ThrottledDelayMilliseconds", retryByCode?.Throttled, retry?.Throttled, 1000, From(0, 60000))),
                Seconds(settings.Number("Retry:MaxDelaySeconds", retryByCode?.MaxDelay, retry?.MaxDelay, 20, From(0, 3600)))),
            new(
                breakerByCode?.On ?? settings.Boolean("CircuitBreaker:Enabled", breaker?.On ?? true),
                settings.Number("CircuitBreaker:FailureRatio", breakerByCode?.Ratio, breaker?.Ratio, 0.5, Above(0, 1)),
                (int)settings.Number("CircuitBreaker:MinimumThroughput", breakerByCode?.Minimum, breaker?.Minimum, 10, Whole(2, 1000000)),
                Seconds(settings.Number("CircuitBreaker:SamplingSeconds", breakerByCode?.Sampling, breaker?.Sampling, 30, From(0.5, Day))),
                Seconds(settings.Number("CircuitBreaker:BreakSeconds", breakerByCode?.Break, breaker?.Break, 30, From(0.5, Day)))));
    }

    /// <summary>The policies of an operation that has its own, or null.</summary>
    public PolicySettings? ForOperation(OperationDescriptor operation, PolicySettings client)
    {
        var timeout = Find<TimeoutAttribute>(code, operation) ?? Find<TimeoutAttribute>(attributes, operation);
        var retry = Find<RetryAttribute>(code, operation) ?? Find<RetryAttribute>(attributes, operation);
        var breaker = Find<CircuitBreakerAttribute>(code, operation) ?? Find<CircuitBreakerAttribute>(attributes, operation);
        if (timeout is null && retry is null && breaker is null)
        {
            return null;
        }
        return new(
            timeout is null ? client.Timeout : new(
                Own(operation, "Timeout", "TotalSeconds", timeout.Total, Above(0, Day), Seconds) ?? client.Timeout.Total,
                Own(operation, "Timeout", "AttemptSeconds", timeout.Attempt, Above(0, Day), Seconds) ?? client.Timeout.Attempt,
                Own(operation, "Timeout", "StreamIdleSeconds", timeout.StreamIdle, Above(0, Day), Seconds) ?? client.Timeout.StreamIdle),
            retry is null ? client.Retry : new(
                Own(operation, "Retry", "MaxAttempts", retry.Attempts, Whole(1, 10), static value => (int)value) ?? client.Retry.MaxAttempts,
                Own(operation, "Retry", "DelayMilliseconds", retry.Delay, From(0, 60000), Milliseconds) ?? client.Retry.Delay,
                Own(operation, "Retry", "ThrottledDelayMilliseconds", retry.Throttled, From(0, 60000), Milliseconds) ?? client.Retry.ThrottledDelay,
                Own(operation, "Retry", "MaxDelaySeconds", retry.MaxDelay, From(0, 3600), Seconds) ?? client.Retry.MaxDelay),
            breaker is null ? client.Breaker : new(
                breaker.On ?? client.Breaker.Enabled,
                Own(operation, "CircuitBreaker", "FailureRatio", breaker.Ratio, Above(0, 1), static value => value) ?? client.Breaker.FailureRatio,
                Own(operation, "CircuitBreaker", "MinimumThroughput", breaker.Minimum, Whole(2, 1000000), static value => (int)value) ?? client.Breaker.MinimumThroughput,
                Own(operation, "CircuitBreaker", "SamplingSeconds", breaker.Sampling, From(0.5, Day), Seconds) ?? client.Breaker.Sampling,
                Own(operation, "CircuitBreaker", "BreakSeconds", breaker.Break, From(0.5, Day), Seconds) ?? client.Breaker.Break));
    }

    /// <summary>A policy for an operation that does not exist would silently do nothing.</summary>
    public void CheckOperations(IReadOnlyList<OperationDescriptor> operations)
    {
        foreach (var policy in attributes.Concat(code))
        {
            if (policy.Operation is { } name && !operations.Any(operation => Names(name, operation)))
            {
                settings.Report($"{settings.Name}: a [{policy.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)}] policy names the operation '{name}', which the client does not have. Write it as the client's Operations table does (\"METHOD /path\" or an operationId).");
            }
        }
    }

    private static T? Find<T>(IReadOnlyList<PolicyAttribute> policies, OperationDescriptor? operation)
        where T : PolicyAttribute
    {
        T? found = null;
        foreach (var policy in policies)
        {
            if (policy is T typed && (operation is null ? typed.Operation is null : typed.Operation is { } name && Names(name, operation)))
            {
                found = typed;
            }
        }
        return found;
    }

    private static bool Names(string name, OperationDescriptor operation) => name == operation.Name || name == operation.Id;

    private T? Own<T>(OperationDescriptor operation, string policy, string property, double? value, Limits limits, Func<double, T> convert)
        where T : struct
    {
        if (value is not { } given)
        {
            return null;
        }
        if (!limits.Allow(given))
        {
            settings.Report($"{settings.Name}: [{policy}] of '{operation.Name}' has {property} out of range: it must be {limits}.");
            return null;
        }
        return convert(given);
    }

    private static Limits Above(double low, double high) => new(low, high, LowExcluded: true);

    private static Limits From(double low, double high) => new(low, high);

    private static Limits Whole(double low, double high) => new(low, high, Whole: true);

    private static TimeSpan Seconds(double value) => TimeSpan.FromSeconds(value);

    private static TimeSpan Milliseconds(double value) => TimeSpan.FromMilliseconds(value);
}
