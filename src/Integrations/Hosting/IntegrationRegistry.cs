using Integrations.Sql;
using Microsoft.Extensions.Configuration;

namespace Integrations.Hosting;

/// <summary>The clients that are registered in a service collection. Nothing of a client is made before it is needed, its table of operations included.</summary>
internal sealed class IntegrationRegistry(IConfiguration configuration)
{
    private readonly HashSet<(Type, string?)> _added = [];
    private readonly Dictionary<(Type, string?), ClientRegistration> _byKey = [];
    private readonly Dictionary<Type, List<Action<string>>> _parts = [];
    private readonly List<ClientRegistration> _clients = [];

    public IConfiguration Configuration { get; } = configuration;

    public IReadOnlyList<ClientRegistration> Clients => _clients;

    public bool AddOnce(Type type, string? instance = null) => _added.Add((type, instance));

    public ClientRegistration<TClient> For<TClient>(string? instance = null)
        where TClient : class, IIntegrationClient<TClient> => Of(typeof(TClient), instance, static instance => new ClientRegistration<TClient>(instance));

    public SqlRegistration<TDatabase> ForDatabase<TDatabase>(string? instance = null)
        where TDatabase : class, IIntegrationDatabase<TDatabase> => Of(typeof(TDatabase), instance, static instance => new SqlRegistration<TDatabase>(instance));

    private TRegistration Of<TRegistration>(Type type, string? instance, Func<string?, TRegistration> create)
        where TRegistration : ClientRegistration
    {
        if (!_byKey.TryGetValue((type, instance), out var registration))
        {
            _byKey[(type, instance)] = registration = create(instance);
        }
        return (TRegistration)registration;
    }

    /// <summary>Adds a client; an instance gets all parts of its class under its key.</summary>
    public void Register(ClientRegistration client)
    {
        _clients.Add(client);
        if (client.Instance is not null && _parts.TryGetValue(client.ClientType, out var parts))
        {
            parts.ForEach(part => part(client.Instance));
        }
    }

    /// <summary>Adds a part of a class, which registers itself for each instance.</summary>
    public void AddPart(Type type, Action<string> part)
    {
        if (!_parts.TryGetValue(type, out var parts))
        {
            _parts.Add(type, parts = []);
        }
        parts.Add(part);
        foreach (var client in _clients)
        {
            if (client.ClientType == type && client.Instance is not null)
            {
                part(client.Instance);
            }
        }
    }

    public void Remove(Type type) => _clients.RemoveAll(client => client.ClientType == type && client.Instance is null);

    /// <summary>What is wrong with names.</summary>
    public IEnumerable<string> NameProblems()
    {
        foreach (var group in _clients.GroupBy(static client => client.Definition.Name, StringComparer.OrdinalIgnoreCase))
        {
            var types = group.Select(static client => client.ClientType).Distinct().ToList();
            if (types.Count > 1)
            {
                yield return $"{types.Count} clients have the name '{group.Key}' ({string.Join(", ", types.Select(static type => type.FullName))}): give each its own with Name = on its attribute.";
            }
        }
        foreach (var group in _clients.Where(static client => client.Instance is not null).GroupBy(static client => client.Instance!, StringComparer.OrdinalIgnoreCase))
        {
            var clients = group.DistinctBy(static client => client.Name.Full, StringComparer.OrdinalIgnoreCase).ToList();
            if (clients.Count > 1 && !string.IsNullOrEmpty(Configuration["ConnectionStrings:" + group.Key]))
            {
                yield return $"ConnectionStrings:{group.Key} would be the address of {string.Join(" and ", clients.Select(static client => client.Name))}: set {string.Join(" and ", clients.Select(static client => $"Integrations:{client.Name}:{client.AddressKey}"))} in its place.";
            }
        }
    }
}
