namespace Integrations;

/// <summary>How an integration is, by what its calls and probes saw.</summary>
public enum IntegrationStatus
{
    /// <summary>No call or probe has told yet.</summary>
    Unknown,

    /// <summary>It works.</summary>
    Healthy,

    /// <summary>
    /// It works in part, or not for now: a circuit breaker is open, a limit is exhausted, the server asked to pause, a probe failed once, or the last three
    /// calls failed.
    /// </summary>
    Degraded,

    /// <summary>Its probes fail as often in a row as <see cref="HealthCheckAttribute.FailureThreshold"/> says; or it is required and its circuit breaker is open.</summary>
    Unhealthy,

    /// <summary>Configuration switches it off (<c>Integrations:{Name}:Enabled</c>).</summary>
    Disabled,
}
