using Integrations.Tests.Shared;
using Npgsql;

namespace Integrations.Sql.Tests;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task A_server_of_our_own_starts_is_killed_and_starts_again_with_its_data()
    {
        await using var server = await PostgresServer.StartAsync();
        var connectionString = await server.CreateDatabaseAsync("data", "Pooling=false");
        await RunAsync(connectionString, "create table t (x int); insert into t values (7)");
        await server.Kill();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => RunAsync(connectionString, "select 1"));
        await server.StartAgainAsync();
        Assert.Equal(7, await RunAsync(connectionString, "select x from t"));
    }

    private static async Task<object?> RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
