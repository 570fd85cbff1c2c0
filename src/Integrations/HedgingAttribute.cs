namespace Integrations;

/// <summary>
/// Sends a request again while the first is still waiting for its answer, and takes the answer that comes first; the others are cancelled. It shortens the
/// slowest calls at the price of some more requests. Only idempotent methods (RFC 9110, section 9.2.2) and calls with an <c>Idempotency-Key</c>, whose body is no
/// stream; others are tried again by <see cref="RetryAttribute"/> alone. What hedging sends takes from the budget of retries.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HedgingAttribute : PolicyAttribute
{
    internal bool? On { get; private set; }

    internal double? Delay { get; private set; }

    internal int? Attempts { get; private set; }

    /// <summary>Whether calls are hedged. Configuration: <c>Hedging:Enabled</c>.</summary>
    /// <value>Default: true.</value>
    public bool Enabled { get => On ?? true; set => On = value; }

    /// <summary>
    /// Milliseconds that an answer may take before the request is sent again. About what 19 of 20 calls take is a good choice. Configuration:
    /// <c>Hedging:DelayMilliseconds</c>.
    /// </summary>
    /// <value>Default: 1000. Range: 1 to 60000.</value>
    public double DelayMilliseconds { get => Delay ?? 1000; set => Delay = value; }

    /// <summary>How often a request is sent in all, hedged or after a failure. Configuration: <c>Hedging:MaxAttempts</c>.</summary>
    /// <value>Default: 2. Range: 2 to 10.</value>
    public int MaxAttempts { get => Attempts ?? 2; set => Attempts = value; }
}
