namespace Integrations.Hosting;

/// <summary>What start-up, health and the catalog ask of an integration, of whatever kind.</summary>
internal interface IIntegrationState
{
    ClientName Client { get; }

    TimeProvider Time { get; }

    bool Enabled { get; }

    bool Required { get; }

    /// <summary>What is missing or wrong in its configuration.</summary>
    IReadOnlyList<string> Problems { get; }

    ClientHealth Health { get; }

    /// <summary>Every circuit breaker once, its own first.</summary>
    IReadOnlyList<IntegrationBreaker> Breakers();

    /// <summary>Whether a breaker is open, or has yet to see that calls succeed again.</summary>
    bool IsBreakerTripped { get; }

    /// <summary>For how long the server asked to be left alone, from now on.</summary>
    TimeSpan Pause { get; }

    bool IsLimitExhausted { get; }

    /// <summary>How long that lasts; null where it is not known.</summary>
    TimeSpan? ExhaustedFor { get; }

    /// <summary>How many probes in a row must fail before it is unhealthy.</summary>
    int FailureThreshold { get; }

    void LogStatus(IntegrationStatus status, string? reason);

    /// <summary>What is to be done before the program starts; the start fails where it does.</summary>
    ValueTask PrepareAsync(CancellationToken cancellationToken) => default;

    /// <summary>What probes it; null where nothing does.</summary>
    IHealthProbe? Probe() => null;
}
