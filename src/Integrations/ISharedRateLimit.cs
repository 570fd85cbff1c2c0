namespace Integrations;

/// <summary>
/// A rate limit that all processes count together. Register one as a service, or set <see cref="ClientOptions.SharedRateLimit"/>; it then counts for
/// every client or operation that has a <see cref="RateLimitAttribute"/>. While it throws, or takes longer than a quarter of a second, it counts as
/// away: the client's own limit takes over and it is asked again after five seconds. Must be safe for many calls at once.
/// </summary>
public interface ISharedRateLimit
{
    /// <summary>Takes a permit.</summary>
    /// <param name="key">What is limited: the integration's name, or <c>{name}/METHOD /path</c> for an operation with a limit of its own.</param>
    /// <param name="permits">How many requests may go out in the window.</param>
    /// <param name="window">The window.</param>
    /// <param name="cancellationToken">Ends with the call, or when this takes too long.</param>
    /// <returns>Zero where a permit was taken; else how long it is worth waiting before asking again.</returns>
    ValueTask<TimeSpan> TakeAsync(string key, int permits, TimeSpan window, CancellationToken cancellationToken);
}
