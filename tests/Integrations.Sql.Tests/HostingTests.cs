using Integrations.Sql.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Integrations.Sql.Tests;

[Collection(PostgresDefinition.Name)]
public sealed class HostingTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Configuration_chooses_the_engine_and_the_catalogue_lists_the_statements()
    {
        await using var databases = await Databases.CreateAsync(SqlEngine.Postgres, postgres.Server);
        await using var provider = Services(new() { ["ConnectionStrings:Orders"] = databases.ConnectionString });
        var orders = provider.GetRequiredService<OrdersDatabase>();
        Assert.Equal(SqlEngine.Postgres, orders.Database.Engine);
        Assert.Equal(0, await orders.CountAsync());
        var info = Assert.Single(provider.GetRequiredService<IIntegrationCatalog>().Integrations, static info => info.Definition.Name == "Orders");
        Assert.Equal("Orders", info.Definition.Name);
        var recent = info.Definition.Operations.Single(static o => o.Id == "RecentAsync");
        Assert.Equal(("SELECT", "orders", "SELECT orders", false), (recent.Method, recent.Path, recent.Name, recent.Idempotent));
        Assert.NotNull(info.LastSuccess);
        var health = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Healthy, health.Entries["Orders"].Status);
    }

    [Fact]
    public async Task Without_a_connection_string_SQLite_is_the_default()
    {
        await using var provider = Services(new() { ["Integrations:Orders:ConnectionString"] = "Data Source=:memory:" });
        var orders = provider.GetRequiredService<OrdersDatabase>();
        Assert.Equal(SqlEngine.Sqlite, orders.Database.Engine);
        await orders.Sql.ExecuteAsync($"create table counters (name text, value integer)");
        await orders.Sql.ExecuteAsync($"insert into counters values ('a', 4)");
        Assert.Equal(4, await orders.CounterAsync("a"));
        await using var bare = Services([]);
        Assert.Equal(SqlEngine.Sqlite, bare.GetRequiredService<OrdersDatabase>().Database.Engine);
    }

    [Fact]
    public async Task A_data_source_that_is_registered_is_used_and_not_disposed()
    {
        await using var databases = await Databases.CreateAsync(SqlEngine.Postgres, postgres.Server);
        await using var source = NpgsqlDataSource.Create(databases.ConnectionString + ";Application Name=theirs");
        await using (var provider = Services(new() { ["Integrations:Orders:Engine"] = "postgres" }, services => services.AddSingleton(source)))
        {
            var orders = provider.GetRequiredService<OrdersDatabase>();
            Assert.Equal(["theirs"], await orders.Sql.ListAsync($"select current_setting('application_name')", static row => row.GetString(0)));
        }
        await using var connection = await source.OpenConnectionAsync();
    }

    [Fact]
    public async Task A_keyed_instance_has_settings_of_its_own()
    {
        await using var databases = await Databases.CreateAsync(SqlEngine.Postgres, postgres.Server);
        await using var reports = await Databases.CreateAsync(SqlEngine.Postgres, postgres.Server);
        await databases.Orders.PlaceAsync(Guid.NewGuid(), Guid.NewGuid(), 1);
        await using var provider = Services(
            new() { ["ConnectionStrings:Orders"] = databases.ConnectionString, ["ConnectionStrings:reports"] = reports.ConnectionString },
            integrations: static integrations => integrations.AddKeyedDatabase<OrdersDatabase>("reports").AddKeyedDatabase<OrdersDatabase>("reports"));
        Assert.Equal(1, await provider.GetRequiredService<OrdersDatabase>().CountAsync());
        Assert.Equal(0, await provider.GetRequiredKeyedService<OrdersDatabase>("reports").CountAsync());
        Assert.Equal(2, provider.GetRequiredService<IIntegrationCatalog>().Integrations.Count(static info => info.Definition.Name == "Orders"));
    }

    [Fact]
    public async Task What_is_wrong_is_listed_before_anything_starts_and_holds_no_value()
    {
        await using var provider = Services(new()
        {
            ["Integrations:Orders:Engine"] = "oracle",
            ["Integrations:Orders:Pool:Size"] = "0",
            ["Integrations:Orders:Timeout:TotalSeconds"] = "-1",
        });
        var startup = provider.GetServices<IHostedService>().OfType<IHostedLifecycleService>();
        var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(async () =>
        {
            foreach (var service in startup)
                await service.StartingAsync(default);
        });
        Assert.Equal(3, exception.Problems.Count);
        Assert.Contains(exception.Problems, static p => p.Contains("Integrations:Orders:Engine must be one of Postgres, Sqlite", StringComparison.Ordinal));

        await using var secret = Services(new() { ["ConnectionStrings:Orders"] = "Host=a;Password=hunter2;Nonsense Key=x" });
        var wrong = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => secret.GetRequiredService<OrdersDatabase>().CountAsync());
        Assert.Contains("ConnectionStrings:Orders", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", wrong.ToString(), StringComparison.Ordinal);

        await using var missing = Services(new() { ["Integrations:Orders:Engine"] = "Postgres" });
        var nothing = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => missing.GetRequiredService<OrdersDatabase>().CountAsync());
        Assert.Contains("ConnectionStrings__Orders", nothing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_switched_off_says_so()
    {
        await using var provider = Services(new() { ["Integrations:Orders:Enabled"] = "false" });
        await Assert.ThrowsAsync<IntegrationDisabledException>(() => provider.GetRequiredService<OrdersDatabase>().CountAsync());
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings, Action<IServiceCollection>? more = null, Action<IntegrationsBuilder>? integrations = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        more?.Invoke(services);
        services.AddIntegrations(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), integrations);
        return services.BuildServiceProvider();
    }
}
