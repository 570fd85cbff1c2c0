using System.Diagnostics;

namespace Integrations.Storage;

/// <summary>A lease that was taken.</summary>
public sealed record Lease
{
    /// <summary>What is leased.</summary>
    public required string Name { get; init; }

    /// <summary>Who took it.</summary>
    public required string Owner { get; init; }

    /// <summary>The fencing token: greater than that of every earlier holder of any lease of this store.</summary>
    public required long Token { get; init; }

    /// <summary>How long it lasts from when it was taken or renewed.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>When it was taken, by the database's clock.</summary>
    public required DateTimeOffset AcquiredAt { get; init; }

    /// <summary>When it ends, by the database's clock. Not to be compared with a process's clock: see <see cref="Remaining"/>.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The monotonic time (<see cref="Stopwatch.GetTimestamp"/>) before the request for it went out.</summary>
    public required long RequestedAt { get; init; }

    /// <summary>How long it surely lasts yet, by the process's monotonic clock; zero where it may have ended. While it is above zero nobody else holds the lease.</summary>
    public TimeSpan Remaining => Stopwatch.GetElapsedTime(RequestedAt) is var elapsed && elapsed < Duration ? Duration - elapsed : TimeSpan.Zero;
}
