namespace Integrations;

/// <summary>The health of a client at one moment.</summary>
internal readonly record struct HealthSnapshot(IntegrationStatus Status, DateTimeOffset Since, string? Reason, TimeSpan? Latency, IReadOnlyList<IntegrationChange> History);
