using Integrations.Hosting;

namespace Integrations;

/// <summary>How often an integration is probed, of whatever kind it is, and what its failures mean.</summary>
/// <param name="Interval">From one probe to the next, give or take a tenth.</param>
/// <param name="Timeout">After so long it has failed.</param>
/// <param name="FailureThreshold">So many in a row make the integration unhealthy.</param>
internal sealed record HealthCheckTimes(TimeSpan Interval, TimeSpan Timeout, int FailureThreshold)
{
    public static HealthCheckTimes Read(HealthCheckAttribute? own, SettingsReader reader) => new(
        TimeSpan.FromSeconds(reader.Number("HealthCheck:IntervalSeconds", null, own?.Interval, 30, new(1, 86400))),
        TimeSpan.FromSeconds(reader.Number("HealthCheck:TimeoutSeconds", null, own?.Timeout, 5, new(0.1, 300))),
        (int)reader.Number("HealthCheck:FailureThreshold", null, own?.Threshold, 2, new(1, 100, Whole: true)));
}
