namespace Integrations;

/// <summary>
/// Asks the server in the background whether it works, so that its health is known without calls. A probe is a call of the client itself: it goes through
/// its credentials, limits and circuit breaker, but it is one attempt, never retried or hedged. What it is answered, below 300 or not, decides the
/// <see cref="IntegrationStatus"/>; where it is not sent at all (a breaker is open, a limit is exhausted) it decides nothing. Without this attribute
/// health is what calls saw.
/// </summary>
/// <param name="operation">
/// What is called: an operation of the client without required parameters, as an operationId or <c>"METHOD /path"</c>, or any
/// <c>"METHOD /path?query"</c> below the client's address. The method must be GET, HEAD or OPTIONS (RFC 9110, section 9.2.1: they change nothing).
/// Configuration: <c>HealthCheck:Operation</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HealthCheckAttribute(string operation) : Attribute
{
    internal bool? On { get; private set; }

    internal double? Interval { get; private set; }

    internal double? Timeout { get; private set; }

    internal int? Threshold { get; private set; }

    /// <summary>What is called.</summary>
    public string Operation { get; } = operation;

    /// <summary>Whether there are probes. Configuration: <c>HealthCheck:Enabled</c>.</summary>
    /// <value>Default: true.</value>
    public bool Enabled { get => On ?? true; set => On = value; }

    /// <summary>
    /// Seconds between the end of a probe and the next, a random tenth more or less, so that the processes of a program do not probe together.
    /// Configuration: <c>HealthCheck:IntervalSeconds</c>.
    /// </summary>
    /// <value>Default: 30. Range: 1 to 86400.</value>
    public double IntervalSeconds { get => Interval ?? 30; set => Interval = value; }

    /// <summary>Seconds that a probe may take. Configuration: <c>HealthCheck:TimeoutSeconds</c>.</summary>
    /// <value>Default: 5. Range: 0.1 to 300.</value>
    public double TimeoutSeconds { get => Timeout ?? 5; set => Timeout = value; }

    /// <summary>
    /// How many probes must fail in a row for the integration to be unhealthy; before that it is degraded. Configuration:
    /// <c>HealthCheck:FailureThreshold</c>.
    /// </summary>
    /// <value>Default: 2. Range: 1 to 100.</value>
    public int FailureThreshold { get => Threshold ?? 2; set => Threshold = value; }
}
