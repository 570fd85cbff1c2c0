using Integrations.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrations;

/// <summary>
/// Tells .NET's health checks how an integration is. It sends nothing: it tells what calls and probes saw. Unhealthy only where the integration is required,
/// for a vendor's outage must not empty the load balancer.
/// </summary>
internal sealed class IntegrationHealthCheck(IIntegrationState client) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = client.Health;
        var now = health.Now();
        if (now.Status == IntegrationStatus.Disabled)
        {
            return Task.FromResult(HealthCheckResult.Healthy("switched off"));
        }
        var data = new Dictionary<string, object>
        {
            ["status"] = now.Status.ToString(),
            ["since"] = now.Since,
            ["consecutiveFailures"] = health.ConsecutiveFailures,
            ["required"] = client.Required,
        };
        if (now.Latency is { } latency)
        {
            data["latency"] = latency;
        }
        if (health.LastSuccess is { } success)
        {
            data["lastSuccess"] = success;
        }
        if (health.LastFailure is { } failure)
        {
            data["lastFailure"] = failure;
            data["lastError"] = health.LastError ?? "";
        }
        var status = now.Status switch
        {
            IntegrationStatus.Unhealthy when client.Required => HealthStatus.Unhealthy,
            IntegrationStatus.Unhealthy or IntegrationStatus.Degraded => HealthStatus.Degraded,
            _ => HealthStatus.Healthy,
        };
        return Task.FromResult(new HealthCheckResult(status, now.Reason, exception: null, data));
    }
}
