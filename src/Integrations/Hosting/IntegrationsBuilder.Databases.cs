using Integrations.Sql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrations;

public sealed partial class IntegrationsBuilder
{
    /// <summary>Registers a client of a database: a singleton with its pool, its passive health check, and its part of the start-up validation.</summary>
    /// <typeparam name="TDatabase">The client.</typeparam>
    /// <returns>This builder.</returns>
    public IntegrationsBuilder AddDatabase<TDatabase>()
        where TDatabase : class, IIntegrationDatabase<TDatabase>
    {
        if (_registry.AddOnce(typeof(TDatabase)))
        {
            var registration = _registry.ForDatabase<TDatabase>(null);
            Services.TryAddSingleton(provider => registration.Build(provider, _registry.Configuration));
            Services.TryAddSingleton(registration.Client);
            AddHealth(registration);
        }
        return this;
    }

    /// <summary>
    /// Registers a further instance of a client of a database under a key (<c>[FromKeyedServices("reports")]</c>): another server with the same statements, such as a
    /// replica. Its settings are those of the key: <c>Integrations:{key}</c>, <c>ConnectionStrings:{key}</c>.
    /// </summary>
    /// <typeparam name="TDatabase">The client.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>This builder.</returns>
    public IntegrationsBuilder AddKeyedDatabase<TDatabase>(string key)
        where TDatabase : class, IIntegrationDatabase<TDatabase>
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var registration = _registry.ForDatabase<TDatabase>(key);
        if (!_registry.Clients.Contains(registration))
        {
            Services.AddKeyedSingleton(key, (provider, _) => registration.Build(provider, _registry.Configuration));
            Services.AddKeyedSingleton(key, (provider, _) => registration.Client(provider));
            AddHealth(registration);
        }
        return this;
    }

    /// <summary>Sets options of a client of a database in code; may be called before the client is added, and more than once.</summary>
    /// <typeparam name="TDatabase">The client.</typeparam>
    /// <param name="configure">Sets the options; called once, when the client is made.</param>
    /// <param name="key">The key of a keyed instance.</param>
    /// <returns>This builder.</returns>
    public IntegrationsBuilder ConfigureDatabase<TDatabase>(Action<SqlOptions, IServiceProvider> configure, string? key = null)
        where TDatabase : class, IIntegrationDatabase<TDatabase>
    {
        ArgumentNullException.ThrowIfNull(configure);
        _registry.ForDatabase<TDatabase>(key).Configure.Add(configure);
        return this;
    }

    private void AddHealth(Hosting.ClientRegistration registration)
    {
        if (_registry.Register(registration))
        {
            Services.AddHealthChecks().Add(new HealthCheckRegistration(
                registration.Name,
                provider => new IntegrationHealthCheck(registration.State(provider)),
                HealthStatus.Degraded,
                ["integrations"]));
        }
    }
}
