using Integrations.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integrations;

/// <summary>Adds the endpoints of integrations to a program.</summary>
public static class IntegrationsEndpointExtensions
{
    private static readonly string[] s_methods = ["GET", "HEAD"];

    /// <summary>
    /// Adds <c>/health/live</c> (200 while the process answers), <c>/health/ready</c> (503 while an integration with <c>Required = true</c> is unhealthy) and
    /// <c>/health/integrations</c> (every integration as JSON, by default for authenticated callers only). None of them calls anything: they tell what
    /// calls and probes saw. The first two say one word and need no credentials, for what asks them has none.
    /// </summary>
    /// <param name="endpoints">The program.</param>
    /// <param name="configure">Sets paths, and who may see the detail.</param>
    /// <returns>What adds conventions to all of the endpoints, such as <c>RequireHost("*:8081")</c>.</returns>
    /// <exception cref="InvalidOperationException">The program has no integrations registered.</exception>
    /// <exception cref="ArgumentException">A path does not begin with <c>/</c>.</exception>
    public static IEndpointConventionBuilder MapIntegrations(this IEndpointRouteBuilder endpoints, Action<IntegrationsEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var options = new IntegrationsEndpointOptions();
        configure?.Invoke(options);
        if (!options.HealthPath.StartsWith('/'))
        {
            throw new ArgumentException("IntegrationsEndpointOptions.HealthPath must begin with '/'.", nameof(configure));
        }
        var catalog = endpoints.ServiceProvider.GetService<IIntegrationCatalog>()
            ?? throw new InvalidOperationException("No integrations are registered: call builder.AddIntegrations() before the program is built.");

        var group = endpoints.MapGroup(options.HealthPath.TrimEnd('/'));
        group.MapMethods("/live", s_methods, HealthEndpoints.LiveAsync).WithDisplayName("Integrations: live").AllowAnonymous();
        group.MapMethods("/ready", s_methods, context => HealthEndpoints.ReadyAsync(context, catalog)).WithDisplayName("Integrations: ready").AllowAnonymous();
        if (options.HealthDetail != HealthDetailAccess.Nobody)
        {
            var everyone = options.HealthDetail == HealthDetailAccess.Everyone || options.HealthDetailPolicy is not null;
            var detail = group.MapMethods("/integrations", s_methods, context => HealthEndpoints.DetailAsync(context, catalog, everyone)).WithDisplayName("Integrations: detail");
            if (options.HealthDetailPolicy is { } policy)
            {
                detail.RequireAuthorization(policy);
            }
        }
        return group;
    }
}
