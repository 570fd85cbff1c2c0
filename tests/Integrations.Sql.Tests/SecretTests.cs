using Integrations.Sql.Tests.Support;
using Integrations.Tests.Shared;
using Npgsql;

namespace Integrations.Sql.Tests;

/// <summary>Connection strings in files, passwords of their own: on a server that asks for passwords.</summary>
public sealed class SecretTests : IAsyncLifetime, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("secret-").FullName;
    private PostgresServer _server = null!;
    private string _connectionString = "";

    private string SecretPath => _folder + "/secret";

    public async Task InitializeAsync()
    {
        _server = await PostgresServer.StartAsync("password_encryption=scram-sha-256");
        await SetPasswordAsync("first");
        // From here on this user is asked for a password; the tests' own is trusted as before.
        await RunAsync("copy (select 'host all asked 127.0.0.1/32 scram-sha-256') to program 'cat > pg_hba.new && cat pg_hba.conf >> pg_hba.new && mv pg_hba.new pg_hba.conf'");
        await RunAsync("select pg_reload_conf()");
        _connectionString = $"Host=127.0.0.1;Port={_server.Port};Username=asked;Database=postgres";
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(_connectionString + ";Pooling=false");
                await connection.OpenAsync();
                Assert.True(DateTime.UtcNow < deadline, "The server asks for no password.");
                await Task.Delay(50);
            }
            catch (NpgsqlException)
            {
                return;
            }
        }
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_connection_string_may_stand_in_a_file()
    {
        await File.WriteAllTextAsync(SecretPath, _connectionString + ";Password=first\n");
        Assert.Equal(1, await UseAsync(new() { ["ConnectionStringFile"] = SecretPath, ["Engine"] = "Postgres" }));
        var missing = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => UseAsync(new() { ["ConnectionStringFile"] = SecretPath + "2", ["Engine"] = "Postgres" }));
        Assert.Contains("Integrations:Conforming:ConnectionStringFile", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_of_its_own_is_read_again_for_each_connection()
    {
        Assert.Equal(1, await UseAsync(new() { ["ConnectionString"] = _connectionString, ["Password"] = "first" }));
        var refused = await Assert.ThrowsAsync<SqlException>(() => UseAsync(new() { ["ConnectionString"] = _connectionString, ["Password"] = "CANARY" }));
        Assert.Equal(SqlErrorKind.Permission, refused.Kind);
        Assert.DoesNotContain("CANARY", refused.ToString(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(SecretPath, "first");
        var client = Connect(new() { ["ConnectionString"] = _connectionString + ";Pooling=false", ["PasswordFile"] = SecretPath });
        Assert.Equal(1, await client.UseAsync());
        await SetPasswordAsync("second");
        await File.WriteAllTextAsync(SecretPath, "second");
        await Task.Delay(1100);
        Assert.Equal(1, await client.UseAsync());
        File.Delete(SecretPath);
        await Task.Delay(1100);
        var gone = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => client.UseAsync());
        Assert.Contains("Integrations:Conforming:PasswordFile", gone.Message, StringComparison.Ordinal);
        await client.Database.DisposeAsync();
    }

    [Fact]
    public async Task A_vault_is_asked_where_nothing_else_has_it()
    {
        var vault = new Vault("first");
        Assert.Equal(1, await UseAsync(new() { ["ConnectionString"] = _connectionString }, vault));
        Assert.Equal([("Conforming", "Password")], vault.Asked);
        Assert.Equal(1, await UseAsync(new() { ["ConnectionString"] = _connectionString + ";Password=first" }, new Vault("wrong")));
        Assert.Equal(1, await UseAsync(new() { ["ConnectionString"] = _connectionString, ["Password"] = "first" }, new Vault("wrong")));
        var nothing = await Assert.ThrowsAsync<SqlException>(() => UseAsync(new() { ["ConnectionString"] = _connectionString }, new Vault(null)));
        Assert.Equal(SqlErrorKind.Permission, nothing.Kind);
    }

    private static async Task<int> UseAsync(Dictionary<string, string> settings, ISecretSource? vault = null)
    {
        var client = Connect(settings, vault);
        await using (client.Database)
            return await client.UseAsync();
    }

    private static ConformingDatabase Connect(Dictionary<string, string> settings, ISecretSource? vault = null) => SqlClient.Create<ConformingDatabase>(options =>
    {
        options.SecretSource = vault;
        foreach (var (key, value) in settings)
            options.Settings[key] = value;
    });

    private Task SetPasswordAsync(string password) => RunAsync($"do $$ begin if not exists (select from pg_roles where rolname = 'asked') then create role asked login; end if; end $$; alter role asked password '{password}'");

    private async Task RunAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(_server.ConnectionString(more: "Pooling=false"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Vault(string? value) : ISecretSource
    {
        public List<(string, string)> Asked { get; } = [];

        public ValueTask<string?> GetSecretAsync(string integration, string key, CancellationToken cancellationToken)
        {
            Asked.Add((integration, key));
            return new(value);
        }
    }
}
