namespace Integrations;

/// <summary>What is done from time to time to see whether an integration works.</summary>
internal interface IHealthProbe
{
    /// <summary>From one probe to the next, give or take a tenth.</summary>
    TimeSpan Interval { get; }

    /// <summary>Draws a number from 0 up to 1.</summary>
    double Random();

    /// <summary>Probes once. Its failure is no exception; only cancelling is.</summary>
    Task ProbeAsync(CancellationToken cancellationToken);

    /// <summary>Takes what a probe ended by that nobody foresaw.</summary>
    void LogFailure(string error);
}
