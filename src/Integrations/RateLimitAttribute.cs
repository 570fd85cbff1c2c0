namespace Integrations;

/// <summary>
/// How many requests may go out in a span of time: never more than <see cref="Permits"/> in any <see cref="PerSeconds"/> seconds, counted over a
/// sliding window. Every attempt takes a permit, retries too. What the server says of its own limit (<c>RateLimit</c>, <c>RateLimit-Remaining</c>,
/// <c>X-RateLimit-Remaining</c> with their resets) holds beside it. A call that gets no permit throws <see cref="ApiUnavailableException"/>.
/// </summary>
/// <remarks>
/// With <see cref="PolicyAttribute.Operation"/> the operation has a limit of its own in place of the client's. Where an
/// <see cref="ISharedRateLimit"/> is registered, it counts for all processes and this limit takes over while it is away.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RateLimitAttribute : PolicyAttribute
{
    /// <summary>A limit that knows only what the server says of its own.</summary>
    public RateLimitAttribute()
    {
    }

    /// <summary>A limit of so many requests.</summary>
    /// <param name="permits">How many requests; 0 to 1000000, and 0 means only what the server says.</param>
    public RateLimitAttribute(int permits) => Count = permits;

    internal bool? On { get; private set; }

    internal int? Count { get; private set; }

    internal double? Per { get; private set; }

    internal int? Waiting { get; private set; }

    internal bool? Learns { get; private set; }

    /// <summary>Whether there is a limit. Configuration: <c>RateLimit:Enabled</c>.</summary>
    /// <value>Default: true.</value>
    public bool Enabled { get => On ?? true; set => On = value; }

    /// <summary>How many requests may go out in <see cref="PerSeconds"/>. Configuration: <c>RateLimit:Permits</c>.</summary>
    /// <value>Default: 0, which is only what the server says. Range: 0 to 1000000.</value>
    public int Permits { get => Count ?? 0; set => Count = value; }

    /// <summary>The window in seconds. Configuration: <c>RateLimit:PerSeconds</c>.</summary>
    /// <value>Default: 1. Range: 0.001 to 86400 (a day).</value>
    public double PerSeconds { get => Per ?? 1; set => Per = value; }

    /// <summary>
    /// How many attempts may wait for a permit at once, first come first served, none of them for longer than its call may take. Configuration:
    /// <c>RateLimit:Queue</c>.
    /// </summary>
    /// <value>Default: 0, so that an attempt without a permit fails at once. Range: 0 to 1000000.</value>
    public int Queue { get => Waiting ?? 0; set => Waiting = value; }

    /// <summary>Whether what answers say of the server's limit is obeyed. Configuration: <c>RateLimit:Learn</c>.</summary>
    /// <value>Default: true.</value>
    public bool Learn { get => Learns ?? true; set => Learns = value; }
}
