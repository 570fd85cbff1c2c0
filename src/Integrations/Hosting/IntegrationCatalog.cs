namespace Integrations.Hosting;

internal sealed class IntegrationCatalog(IntegrationRegistry registry, EventHub events, IServiceProvider services) : IIntegrationCatalog
{
    public IReadOnlyList<IntegrationInfo> Integrations => [.. registry.Clients.Select(Info)];

    public IntegrationInfo? Find(string name) => Registration(name) is { } client ? Info(client) : null;

    public TClient? FindClient<TClient>(string name)
        where TClient : class => Registration(name)?.Client(services) as TClient;

    public IAsyncEnumerable<IntegrationEvent> WatchAsync(CancellationToken cancellationToken = default)
    {
        // Clients are made when they are first needed: here, so that each is registered.
        foreach (var client in registry.Clients)
        {
            client.State(services);
        }
        return events.WatchAsync(cancellationToken);
    }

    private ClientRegistration? Registration(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return registry.Clients.FirstOrDefault(client => client.Name.Full.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private IntegrationInfo Info(ClientRegistration client) => new(client.Definition, client.State(services));
}
