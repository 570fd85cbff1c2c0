namespace Integrations.Http;

/// <summary>The probe of a REST client: a call of its own.</summary>
internal sealed class ApiProbe(ApiClient client, HealthCheckSettings check) : IHealthProbe
{
    private readonly ApiClient _prober = client.Prober(check.Timeout);

    public TimeSpan Interval => check.Interval;

    public double Random() => client.Random();

    public Task ProbeAsync(CancellationToken cancellationToken) => _prober.ProbeAsync(check.Request(), cancellationToken);

    public void LogFailure(string error) => _prober.Log.ProbeFailed(error);
}
