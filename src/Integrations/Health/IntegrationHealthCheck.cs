using Integrations.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrations;

/// <summary>
/// Passive health: it sends nothing, it tells what calls saw. Degraded while the circuit breaker is open or a limit is exhausted; unhealthy only where the integration is
/// required, for a vendor's outage must not empty the load balancer.
/// </summary>
internal sealed class IntegrationHealthCheck(IIntegrationState client) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = client.Health;
        if (!client.Enabled)
        {
            return Task.FromResult(HealthCheckResult.Healthy("switched off"));
        }
        var data = new Dictionary<string, object> { ["consecutiveFailures"] = health.ConsecutiveFailures, ["required"] = client.Required };
        if (health.LastSuccess is { } success)
        {
            data["lastSuccess"] = success;
        }
        if (health.LastFailure is { } failure)
        {
            data["lastFailure"] = failure;
            data["lastError"] = health.LastError ?? "";
        }
        if (!client.IsBreakerOpen && client.IsLimitExhausted)
        {
            return Task.FromResult(new HealthCheckResult(HealthStatus.Degraded, "a limit is exhausted", exception: null, data));
        }
        if (!client.IsBreakerOpen)
        {
            return Task.FromResult(HealthCheckResult.Healthy(null, data));
        }
        var status = client.Required ? HealthStatus.Unhealthy : HealthStatus.Degraded;
        return Task.FromResult(new HealthCheckResult(status, "the circuit breaker is open", exception: null, data));
    }
}
