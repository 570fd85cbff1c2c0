using Integrations.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integrations.Hosting;

/// <summary>A client that is registered.</summary>
internal abstract class ClientRegistration
{
    public abstract IntegrationDefinition Definition { get; }

    public abstract Type ClientType { get; }

    /// <summary>The key of an instance; null for the client that is registered without one.</summary>
    public abstract string? Instance { get; }

    public ClientName Name => new(Definition.Name, Instance);

    /// <summary>The key of its section that says where it is.</summary>
    public abstract string AddressKey { get; }

    public abstract IIntegrationState State(IServiceProvider services);

    /// <summary>The client, whatever its class.</summary>
    public abstract object Client(IServiceProvider services);
}

internal sealed class ClientRegistration<TClient>(string? instance) : ClientRegistration
    where TClient : class, IIntegrationClient<TClient>
{
    public override IntegrationDefinition Definition => TClient.Definition;

    public override Type ClientType => typeof(TClient);

    public override string? Instance => instance;

    public override string AddressKey => "BaseAddress";

    public List<Action<ClientOptions, IServiceProvider>> Configure { get; } = [];

    public override IIntegrationState State(IServiceProvider services) => Host(services).Api;

    public ClientHost<TClient> Host(IServiceProvider services) =>
        instance is null ? services.GetRequiredService<ClientHost<TClient>>() : services.GetRequiredKeyedService<ClientHost<TClient>>(instance);

    public override object Client(IServiceProvider services) =>
        instance is null ? services.GetRequiredService<TClient>() : services.GetRequiredKeyedService<TClient>(instance);

    public ClientHost<TClient> Build(IServiceProvider services, IConfiguration configuration)
    {
        var options = new ClientOptions();
        foreach (var configure in Configure)
        {
            configure(options, services);
        }
        options.Configuration ??= configuration;
        return new ClientHost<TClient>(ClientFactory.Create(TClient.Definition, options, services, out var owned, instance), owned, services);
    }
}

/// <summary>A client with what it stands on; the container disposes both with this.</summary>
internal sealed class ClientHost<TClient>(ApiClient api, IDisposable owned, IServiceProvider services) : IDisposable
    where TClient : class, IIntegrationClient<TClient>
{
    public ApiClient Api { get; } = api;

    public TClient Client { get; } = TClient.Create(api, services);

    public void Dispose() => owned.Dispose();
}
