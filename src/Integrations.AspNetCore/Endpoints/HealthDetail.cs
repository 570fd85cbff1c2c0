namespace Integrations.Endpoints;

/// <summary>One word, for who may know no more.</summary>
internal sealed record HealthWord(string Status);

/// <summary>All integrations, and the worst status of them.</summary>
internal sealed record HealthDetail(string Status, bool Ready, IReadOnlyList<HealthEntry> Integrations)
{
    public static HealthDetail Of(IReadOnlyList<IntegrationInfo> integrations, bool ready) => new(
        Word(integrations.Select(static integration => integration.Status).Where(static status => status != IntegrationStatus.Disabled).DefaultIfEmpty(IntegrationStatus.Healthy).Max()),
        ready,
        [.. integrations.Select(HealthEntry.Of)]);

    /// <summary>A status as telemetry names it.</summary>
    public static string Word(IntegrationStatus status) => status switch
    {
        IntegrationStatus.Healthy => "healthy",
        IntegrationStatus.Degraded => "degraded",
        IntegrationStatus.Unhealthy => "unhealthy",
        IntegrationStatus.Disabled => "disabled",
        _ => "unknown",
    };
}

internal sealed record HealthEntry(
    string Name,
    string Status,
    bool Required,
    DateTimeOffset Since,
    string? Reason,
    double? LatencyMilliseconds,
    int ConsecutiveFailures,
    DateTimeOffset? LastSuccess,
    DateTimeOffset? LastFailure,
    string? LastError,
    IReadOnlyList<BreakerEntry> Breakers,
    IReadOnlyList<ChangeEntry> History)
{
    public static HealthEntry Of(IntegrationInfo integration) => new(
        integration.Name,
        HealthDetail.Word(integration.Status),
        integration.Required,
        integration.Since,
        integration.Reason,
        integration.Latency?.TotalMilliseconds,
        integration.ConsecutiveFailures,
        integration.LastSuccess,
        integration.LastFailure,
        integration.LastError,
        [.. integration.Breakers.Select(BreakerEntry.Of)],
        [.. integration.History.Select(ChangeEntry.Of)]);
}

internal sealed record BreakerEntry(string? Scope, string State)
{
    public static BreakerEntry Of(IntegrationBreaker breaker) => new(breaker.Scope, breaker.State switch
    {
        BreakerState.Open => "open",
        BreakerState.HalfOpen => "half_open",
        _ => "closed",
    });
}

internal sealed record ChangeEntry(DateTimeOffset At, string Status, string? Reason, double? LatencyMilliseconds)
{
    public static ChangeEntry Of(IntegrationChange change) =>
        new(change.At, HealthDetail.Word(change.Status), change.Reason, change.Latency?.TotalMilliseconds);
}
