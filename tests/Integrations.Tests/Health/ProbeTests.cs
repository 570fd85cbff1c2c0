using System.Net;
using Golden;
using Integrations.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Integrations.Tests.Health;

public sealed class ProbeTests
{
    private readonly FakeTimeProvider _clock = Storefront.Clock();

    [Fact]
    public async Task A_client_is_probed_in_the_background_with_its_own_credentials()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.OK));
        using var host = Watched.Host(_clock, handler, Check("GET /zen?quick=true"));
        await host.StartAsync();
        await SeenAsync(handler, 1);
        Assert.True(handler.Requests.TryDequeue(out var request));
        Assert.EndsWith("/zen?quick=true", request.RequestUri!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("Bearer t", request.Headers.Authorization?.ToString());
        await StatusAsync(host, IntegrationStatus.Healthy);
        await AdvanceAsync(handler, 2);
        await host.StopAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, handler.Count);
    }

    [Fact]
    public async Task It_is_degraded_at_first_and_unhealthy_at_the_threshold_and_one_success_makes_it_well()
    {
        var status = HttpStatusCode.NotFound;
        var handler = new StubHandler((_, _, _) => Task.FromResult(StubHandler.Status(status)));
        using var host = Watched.Host(_clock, handler, Check("GET /zen"));
        await host.StartAsync();
        await StatusAsync(host, IntegrationStatus.Degraded, "the health check fails: 404");
        await AdvanceAsync(handler, 2);
        await StatusAsync(host, IntegrationStatus.Unhealthy, "the health check fails: 404");
        status = HttpStatusCode.NoContent;
        await AdvanceAsync(handler, 3);
        await StatusAsync(host, IntegrationStatus.Healthy);
    }

    [Fact]
    public async Task A_probe_is_one_attempt_and_costs_no_retry()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.ServiceUnavailable));
        using var host = Watched.Host(_clock, handler, Check("GET /zen"));
        await host.StartAsync();
        await StatusAsync(host, IntegrationStatus.Degraded, "the health check fails: 503");
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task A_probe_that_hangs_times_out_and_no_other_begins_meanwhile()
    {
        var handler = new StubHandler(async (_, _, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return null!;
        });
        using var host = Watched.Host(_clock, handler, Check("GET /zen", ("TimeoutSeconds", "5"), ("IntervalSeconds", "1")));
        await host.StartAsync();
        await SeenAsync(handler, 1);
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(1, handler.Count);
        _clock.Advance(TimeSpan.FromSeconds(2));
        await StatusAsync(host, IntegrationStatus.Degraded, "the health check fails: total_timeout");
    }

    [Fact]
    public async Task Stopping_the_program_ends_a_probe_that_hangs()
    {
        var handler = new StubHandler(async (_, _, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return null!;
        });
        using var host = Watched.Host(_clock, handler, Check("GET /zen"));
        await host.StartAsync();
        await SeenAsync(handler, 1);
        await host.StopAsync().WaitAsync(Storefront.Patience);
        Assert.Equal(IntegrationStatus.Unknown, host.Services.GetRequiredService<IIntegrationCatalog>().Find("Storefront")!.Status);
    }

    [Theory]
    [InlineData("HealthCheck:Enabled")]
    [InlineData("Enabled")]
    public async Task Nothing_is_probed_where_it_is_switched_off(string key)
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.OK));
        var settings = Check("GET /zen");
        settings["Integrations:Storefront:" + key] = "false";
        using var host = Watched.Host(_clock, handler, settings);
        await host.StartAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        await Task.Delay(100);
        Assert.Equal(0, handler.Count);
    }

    [Fact]
    public async Task Calls_that_answer_do_not_hide_a_check_that_fails()
    {
        var handler = new StubHandler((_, request, _) => Task.FromResult(
            request.RequestUri!.AbsolutePath.EndsWith("/zen", StringComparison.Ordinal) ? StubHandler.Status(HttpStatusCode.InternalServerError) : StubHandler.Json(Storefront.Product)));
        using var host = Watched.Host(_clock, handler, Check("GET /zen", ("FailureThreshold", "1")));
        await host.StartAsync();
        await StatusAsync(host, IntegrationStatus.Unhealthy, "the health check fails: 500");
        await Watched.PostAsync(host.Services.GetRequiredService<StorefrontClient>(), 2);
        await StatusAsync(host, IntegrationStatus.Unhealthy, "the health check fails: 500");
    }

    [Theory]
    [InlineData("zen", "neither an operation")]
    [InlineData("POST /zen", "GET, HEAD or OPTIONS")]
    [InlineData("products/get", "parameters in its path")]
    [InlineData("GET zen", "begin with one '/'")]
    public async Task What_cannot_be_probed_is_said_at_start_up(string operation, string problem)
    {
        using var host = Watched.Host(_clock, new StubHandler(_ => null!), Check(operation));
        var thrown = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => host.StartAsync());
        Assert.Contains("Integrations:Storefront:HealthCheck:Operation", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(problem, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_attribute_is_overridden_by_configuration_and_says_the_rest()
    {
        var definition = new IntegrationDefinition("Shop")
        {
            BaseAddress = "https://shop.example.com",
            Required = true,
            HealthCheck = new("GET /zen") { IntervalSeconds = 10, TimeoutSeconds = 2, FailureThreshold = 3 },
        };
        var settings = Api.Of(definition, new StubHandler(_ => null!), options => options.Settings["HealthCheck:IntervalSeconds"] = "60").Settings;
        Assert.Equal(
            (true, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(2), 3),
            (settings.Required, settings.HealthCheck!.Interval, settings.HealthCheck.Timeout, settings.HealthCheck.FailureThreshold));
        settings = Api.Of(definition, new StubHandler(_ => null!), options => options.Settings["HealthCheck:TimeoutSeconds"] = "0").Settings;
        Assert.Contains("Integrations:Shop:HealthCheck:TimeoutSeconds must be a number", Assert.Single(settings.Problems), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Check(string operation, params (string Key, string Value)[] others)
    {
        var settings = new Dictionary<string, string?> { ["Integrations:Storefront:HealthCheck:Operation"] = operation };
        foreach (var (key, value) in others)
        {
            settings["Integrations:Storefront:HealthCheck:" + key] = value;
        }
        return settings;
    }

    // The loop runs on other threads: it is given the time to come to its next wait, and the clock then moves.
    private async Task AdvanceAsync(StubHandler handler, int count)
    {
        for (var i = 0; handler.Count < count && i < 500; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(3));
            await Task.Delay(10);
        }
        Assert.Equal(count, handler.Count);
    }

    private static async Task SeenAsync(StubHandler handler, int count)
    {
        for (var i = 0; handler.Count < count && i < 1000; i++)
        {
            await Task.Delay(10);
        }
        Assert.Equal(count, handler.Count);
    }

    private static async Task StatusAsync(IHost host, IntegrationStatus status, string? reason = null)
    {
        var catalog = host.Services.GetRequiredService<IIntegrationCatalog>();
        for (var i = 0; catalog.Find("Storefront")!.Status != status && i < 1000; i++)
        {
            await Task.Delay(10);
        }
        var info = catalog.Find("Storefront")!;
        Assert.Equal((status, reason), (info.Status, info.Reason));
    }
}
