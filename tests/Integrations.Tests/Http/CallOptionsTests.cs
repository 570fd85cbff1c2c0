using System.Net;
using Golden.Storefront;
using Integrations.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Integrations.Tests.Http;

public sealed class CallOptionsTests
{
    [Fact]
    public async Task Options_count_for_what_With_gives_and_not_for_the_client()
    {
        await using var server = await Start();
        var client = Support.Storefront.At(server);
        var options = new CallOptions { Headers = new Dictionary<string, string> { ["X-Shop"] = "7" }, RequestId = "mine", IdempotencyKey = "once" };
        await client.Products.With(options).GetAsync(7);
        await client.Products.GetAsync(7);
        var requests = server.Requests.ToArray();
        Assert.Equal("7", requests[0].Headers["X-Shop"]);
        Assert.Equal("mine", requests[0].Headers["X-Request-ID"]);
        Assert.Equal("once", requests[0].Headers["Idempotency-Key"]);
        Assert.Equal("Bearer token", requests[0].Headers["Authorization"]);
        Assert.False(requests[1].Headers.ContainsKey("X-Shop"));
        Assert.NotEqual("mine", requests[1].Headers["X-Request-ID"]);
    }

    [Fact]
    public async Task A_header_of_the_options_replaces_the_operation_s_and_options_add_up()
    {
        await using var server = await Start();
        var client = Support.Storefront.At(server).With(new CallOptions { IfNoneMatch = "\"a\"", RequestId = "r" }).With(new CallOptions { IfNoneMatch = "\"b\"" });
        await client.Products.GetAsync(7, ifNoneMatch: "\"c\"");
        var request = Assert.Single(server.Requests);
        Assert.Equal("\"b\"", request.Headers["If-None-Match"]);
        Assert.Equal("r", request.Headers["X-Request-ID"]);
    }

    [Fact]
    public async Task The_timeout_of_a_call_covers_all_its_attempts()
    {
        await using var server = await LoopbackServer.StartAsync(static context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var client = Support.Storefront.At(server);
        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Products.With(new CallOptions { Timeout = TimeSpan.FromMilliseconds(200) }).GetAsync(7));
        Assert.Equal(ApiTimeout.Total, exception.Timeout);
        Assert.Contains("0.2 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idempotency_key_makes_a_POST_be_tried_again()
    {
        var calls = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.StatusCode = ++calls == 1 ? 503 : 201;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Support.Storefront.Product);
        });
        await Support.Storefront.At(server).Products.With(new CallOptions { IdempotencyKey = "k" }).CreateAsync(Support.Storefront.NewProduct());
        Assert.Equal(["k", "k"], server.Requests.Select(static r => r.Headers["Idempotency-Key"]));
    }

    [Theory]
    [InlineData("Authorization", "Bearer other")]
    [InlineData("host", "evil.example.com")]
    [InlineData("X-Shop", "a\r\nX-Evil: 1")]
    [InlineData("X Shop", "a")]
    public void A_header_that_a_call_may_not_set_is_refused_at_once(string name, string value)
    {
        var client = Support.Storefront.Over(new SocketsHttpHandler());
        Assert.Throws<ArgumentException>(() => client.With(new CallOptions { Headers = new Dictionary<string, string> { [name] = value } }));
    }

    [Fact]
    public void A_timeout_that_is_not_positive_is_refused_at_once() =>
        Assert.Throws<ArgumentException>(() => Support.Storefront.Over(new SocketsHttpHandler()).With(new CallOptions { Timeout = TimeSpan.Zero }));

    [Fact]
    public async Task An_interface_gives_With_too()
    {
        await using var server = await Start();
        IProductsOperations products = Support.Storefront.At(server).Products;
        await products.With(new CallOptions { RequestId = "r" }).GetAsync(7);
        Assert.Equal("r", Assert.Single(server.Requests).Headers["X-Request-ID"]);
    }

    [Fact]
    public async Task A_resource_that_did_not_change_is_no_error()
    {
        await using var server = await Start();
        var client = Support.Storefront.At(server);
        using var first = await client.Products.GetResponseAsync(7);
        Assert.Equal("W/\"v1\"", first.ETag);
        Assert.False(first.IsNotModified);
        using var second = await client.Products.With(new CallOptions { IfNoneMatch = first.ETag }).GetResponseAsync(7);
        Assert.True(second.IsNotModified);
        Assert.Null(second.Value);
        Assert.Null(second.Error);
        Assert.Equal("W/\"v1\"", second.ETag);
    }

    [Fact]
    public async Task Options_go_with_every_page()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.Query.Count == 0)
            {
                context.Response.Headers.Append("Link", "</v1/products?page=2>; rel=next");
            }
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("[" + Support.Storefront.Product + "]");
        });
        var products = Support.Storefront.At(server).Products.With(new CallOptions { Headers = new Dictionary<string, string> { ["X-Shop"] = "7" } });
        var count = 0;
        await foreach (var product in products.ListAllAsync())
        {
            count++;
        }
        Assert.Equal(2, count);
        Assert.All(server.Requests, static r => Assert.Equal("7", r.Headers["X-Shop"]));
        Assert.Equal(["/v1/products", "/v1/products?page=2"], server.Requests.Select(static r => r.Target));
    }

    private static Task<LoopbackServer> Start() => LoopbackServer.StartAsync(static async context =>
    {
        context.Response.Headers.ETag = "W/\"v1\"";
        if (context.Request.Headers.IfNoneMatch == "W/\"v1\"")
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotModified;
            return;
        }
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Support.Storefront.Product);
    });
}
