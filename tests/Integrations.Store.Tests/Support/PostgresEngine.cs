using System.Data.Common;
using Npgsql;

namespace Integrations.Store.Tests.Support;

internal sealed class PostgresEngine(string connectionString) : Engine
{
    public string ConnectionString => connectionString;

    public static async Task<PostgresEngine> StartAsync(PostgresFixture fixture) =>
        new(await fixture.Server.CreateDatabaseAsync(more: "Maximum Pool Size=20;Connection Idle Lifetime=2;Connection Pruning Interval=1"));

    public override IStore Create(Action<StoreOptions>? configure = null)
    {
        var options = new PostgresStoreOptions { ConnectionString = connectionString };
        configure?.Invoke(options);
        return options.CreateStore();
    }

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    public override async Task<DbTransaction> BeginAsync(DbConnection connection) => await connection.BeginTransactionAsync();

    public override string Table(string name) => "integrations." + name;

    public override ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        return ValueTask.CompletedTask;
    }
}
