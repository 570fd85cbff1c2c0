using Integrations.Tests.Shared;

namespace Integrations.Store.Tests.Support;

/// <summary>One PostgreSQL for all tests; each makes a database of its own in it.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    internal PostgresServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await PostgresServer.StartAsync("max_connections=100");

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class PostgresDefinition : ICollectionFixture<PostgresFixture>
{
    public const string Name = "PostgreSQL";
}
