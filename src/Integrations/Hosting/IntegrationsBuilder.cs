using Integrations.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Integrations;

/// <summary>Registers integrations in a service collection. Registering twice is registering once.</summary>
public sealed partial class IntegrationsBuilder
{
    private readonly IntegrationRegistry _registry;

    private IntegrationsBuilder(IServiceCollection services, IConfiguration configuration, IntegrationRegistry registry)
    {
        Services = services;
        Configuration = configuration;
        _registry = registry;
    }

    /// <summary>Where services are registered.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Where settings and secrets are read.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>The builder of a service collection; the first call registers what all integrations share.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Where settings and secrets are read.</param>
    /// <returns>The builder.</returns>
    public static IntegrationsBuilder For(IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        if (services.FirstOrDefault(static service => service.ServiceType == typeof(IntegrationRegistry))?.ImplementationInstance is not IntegrationRegistry registry)
        {
            registry = new IntegrationRegistry(configuration);
            services.AddSingleton(registry);
            services.AddSingleton<IHostedService, IntegrationsStartup>();
            services.AddSingleton<IIntegrationCatalog, IntegrationCatalog>();
            services.AddHealthChecks();
            services.AddSingleton<IConfigureOptions<HealthCheckServiceOptions>, IntegrationHealthChecks>();
            services.AddSingleton<EventHub>();
            services.AddSingleton<IHostedService, HealthProber>();
        }
        return new(services, configuration, registry);
    }

    /// <summary>Registers the integrations of an assembly.</summary>
    /// <typeparam name="TModule">The assembly's module.</typeparam>
    /// <returns>This builder.</returns>
    public IntegrationsBuilder AddModule<TModule>()
        where TModule : IIntegrationModule
    {
        if (_registry.AddOnce(typeof(TModule)))
        {
            TModule.Register(this);
        }
        return this;
    }

    /// <summary>Registers a client: a singleton, its passive health check, and its part of the start-up validation.</summary>
    /// <typeparam name="TClient">The client.</typeparam>
    /// <returns>This builder.</returns>
    public IntegrationsBuilder AddClient<TClient>()
        where TClient : class, IIntegrationClient<TClient>
    {
        if (!_registry.AddOnce(typeof(TClient)))
        {
            return this;
        }
        var registration = _registry.For<TClient>();
        _registry.Register(registration);
        Services.TryAddSingleton(provider => registration.Build(provider, _registry.Configuration));
        Services.TryAddSingleton<TClient>(provider => registration.Host(provider).Client);
        return this;
    }

    /// <summary>
    /// Registers one more instance of a client under a key, with its parts: <c>[FromKeyedServices("acme")] GitHubClient gitHub</c>. It has its own section
    /// <c>Integrations:{Name}:{instance}</c>, whose keys win over those of <c>Integrations:{Name}</c>; its own pipeline, limits, health and line in the catalog.
    /// </summary>
    /// <typeparam name="TClient">The client.</typeparam>
    /// <param name="instance">The key, which is also the name of its section.</param>
    /// <param name="configure">Sets its options; they win over configuration. What <see cref="Configure{TClient}(Action{ClientOptions})"/> sets is not for instances.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is one of the integration's own settings, or no part of a configuration path.</exception>
    public IntegrationsBuilder AddKeyedClient<TClient>(string instance, Action<ClientOptions, IServiceProvider>? configure = null)
        where TClient : class, IIntegrationClient<TClient>
    {
        InstanceNames.Check(instance);
        var registration = _registry.For<TClient>(instance);
        if (configure is not null)
        {
            registration.Configure.Add(configure);
        }
        if (_registry.AddOnce(typeof(TClient), instance))
        {
            Services.TryAddKeyedSingleton(instance, (provider, _) => registration.Build(provider, _registry.Configuration));
            Services.TryAddKeyedSingleton<TClient>(instance, (provider, _) => registration.Host(provider).Client);
            _registry.Register(registration);
        }
        return this;
    }

    /// <inheritdoc cref="AddKeyedClient{TClient}(string, Action{ClientOptions, IServiceProvider})"/>
    public IntegrationsBuilder AddKeyedClient<TClient>(string instance, Action<ClientOptions> configure)
        where TClient : class, IIntegrationClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(configure);
        return AddKeyedClient<TClient>(instance, (options, _) => configure(options));
    }

    /// <summary>Takes back the client without a key, which <c>AddIntegrations</c> registers, where a program has only instances of it: nothing of it is then needed in configuration.</summary>
    /// <typeparam name="TClient">The client.</typeparam>
    /// <returns>This builder.</returns>
    public IntegrationsBuilder RemoveClient<TClient>()
        where TClient : class, IIntegrationClient<TClient>
    {
        _registry.AddOnce(typeof(TClient));
        _registry.Remove(typeof(TClient));
        Services.RemoveAll<ClientHost<TClient>>();
        Services.RemoveAll<TClient>();
        return this;
    }

    /// <summary>Registers a part of a client under its interface, unless something (a fake, perhaps) is registered there already.</summary>
    /// <typeparam name="TClient">The client.</typeparam>
    /// <typeparam name="TService">The interface.</typeparam>
    /// <param name="select">Takes the part from the client.</param>
    /// <returns>This builder.</returns>
    public IntegrationsBuilder AddService<TClient, TService>(Func<TClient, TService> select)
        where TClient : class
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(select);
        Services.TryAddSingleton(provider => select(provider.GetRequiredService<TClient>()));
        _registry.AddPart(typeof(TClient), instance => Services.TryAddKeyedSingleton(instance, (provider, _) => select(provider.GetRequiredKeyedService<TClient>(instance))));
        return this;
    }

    /// <summary>Sets options of a client in code; may be called before the client is added, and more than once.</summary>
    /// <typeparam name="TClient">The client.</typeparam>
    /// <param name="configure">Sets the options; called once, when the client is made.</param>
    /// <returns>This builder.</returns>
    public IntegrationsBuilder Configure<TClient>(Action<ClientOptions> configure)
        where TClient : class, IIntegrationClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(configure);
        _registry.For<TClient>().Configure.Add((options, _) => configure(options));
        return this;
    }

    /// <inheritdoc cref="Configure{TClient}(Action{ClientOptions})"/>
    public IntegrationsBuilder Configure<TClient>(Action<ClientOptions, IServiceProvider> configure)
        where TClient : class, IIntegrationClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(configure);
        _registry.For<TClient>().Configure.Add(configure);
        return this;
    }
}
