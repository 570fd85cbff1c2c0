using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Integrations.Hosting;

/// <summary>Gives every client its passive health check, by its name; when health is first asked for, so that registering a client costs nothing.</summary>
internal sealed class IntegrationHealthChecks(IntegrationRegistry registry) : IConfigureOptions<HealthCheckServiceOptions>
{
    public void Configure(HealthCheckServiceOptions options)
    {
        // Two of a name are an error of their own.
        foreach (var client in registry.Clients.DistinctBy(static client => client.Name.Full, StringComparer.OrdinalIgnoreCase))
        {
            options.Registrations.Add(new HealthCheckRegistration(
                client.Name.Full, services => new IntegrationHealthCheck(client.State(services)), HealthStatus.Degraded, ["integrations"]));
        }
    }
}
