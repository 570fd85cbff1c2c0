using System.Net;
using System.Text;
using Integrations.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Integrations.Tests.Http;

public sealed class RawCallTests
{
    [Fact]
    public async Task A_raw_call_has_credentials_and_retries_and_goes_below_the_base_address()
    {
        var calls = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.StatusCode = ++calls == 1 ? 503 : 200;
            await context.Response.WriteAsync("""{"a":1}""");
        });
        using var response = await Support.Storefront.At(server).SendRawJsonAsync(HttpMethod.Get, "/new/thing?q=a%2Fb");
        Assert.Equal(1, response.Value.GetProperty("a").GetInt32());
        Assert.Equal(2, response.Attempts);
        Assert.All(server.Requests, static r => Assert.Equal(("/v1/new/thing?q=a%2Fb", "Bearer token"), (r.Target, r.Headers["Authorization"])));
    }

    [Fact]
    public async Task A_raw_call_sends_its_content_and_gives_a_stream()
    {
        await using var server = await LoopbackServer.StartAsync(static context => context.Response.WriteAsync("pong"));
        using var content = new StringContent("ping", Encoding.UTF8, "text/plain");
        using var response = await Support.Storefront.At(server).SendRawAsync(HttpMethod.Post, "/ping", content);
        Assert.Equal("pong", await new StreamReader(response.Value!).ReadToEndAsync());
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "ping"), (request.Method, request.Body));
    }

    [Fact]
    public async Task An_error_is_an_answer()
    {
        await using var server = await LoopbackServer.StartAsync(static context =>
        {
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("none");
        });
        using var response = await Support.Storefront.At(server).SendRawAsync(HttpMethod.Get, "/none");
        Assert.Equal(HttpStatusCode.NotFound, response.Status);
        Assert.Null(response.Value);
        Assert.Equal("none", response.ErrorBody);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("https://evil.example.com/")]
    [InlineData("//evil.example.com/")]
    [InlineData("/\\evil.example.com/")]
    [InlineData("@evil.example.com/")]
    [InlineData("/a/../../admin")]
    [InlineData("/a/%2e%2e/admin")]
    [InlineData("/a b")]
    [InlineData("/ä")]
    [InlineData("/a#b")]
    [InlineData("/a\r\nb")]
    public async Task A_path_that_leads_elsewhere_is_refused(string path)
    {
        var client = Support.Storefront.Over(new SocketsHttpHandler());
        await Assert.ThrowsAsync<ArgumentException>(() => client.SendRawAsync(HttpMethod.Get, path));
    }
}
