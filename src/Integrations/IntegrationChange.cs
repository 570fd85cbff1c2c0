namespace Integrations;

/// <summary>A change of an integration's status.</summary>
/// <param name="At">When.</param>
/// <param name="Status">The status since then.</param>
/// <param name="Reason">Why, in fixed words and names of errors: nothing that was sent or received is in it. Null where nothing is wrong.</param>
/// <param name="Latency">How long the call or probe before it took; null before the first.</param>
public sealed record IntegrationChange(DateTimeOffset At, IntegrationStatus Status, string? Reason, TimeSpan? Latency);
