using Integrations.Sql.Tests.Support;
using Integrations.Tests.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Integrations.Sql.Tests;

/// <summary>Probes of a database that dies and comes back.</summary>
public sealed class ProbeTests
{
    [Fact]
    public async Task A_database_that_dies_is_unhealthy_without_any_call_and_healthy_again_when_it_is_back()
    {
        await using var server = await PostgresServer.StartAsync();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Integrations:Conforming:ConnectionString"] = server.ConnectionString(),
            ["Integrations:Conforming:HealthCheck:Enabled"] = "true",
            ["Integrations:Conforming:HealthCheck:IntervalSeconds"] = "1",
            ["Integrations:Conforming:HealthCheck:TimeoutSeconds"] = "2",
        });
        IntegrationsBuilder.For(builder.Services, builder.Configuration).AddDatabase<ConformingDatabase>();
        using var host = builder.Build();
        await host.StartAsync();
        var catalog = host.Services.GetRequiredService<IIntegrationCatalog>();
        await BecomesAsync(IntegrationStatus.Healthy);
        await server.Kill();
        await BecomesAsync(IntegrationStatus.Degraded);
        await BecomesAsync(IntegrationStatus.Unhealthy);
        await server.StartAgainAsync();
        await BecomesAsync(IntegrationStatus.Healthy);
        await host.StopAsync();

        async Task BecomesAsync(IntegrationStatus status)
        {
            var deadline = DateTime.UtcNow.AddSeconds(30);
            while (catalog.Find("Conforming")!.Status != status)
            {
                Assert.True(DateTime.UtcNow < deadline, $"It is {catalog.Find("Conforming")!.Status}, not {status}.");
                await Task.Delay(20);
            }
        }
    }

    [Fact]
    public async Task Nothing_is_sent_unless_it_is_asked_for()
    {
        var folder = Directory.CreateTempSubdirectory("sqlite-").FullName;
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Integrations:Conforming:ConnectionString"] = $"Data Source={folder}/a.db" });
        IntegrationsBuilder.For(builder.Services, builder.Configuration).AddDatabase<ConformingDatabase>();
        using (var host = builder.Build())
        {
            await host.StartAsync();
            await Task.Delay(1500);
            Assert.False(File.Exists(folder + "/a.db"));
            await host.StopAsync();
        }
        Directory.Delete(folder, recursive: true);
    }
}
