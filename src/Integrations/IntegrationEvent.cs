namespace Integrations;

/// <summary>Something that happened to an integration. What <see cref="IIntegrationCatalog.WatchAsync"/> gives.</summary>
/// <param name="Integration">The integration's name.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Status">The integration's status then.</param>
public sealed record IntegrationEvent(string Integration, IntegrationEventKind Kind, DateTimeOffset At, IntegrationStatus Status)
{
    /// <summary>Why, in fixed words and names of errors: nothing that was sent or received is in it. Null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>Of a breaker's event, whose breaker it is, as <see cref="IntegrationBreaker.Scope"/> says it.</summary>
    public string? Scope { get; init; }

    /// <summary>How long the breaker stays open, or calls are held back or refused; null where that is not known, and for other events.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How many events before this one the watcher lost because it was too slow.</summary>
    public int Missed { get; init; }
}

/// <summary>What can happen to an integration.</summary>
public enum IntegrationEventKind
{
    /// <summary>Its client was made. A watcher begins with one for each that is there already.</summary>
    Registered,

    /// <summary>Its status became <see cref="IntegrationStatus.Healthy"/>.</summary>
    Healthy,

    /// <summary>Its status became <see cref="IntegrationStatus.Degraded"/>.</summary>
    Degraded,

    /// <summary>Its status became <see cref="IntegrationStatus.Unhealthy"/>.</summary>
    Unhealthy,

    /// <summary>A circuit breaker opened.</summary>
    BreakerOpened,

    /// <summary>A circuit breaker lets one call through.</summary>
    BreakerHalfOpen,

    /// <summary>A circuit breaker closed.</summary>
    BreakerClosed,

    /// <summary>The server asked to pause, or a limit refused a call. Once for as long as that lasts, however many calls it meets.</summary>
    Throttled,
}
