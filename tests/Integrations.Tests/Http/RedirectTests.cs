using System.Net;
using Integrations.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Integrations.Tests.Http;

public sealed class RedirectTests
{
    [Fact]
    public async Task A_get_follows_within_its_origin_with_its_credentials()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path == "/v1/products/7")
            {
                context.Response.StatusCode = 307;
                context.Response.Headers.Location = "/v2/items/7?x=%2F";
                return Task.CompletedTask;
            }
            return context.Response.WriteAsync(Support.Storefront.Product);
        });
        Assert.Equal(7, (await Support.Storefront.At(server).Products.GetAsync(7)).Id);
        Assert.Equal(["/v1/products/7", "/v2/items/7?x=%2F"], server.Requests.Select(r => r.Target));
        Assert.All(server.Requests, request => Assert.Equal("Bearer token", request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Another_origin_gets_nothing()
    {
        await using var other = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Support.Storefront.Product));
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = other.Address + "/v1/products/7";
            return Task.CompletedTask;
        });
        var exception = await Assert.ThrowsAsync<ApiException>(() => Support.Storefront.At(server).Products.GetAsync(7));
        Assert.Equal(HttpStatusCode.Redirect, exception.Status);
        Assert.Equal(other.Address + "/v1/products/7", exception.Headers["Location"]);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_post_does_not_follow()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 308;
            context.Response.Headers.Location = "/v2";
            return Task.CompletedTask;
        });
        await Assert.ThrowsAsync<ApiException>(() => Support.Storefront.At(server).Products.CreateAsync(Support.Storefront.NewProduct()));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_circle_ends_after_five()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = context.Request.Path.Value;
            return Task.CompletedTask;
        });
        await Assert.ThrowsAsync<ApiException>(() => Support.Storefront.At(server).Products.GetAsync(7));
        Assert.Equal(6, server.Requests.Count);
    }
}
