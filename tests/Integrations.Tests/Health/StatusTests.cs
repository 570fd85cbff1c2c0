using System.Net;
using Golden;
using Integrations.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Integrations.Tests.Health;

public sealed class StatusTests
{
    private readonly FakeTimeProvider _clock = Storefront.Clock();

    [Fact]
    public async Task Status_follows_the_breaker_and_the_history_says_when_and_why()
    {
        var status = HttpStatusCode.OK;
        using var host = Watched.Host(_clock, _ => status == HttpStatusCode.OK ? StubHandler.Json(Storefront.Product) : StubHandler.Status(status), []);
        var (client, catalog) = (host.Services.GetRequiredService<StorefrontClient>(), host.Services.GetRequiredService<IIntegrationCatalog>());
        Assert.Equal(IntegrationStatus.Unknown, catalog.Find("storefront")!.Status);
        await Watched.PostAsync(client, 1);
        Assert.Equal((IntegrationStatus.Healthy, null), (catalog.Find("Storefront")!.Status, catalog.Find("Storefront")!.Reason));

        _clock.Advance(TimeSpan.FromMinutes(1));
        status = HttpStatusCode.InternalServerError;
        await Watched.PostAsync(client, 12);
        var broken = catalog.Find("Storefront")!;
        Assert.Equal((IntegrationStatus.Degraded, "the circuit breaker is open", false), (broken.Status, broken.Reason, broken.IsAvailable));
        Assert.Equal([new(null, BreakerState.Open)], broken.Breakers);

        _clock.Advance(TimeSpan.FromSeconds(31));
        status = HttpStatusCode.OK;
        await Watched.PostAsync(client, 1);
        var well = catalog.Find("Storefront")!;
        Assert.Equal((IntegrationStatus.Healthy, _clock.GetUtcNow(), null), (well.Status, well.Since, well.Reason));
        Assert.Equal([new(null, BreakerState.Closed)], well.Breakers);
        Assert.Equal(
            [(IntegrationStatus.Healthy, null), (IntegrationStatus.Degraded, "calls fail: 500"), (IntegrationStatus.Healthy, null)],
            well.History.Select(change => (change.Status, change.Reason)));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 1, 0, TimeSpan.Zero), well.History[1].At);
    }

    [Fact]
    public async Task Latency_is_that_of_the_last_call()
    {
        using var host = Watched.Host(
            _clock,
            _ =>
            {
                _clock.Advance(TimeSpan.FromMilliseconds(120));
                return StubHandler.Json(Storefront.Product);
            },
            []);
        var catalog = host.Services.GetRequiredService<IIntegrationCatalog>();
        Assert.Null(catalog.Find("Storefront")!.Latency);
        await Watched.PostAsync(host.Services.GetRequiredService<StorefrontClient>(), 1);
        var info = catalog.Find("Storefront")!;
        Assert.Equal((TimeSpan.FromMilliseconds(120), TimeSpan.FromMilliseconds(120)), (info.Latency, info.History[0].Latency));
    }

    [Fact]
    public async Task A_required_integration_is_unhealthy_while_its_breaker_is_open_and_lets_calls_come_afterwards()
    {
        using var host = Watched.Host(_clock, _ => StubHandler.Status(HttpStatusCode.BadGateway), new() { ["Integrations:Storefront:Required"] = "true" });
        var (client, catalog) = (host.Services.GetRequiredService<StorefrontClient>(), host.Services.GetRequiredService<IIntegrationCatalog>());
        await Watched.PostAsync(client, 12);
        Assert.Equal(IntegrationStatus.Unhealthy, catalog.Find("Storefront")!.Status);

        // Nobody calls meanwhile, because the load balancer has let go of the program.
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(IntegrationStatus.Degraded, catalog.Find("Storefront")!.Status);
    }

    [Fact]
    public async Task A_pause_degrades_until_it_is_over()
    {
        using var host = Watched.Host(_clock, _ => StubHandler.Status(HttpStatusCode.TooManyRequests, "60"), []);
        var catalog = host.Services.GetRequiredService<IIntegrationCatalog>();
        await Watched.PostAsync(host.Services.GetRequiredService<StorefrontClient>(), 1);
        Assert.Equal((IntegrationStatus.Degraded, "the server asked to pause"), (catalog.Find("Storefront")!.Status, catalog.Find("Storefront")!.Reason));
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(IntegrationStatus.Healthy, catalog.Find("Storefront")!.Status);
    }

    [Fact]
    public async Task An_exhausted_limit_degrades_until_there_are_permits_again()
    {
        using var host = Watched.Host(
            _clock,
            _ => StubHandler.Json(Storefront.Product),
            new() { ["Integrations:Storefront:RateLimit:Permits"] = "2", ["Integrations:Storefront:RateLimit:PerSeconds"] = "10" });
        var (client, catalog) = (host.Services.GetRequiredService<StorefrontClient>(), host.Services.GetRequiredService<IIntegrationCatalog>());
        await Watched.PostAsync(client, 1);
        Assert.Equal(IntegrationStatus.Healthy, catalog.Find("Storefront")!.Status);
        await Watched.PostAsync(client, 1);
        Assert.Equal((IntegrationStatus.Degraded, "a limit is exhausted"), (catalog.Find("Storefront")!.Status, catalog.Find("Storefront")!.Reason));
        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(IntegrationStatus.Healthy, catalog.Find("Storefront")!.Status);
    }

    [Fact]
    public async Task Only_the_last_changes_are_kept()
    {
        var fails = false;
        using var host = Watched.Host(_clock, _ => fails ? StubHandler.Status(HttpStatusCode.Unauthorized) : StubHandler.Json(Storefront.Product), []);
        var client = host.Services.GetRequiredService<StorefrontClient>();
        for (var i = 0; i < 50; i++)
        {
            fails = i % 2 == 1;
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Watched.PostAsync(client, 3);
        }
        var history = host.Services.GetRequiredService<IIntegrationCatalog>().Find("Storefront")!.History;
        Assert.Equal(32, history.Count);
        Assert.Equal((IntegrationStatus.Degraded, "calls fail: 401"), (history[^1].Status, history[^1].Reason));
        Assert.Equal(history.OrderBy(change => change.At), history);
    }

    [Fact]
    public async Task Nothing_that_is_secret_is_in_a_reason()
    {
        const string Canary = "c4n4ry-s3cret";
        using var host = Watched.Host(
            _clock,
            _ => throw new HttpRequestException(Canary),
            new() { ["Integrations:Storefront:Auth:Token"] = Canary });
        var catalog = host.Services.GetRequiredService<IIntegrationCatalog>();
        await Watched.PostAsync(host.Services.GetRequiredService<StorefrontClient>(), 4);
        var info = catalog.Find("Storefront")!;
        Assert.Equal("calls fail: connection", info.Reason);
        Assert.DoesNotContain(Canary, string.Join('\n', info.History) + info.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public void An_integration_that_is_switched_off_says_so()
    {
        using var host = Watched.Host(_clock, _ => StubHandler.Json("{}"), new() { ["Integrations:Storefront:Enabled"] = "false" });
        Assert.Equal(IntegrationStatus.Disabled, host.Services.GetRequiredService<IIntegrationCatalog>().Find("Storefront")!.Status);
    }

    [Fact]
    public void Clients_are_found_by_name_in_any_case()
    {
        using var host = Watched.Host(_clock, _ => StubHandler.Json("{}"), []);
        var catalog = host.Services.GetRequiredService<IIntegrationCatalog>();
        var client = host.Services.GetRequiredService<StorefrontClient>();
        Assert.Same(client, catalog.FindClient<StorefrontClient>("STOREFRONT"));
        Assert.Same(client, catalog.FindClient<object>("storefront"));
        Assert.Null(catalog.FindClient<string>("Storefront"));
        Assert.Null(catalog.FindClient<StorefrontClient>("Store"));
        Assert.Null(catalog.Find("Store"));
    }
}
