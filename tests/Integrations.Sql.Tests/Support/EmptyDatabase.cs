using Integrations.Tests.Shared;

namespace Integrations.Sql.Tests.Support;

/// <summary>A database without anything in it, and the clients that a test makes of it.</summary>
internal sealed class EmptyDatabase : IAsyncDisposable
{
    private readonly List<SqlDatabase> _clients = [];
    private readonly string? _folder;

    private EmptyDatabase(string connectionString, string? folder) => (ConnectionString, _folder) = (connectionString, folder);

    public string ConnectionString { get; }

    public static async Task<EmptyDatabase> CreateAsync(SqlEngine engine, PostgresServer server)
    {
        var folder = engine == SqlEngine.Sqlite ? Directory.CreateTempSubdirectory("sqlite-").FullName : null;
        return new EmptyDatabase(folder is null ? await server.CreateDatabaseAsync() : $"Data Source={folder}/empty.db", folder);
    }

    public TDatabase Connect<TDatabase>(Action<SqlOptions>? configure = null)
        where TDatabase : class, IIntegrationDatabase<TDatabase>
    {
        var client = SqlClient.Create<TDatabase>(options =>
        {
            options.ConnectionString = ConnectionString;
            configure?.Invoke(options);
        });
        _clients.Add(client.Database);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}
