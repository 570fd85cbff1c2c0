using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Integrations.AspNetCore.Tests;

public sealed class HealthEndpointTests
{
    [Fact]
    public async Task A_program_is_live_and_ready_before_anything_was_called()
    {
        await using var program = await Program.StartAsync();
        Assert.Equal((HttpStatusCode.OK, """{"status":"live"}"""), await program.GetAsync("/health/live"));
        Assert.Equal((HttpStatusCode.OK, """{"status":"ready"}"""), await program.GetAsync("/health/ready"));
    }

    [Fact]
    public async Task It_is_not_ready_while_a_required_integration_is_unhealthy_and_still_live()
    {
        await using var program = await Program.StartAsync();
        await program.BreakAsync<ShopClient>();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"unready"}"""), await program.GetAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/health/live")).Status);
    }

    [Fact]
    public async Task It_is_ready_while_another_integration_is_broken()
    {
        await using var program = await Program.StartAsync();
        await program.BreakAsync<OtherClient>();
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/health/ready")).Status);
        var other = (await DetailAsync(program)).GetProperty("integrations").EnumerateArray().Single(i => i.GetProperty("name").GetString() == "Other");
        Assert.Equal("degraded", other.GetProperty("status").GetString());
    }

    [Fact]
    public async Task It_is_ready_while_the_health_check_of_another_integration_fails()
    {
        await using var program = await Program.StartAsync(answer: HttpStatusCode.InternalServerError, settings: new()
        {
            ["Integrations:Other:HealthCheck:Operation"] = "GET /zen",
            ["Integrations:Other:HealthCheck:FailureThreshold"] = "1",
        });
        var catalog = program.Services.GetRequiredService<IIntegrationCatalog>();
        for (var i = 0; catalog.Find("Other")!.Status != IntegrationStatus.Unhealthy && i < 1000; i++)
        {
            await Task.Delay(10);
        }
        Assert.Equal((IntegrationStatus.Unhealthy, "the health check fails: 500"), (catalog.Find("Other")!.Status, catalog.Find("Other")!.Reason));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/health/ready")).Status);
        Assert.Equal("unhealthy", (await DetailAsync(program)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("true", HttpStatusCode.ServiceUnavailable)]
    [InlineData("false", HttpStatusCode.OK)]
    public async Task Configuration_decides_what_is_required(string required, HttpStatusCode expected)
    {
        await using var program = await Program.StartAsync(settings: new() { ["Integrations:Other:Required"] = required });
        await program.BreakAsync<OtherClient>();
        Assert.Equal(expected, (await program.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task An_integration_that_is_switched_off_keeps_nothing_from_being_ready()
    {
        await using var program = await Program.StartAsync(settings: new() { ["Integrations:Shop:Enabled"] = "false" });
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/health/ready")).Status);
        Assert.Equal("unknown", (await DetailAsync(program)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_detail_tells_status_reason_latency_breakers_and_history()
    {
        await using var program = await Program.StartAsync();
        using (await program.Services.GetRequiredService<ShopClient>().SendRawAsync(HttpMethod.Get, "/x"))
        {
        }
        await program.BreakAsync<ShopClient>();
        var detail = await DetailAsync(program);
        Assert.Equal(("unhealthy", false), (detail.GetProperty("status").GetString(), detail.GetProperty("ready").GetBoolean()));
        var shop = detail.GetProperty("integrations").EnumerateArray().Single(i => i.GetProperty("name").GetString() == "Shop");
        Assert.Equal(("unhealthy", "the circuit breaker is open", "500"), (Text(shop, "status"), Text(shop, "reason"), Text(shop, "lastError")));
        Assert.True(shop.GetProperty("required").GetBoolean());
        Assert.InRange(shop.GetProperty("latencyMilliseconds").GetDouble(), 0, 10000);
        Assert.InRange(shop.GetProperty("since").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        Assert.Equal("open", Text(Assert.Single(shop.GetProperty("breakers").EnumerateArray()), "state"));
        Assert.Equal(["healthy", "unhealthy"], shop.GetProperty("history").EnumerateArray().Select(change => Text(change, "status")));
    }

    [Fact]
    public async Task The_detail_is_not_there_for_strangers()
    {
        await using var program = await Program.StartAsync();
        Assert.Equal((HttpStatusCode.NotFound, ""), await program.GetAsync("/health/integrations"));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/health/integrations", "somebody")).Status);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("somebody", HttpStatusCode.Forbidden)]
    [InlineData("operator", HttpStatusCode.OK)]
    public async Task A_policy_decides_who_sees_the_detail(string? user, HttpStatusCode expected)
    {
        await using var program = await Program.StartAsync(options => options.HealthDetailPolicy = "operators");
        Assert.Equal(expected, (await program.GetAsync("/health/integrations", user)).Status);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/health/ready", user)).Status);
    }

    [Theory]
    [InlineData(HealthDetailAccess.Everyone, HttpStatusCode.OK)]
    [InlineData(HealthDetailAccess.Nobody, HttpStatusCode.NotFound)]
    public async Task The_detail_can_be_for_everyone_or_nobody(HealthDetailAccess access, HttpStatusCode expected)
    {
        await using var program = await Program.StartAsync(options => options.HealthDetail = access);
        Assert.Equal(expected, (await program.GetAsync("/health/integrations", access == HealthDetailAccess.Nobody ? "operator" : null)).Status);
    }

    [Fact]
    public async Task Paths_can_be_others_and_HEAD_has_no_body()
    {
        await using var program = await Program.StartAsync(options => options.HealthPath = "/ops/");
        using var response = await program.Http.SendAsync(new(HttpMethod.Head, "/ops/ready"));
        Assert.Equal((HttpStatusCode.OK, 18L), (response.StatusCode, response.Content.Headers.ContentLength));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task Health_checks_of_ASPNET_know_the_integrations_too()
    {
        await using var program = await Program.StartAsync(more: app => app.MapHealthChecks("/healthz"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await program.GetAsync("/healthz"));
        await program.BreakAsync<OtherClient>();
        Assert.Equal((HttpStatusCode.OK, "Degraded"), await program.GetAsync("/healthz"));
        await program.BreakAsync<ShopClient>();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await program.GetAsync("/healthz"));
    }

    [Fact]
    public void Without_integrations_the_error_says_what_to_call()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        Assert.Contains("AddIntegrations()", Assert.Throws<InvalidOperationException>(() => app.MapIntegrations()).Message, StringComparison.Ordinal);
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static async Task<JsonElement> DetailAsync(Program program)
    {
        var (status, body) = await program.GetAsync("/health/integrations", "somebody");
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonDocument.Parse(body).RootElement;
    }
}
