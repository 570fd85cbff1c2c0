namespace Integrations;

/// <summary>
/// Stops calling a host that fails. Failures are answers of 500 and above, transport errors and timeouts; answers below 500 are not (429 neither:
/// the client pauses for it instead). While open, calls throw <see cref="ApiUnavailableException"/> at once.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CircuitBreakerAttribute : PolicyAttribute
{
    internal bool? On { get; private set; }

    internal double? Ratio { get; private set; }

    internal int? Minimum { get; private set; }

    internal double? Sampling { get; private set; }

    internal double? Break { get; private set; }

    /// <summary>Whether there is a breaker. Configuration: <c>CircuitBreaker:Enabled</c>.</summary>
    /// <value>Default: true.</value>
    public bool Enabled { get => On ?? true; set => On = value; }

    /// <summary>The part of the attempts that must fail to open it. Configuration: <c>CircuitBreaker:FailureRatio</c>.</summary>
    /// <value>Default: 0.5. Range: above 0, up to 1.</value>
    public double FailureRatio { get => Ratio ?? 0.5; set => Ratio = value; }

    /// <summary>How many attempts there must be within <see cref="SamplingSeconds"/> to judge. Configuration: <c>CircuitBreaker:MinimumThroughput</c>.</summary>
    /// <value>Default: 10. Range: 2 to 1000000.</value>
    public int MinimumThroughput { get => Minimum ?? 10; set => Minimum = value; }

    /// <summary>Seconds over which attempts are counted. Configuration: <c>CircuitBreaker:SamplingSeconds</c>.</summary>
    /// <value>Default: 30. Range: 0.5 to 86400.</value>
    public double SamplingSeconds { get => Sampling ?? 30; set => Sampling = value; }

    /// <summary>Seconds that it stays open before one call is let through as a probe. Configuration: <c>CircuitBreaker:BreakSeconds</c>.</summary>
    /// <value>Default: 30; 2 for a database. Range: 0.5 to 86400.</value>
    public double BreakSeconds { get => Break ?? 30; set => Break = value; }
}
