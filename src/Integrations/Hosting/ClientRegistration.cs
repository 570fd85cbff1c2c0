using Integrations.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integrations.Hosting;

/// <summary>A client that is registered.</summary>
/// <param name="instance">The key of an instance; null for the client that is registered without one.</param>
internal abstract class ClientRegistration(string? instance)
{
    public abstract IntegrationDefinition Definition { get; }

    public abstract Type ClientType { get; }

    /// <summary>The key of an instance; null for the client that is registered without one.</summary>
    public string? Instance => instance;

    public ClientName Name => new(Definition.Name, Instance);

    /// <summary>The key of its section that says where it is.</summary>
    public abstract string AddressKey { get; }

    public abstract IIntegrationState State(IServiceProvider services);

    /// <summary>The client, whatever its class.</summary>
    public abstract object Client(IServiceProvider services);

    /// <summary>A service of the client, under the key of its instance.</summary>
    protected T Service<T>(IServiceProvider services)
        where T : notnull => instance is null ? services.GetRequiredService<T>() : services.GetRequiredKeyedService<T>(instance);
}

internal sealed class ClientRegistration<TClient>(string? instance) : ClientRegistration(instance)
    where TClient : class, IIntegrationClient<TClient>
{
    public override IntegrationDefinition Definition => TClient.Definition;

    public override Type ClientType => typeof(TClient);

    public override string AddressKey => "BaseAddress";

    public List<Action<ClientOptions, IServiceProvider>> Configure { get; } = [];

    public override IIntegrationState State(IServiceProvider services) => Host(services).Api;

    public ClientHost<TClient> Host(IServiceProvider services) => Service<ClientHost<TClient>>(services);

    public override object Client(IServiceProvider services) => Service<TClient>(services);

    public ClientHost<TClient> Build(IServiceProvider services, IConfiguration configuration)
    {
        var options = new ClientOptions();
        foreach (var configure in Configure)
        {
            configure(options, services);
        }
        options.Configuration ??= configuration;
        return new ClientHost<TClient>(ClientFactory.Create(TClient.Definition, options, services, out var owned, Instance), owned, services);
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
