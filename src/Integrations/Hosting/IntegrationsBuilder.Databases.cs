using Integrations.Hosting;
using Integrations.Sql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
            var registration = _registry.ForDatabase<TDatabase>();
            _registry.Register(registration);
            Services.TryAddSingleton(provider => registration.Build(provider, _registry.Configuration));
            Services.TryAddSingleton<TDatabase>(provider => registration.Host(provider).Client);
        }
        return this;
    }

    /// <summary>
    /// Registers one more instance of a client of a database under a key (<c>[FromKeyedServices("reports")]</c>): another server with the same statements, such
    /// as a replica. It has its own section <c>Integrations:{Name}:{instance}</c>, whose keys win over those of <c>Integrations:{Name}</c>, and
    /// <c>ConnectionStrings:{instance}</c>; its own pool, health and line in the catalog.
    /// </summary>
    /// <typeparam name="TDatabase">The client.</typeparam>
    /// <param name="instance">The key, which is also the name of its section.</param>
    /// <param name="configure">Sets its options; they win over configuration. What <see cref="ConfigureDatabase{TDatabase}"/> sets is not for instances.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is one of the integration's own settings, or no part of a configuration path.</exception>
    public IntegrationsBuilder AddKeyedDatabase<TDatabase>(string instance, Action<SqlOptions, IServiceProvider>? configure = null)
        where TDatabase : class, IIntegrationDatabase<TDatabase>
    {
        InstanceNames.Check(instance);
        var registration = _registry.ForDatabase<TDatabase>(instance);
        if (configure is not null)
        {
            registration.Configure.Add(configure);
        }
        if (_registry.AddOnce(typeof(TDatabase), instance))
        {
            Services.TryAddKeyedSingleton(instance, (provider, _) => registration.Build(provider, _registry.Configuration));
            Services.TryAddKeyedSingleton<TDatabase>(instance, (provider, _) => registration.Host(provider).Client);
            _registry.Register(registration);
        }
        return this;
    }

    /// <summary>Takes back the client without a key, which <c>AddIntegrations</c> registers, where a program has only instances of it.</summary>
    /// <typeparam name="TDatabase">The client.</typeparam>
    /// <returns>This builder.</returns>
    public IntegrationsBuilder RemoveDatabase<TDatabase>()
        where TDatabase : class, IIntegrationDatabase<TDatabase>
    {
        _registry.AddOnce(typeof(TDatabase));
        _registry.Remove(typeof(TDatabase));
        Services.RemoveAll<SqlHost<TDatabase>>();
        Services.RemoveAll<TDatabase>();
        return this;
    }

    /// <summary>Sets options of a client of a database in code; may be called before the client is added, and more than once.</summary>
    /// <typeparam name="TDatabase">The client.</typeparam>
    /// <param name="configure">Sets the options; called once, when the client is made.</param>
    /// <returns>This builder.</returns>
    public IntegrationsBuilder ConfigureDatabase<TDatabase>(Action<SqlOptions, IServiceProvider> configure)
        where TDatabase : class, IIntegrationDatabase<TDatabase>
    {
        ArgumentNullException.ThrowIfNull(configure);
        _registry.ForDatabase<TDatabase>().Configure.Add(configure);
        return this;
    }
}
