namespace Integrations.Hosting;

internal sealed class IntegrationCatalog(IntegrationRegistry registry, IServiceProvider services) : IIntegrationCatalog
{
    public IReadOnlyList<IntegrationInfo> Integrations => [.. registry.Clients.Select(client => new IntegrationInfo(client.Definition, client.State(services)))];
}
