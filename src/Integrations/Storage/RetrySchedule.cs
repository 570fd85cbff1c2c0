namespace Integrations.Storage;

/// <summary>When to try again: a delay that doubles, of which a random half is kept back so that failures do not come back all at once.</summary>
public sealed record RetrySchedule
{
    /// <summary>The delay after the first failure.</summary>
    /// <value>Above zero; default 1 s.</value>
    public TimeSpan First { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest delay.</summary>
    /// <value>At least <see cref="First"/>; default 5 minutes.</value>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often to try in all.</summary>
    /// <value>At least 1; default 10.</value>
    public int MaxAttempts { get; init; } = 10;

    /// <summary>The delay before the next attempt.</summary>
    /// <param name="attempts">How often it was tried; see <see cref="OutboxRow.Attempts"/>.</param>
    /// <returns>The delay; null where it is to be given up.</returns>
    public TimeSpan? After(int attempts)
    {
        if (attempts >= MaxAttempts)
            return null;
        var ticks = Math.Min(First.Ticks * Math.Pow(2, Math.Clamp(attempts - 1, 0, 62)), Longest.Ticks);
#pragma warning disable CA5394 // Nobody gains by guessing when a retry comes.
        return TimeSpan.FromTicks((long)(ticks * (0.5 + (Random.Shared.NextDouble() / 2))));
#pragma warning restore CA5394
    }
}
