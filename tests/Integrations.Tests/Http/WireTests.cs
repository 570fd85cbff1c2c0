using System.Net;
using Golden.Storefront;
using Integrations.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Integrations.Tests.Http;

public sealed class WireTests
{
    [Fact]
    public async Task A_get_reads_its_result_and_sends_the_headers_of_the_client()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Support.Storefront.Product));
        var product = await Support.Storefront.At(server).Products.GetAsync(7, ifNoneMatch: "\"x\"");

        Assert.Equal("Kettle", product.Name);
        var request = Assert.Single(server.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal("/v1/products/7", request.Target);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal("Bearer token", request.Headers["Authorization"]);
        Assert.Equal("\"x\"", request.Headers["If-None-Match"]);
        Assert.StartsWith("Integrations/", request.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal(20, request.Headers["X-Request-ID"].Length);
    }

    [Fact]
    public async Task A_query_is_written_with_what_is_given_only()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("[" + Support.Storefront.Product + "]"));
        var client = Support.Storefront.At(server);

        Assert.Single(await client.Products.ListAsync(ProductState.SoldOut, 2, ["a b", "c&d"]));
        Assert.Single(await client.Products.ListAsync());

        Assert.Equal(["/v1/products?state=sold-out&page=2&tags=a%20b&tags=c%26d", "/v1/products"], server.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task A_post_sends_its_body_as_json_with_its_length()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Support.Storefront.Product));
        await Support.Storefront.At(server).Products.CreateAsync(Support.Storefront.NewProduct());

        var request = Assert.Single(server.Requests);
        Assert.Equal(Support.Storefront.Product, request.Body);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal(request.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), request.Headers["Content-Length"]);
    }

    [Fact]
    public async Task An_anonymous_operation_gets_no_credentials()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        await Support.Storefront.At(server).Products.DeleteAsync(7);
        Assert.False(Assert.Single(server.Requests).Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_stream_is_handed_over_before_it_is_complete()
    {
        var more = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync(new byte[] { 1, 2, 3 });
            await context.Response.Body.FlushAsync();
            await more.Task;
            await context.Response.Body.WriteAsync(new byte[] { 4 });
        });
        await using var stream = await Support.Storefront.At(server).Products.PictureAsync(7);
        var buffer = new byte[3];
        await stream.ReadExactlyAsync(buffer);
        more.SetResult();
        Assert.Equal(4, stream.ReadByte());
        Assert.Equal(-1, stream.ReadByte());
        Assert.Equal("image/png", Assert.Single(server.Requests).Headers["Accept"]);
    }

    [Fact]
    public async Task A_compressed_body_counts_as_it_is_after_decompression()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            await gzip.WriteAsync("{\"id\":7,\"name\":\""u8.ToArray());
            await gzip.WriteAsync(new byte[100_000].Select(_ => (byte)'x').ToArray());
            await gzip.WriteAsync("\",\"state\":\"in-stock\"}"u8.ToArray());
        });
        Assert.Equal(100_000, (await Support.Storefront.At(server).Products.GetAsync(7)).Name!.Length);

        var small = Support.Storefront.At(server, options => options.MaxResponseBytes = 50_000);
        var exception = await Assert.ThrowsAsync<ApiException>(() => small.Products.GetAsync(7));
        Assert.Contains("Integrations:Storefront:MaxResponseBytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_connection_says_that_nothing_was_sent()
    {
        string address;
        await using (var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask))
        {
            address = server.Address;
        }
        var client = IntegrationClient.Create<Golden.StorefrontClient>(options =>
        {
            options.BaseAddress = address;
            options.Settings["Auth:Token"] = "token";
            options.Random = () => 0;
        });
        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Products.CreateAsync(Support.Storefront.NewProduct()));
        Assert.False(exception.MayHaveBeenSent);
        Assert.Equal(3, exception.Attempts);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_body_is_retried_for_a_get_only()
    {
        var count = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref count) is 1 or 3)
            {
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("{\"id\":");
                await context.Response.Body.FlushAsync();
                context.Abort();
                return;
            }
            await context.Response.WriteAsync(Support.Storefront.Product);
        });
        var client = Support.Storefront.At(server);
        Assert.Equal(7, (await client.Products.GetAsync(7)).Id);
        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Products.CreateAsync(Support.Storefront.NewProduct()));
        Assert.True(exception.MayHaveBeenSent);
        Assert.Equal(3, count);
    }

    [Fact]
    public async Task Cancellation_reaches_the_wire_and_comes_back_with_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        var aborted = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            source.Cancel();
            await aborted.Task;
        });
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Support.Storefront.At(server).Products.GetAsync(7, cancellationToken: source.Token));
        Assert.Equal(source.Token, exception.CancellationToken);
        await aborted.Task;
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Not_modified_is_an_answer_for_one_method_and_an_exception_for_the_other()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 304;
            context.Response.Headers.ETag = "\"x\"";
            return Task.CompletedTask;
        });
        var client = Support.Storefront.At(server);
        using var response = await client.Products.GetResponseAsync(7, "\"x\"");
        Assert.Equal(HttpStatusCode.NotModified, response.Status);
        Assert.Null(response.Value);
        Assert.Equal("\"x\"", response.Headers["etag"]);
        Assert.Equal(HttpStatusCode.NotModified, (await Assert.ThrowsAsync<ApiException>(() => client.Products.GetAsync(7, "\"x\""))).Status);
    }

    [Fact]
    public async Task Many_calls_at_once_get_each_its_own_answer()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync("{\"id\":" + context.Request.Path.Value!.Split('/')[^1] + ",\"name\":null,\"state\":\"x\"}"));
        var client = Support.Storefront.At(server);
        await Parallel.ForAsync(0, 500, async (i, ct) => Assert.Equal(i, (await client.Products.GetAsync(i, cancellationToken: ct)).Id));
    }
}
