using System.Net;
using Golden;
using Integrations.Tests.Hosting;
using Integrations.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrations.Tests.Health;

public sealed class HealthTests
{
    [Theory]
    [InlineData(false, HealthStatus.Degraded)]
    [InlineData(true, HealthStatus.Unhealthy)]
    public async Task Health_is_what_calls_saw(bool required, HealthStatus open)
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.InternalServerError));
        using var host = HostingTests.Host(
            new() { ["Integrations:Storefront:Auth:Token"] = "t", ["Integrations:Storefront:Required"] = required ? "true" : null },
            integrations => integrations.Configure<StorefrontClient>(options => (options.PrimaryHandler, options.TimeProvider) = (handler, Storefront.Clock())));
        var checks = host.Services.GetRequiredService<HealthCheckService>();
        var client = host.Services.GetRequiredService<StorefrontClient>();
        Assert.Equal(HealthStatus.Healthy, (await checks.CheckHealthAsync()).Status);

        using var first = await client.Products.CreateResponseAsync(Storefront.NewProduct());
        var entry = (await checks.CheckHealthAsync()).Entries["Storefront"];
        Assert.Equal((HealthStatus.Healthy, 1, "500"), (entry.Status, entry.Data["consecutiveFailures"], entry.Data["lastError"]));

        for (var i = 0; i < 9; i++)
        {
            using var response = await client.Products.CreateResponseAsync(Storefront.NewProduct());
        }
        entry = (await checks.CheckHealthAsync()).Entries["Storefront"];
        Assert.Equal(open, entry.Status);
        Assert.Contains("circuit breaker", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_credentials_count_and_a_missing_thing_does_not()
    {
        var status = HttpStatusCode.Unauthorized;
        var handler = new StubHandler((_, _, _) => Task.FromResult(StubHandler.Status(status)));
        using var host = HostingTests.Host(
            new() { ["Integrations:Storefront:Auth:Token"] = "t" },
            integrations => integrations.Configure<StorefrontClient>(options => options.PrimaryHandler = handler));
        var client = host.Services.GetRequiredService<StorefrontClient>();
        var catalog = host.Services.GetRequiredService<IIntegrationCatalog>();
        using var first = await client.Products.GetResponseAsync(7);
        Assert.Equal((1, "401"), (catalog.Integrations[0].ConsecutiveFailures, catalog.Integrations[0].LastError));
        status = HttpStatusCode.NotFound;
        using var second = await client.Products.GetResponseAsync(7);
        Assert.Equal(0, catalog.Integrations[0].ConsecutiveFailures);
    }
}
