using Microsoft.Extensions.Configuration;

namespace Integrations.Hosting;

/// <summary>The clients that are registered in a service collection.</summary>
internal sealed class IntegrationRegistry(IConfiguration configuration)
{
    private readonly HashSet<Type> _added = [];
    private readonly Dictionary<Type, object> _byType = [];
    private readonly List<ClientRegistration> _clients = [];
    private readonly List<ClientRegistration> _databases = [];

    public IConfiguration Configuration { get; } = configuration;

    public IReadOnlyList<ClientRegistration> Clients => _clients;

    public bool AddOnce(Type type) => _added.Add(type);

    public ClientRegistration<TClient> For<TClient>()
        where TClient : class, IIntegrationClient<TClient>
    {
        if (!_byType.TryGetValue(typeof(TClient), out var registration))
        {
            _byType[typeof(TClient)] = registration = new ClientRegistration<TClient>();
        }
        return (ClientRegistration<TClient>)registration;
    }

    public Integrations.Sql.SqlRegistration<TDatabase> ForDatabase<TDatabase>(string? key)
        where TDatabase : class, IIntegrationDatabase<TDatabase>
    {
        foreach (var known in _databases)
        {
            if (known is Integrations.Sql.SqlRegistration<TDatabase> same && same.Key == key)
            {
                return same;
            }
        }
        var registration = new Integrations.Sql.SqlRegistration<TDatabase>(key);
        _databases.Add(registration);
        return registration;
    }

    /// <returns>Whether no other client has its name.</returns>
    public bool Register(ClientRegistration client)
    {
        var isFirst = !_clients.Any(other => SameName(other, client));
        _clients.Add(client);
        return isFirst;
    }

    public IEnumerable<string> NameProblems() => _clients
        .GroupBy(static client => client.Name, StringComparer.OrdinalIgnoreCase)
        .Where(static group => group.Count() > 1)
        .Select(static group => $"{group.Count()} clients have the name '{group.Key}' ({string.Join(", ", group.Select(static client => client.ClientType.FullName))}): give each its own with Name = on its attribute.");

    private static bool SameName(ClientRegistration left, ClientRegistration right) =>
        left.Name.Equals(right.Name, StringComparison.OrdinalIgnoreCase);
}
