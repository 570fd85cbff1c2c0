using System.Net;
using Golden;
using Golden.Storefront;
using Integrations.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Integrations.Tests.Http;

public sealed class StressTests
{
    /// <summary>Buffers, sources and state machines are pooled: under load, with callers that give up in the middle, no call may see another's bytes.</summary>
    [Theory]
    [InlineData(HttpProtocols.Http1)]
    [InlineData(HttpProtocols.Http2)]
    public async Task Calls_that_are_cancelled_in_the_middle_disturb_no_others(HttpProtocols protocol)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocol));
        await using var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Yield();
            await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory((int)body.Length / 2, (int)body.Length - ((int)body.Length / 2)), context.RequestAborted);
        });
        await app.StartAsync();
        var client = IntegrationClient.Create<StorefrontClient>(options =>
        {
            options.BaseAddress = app.Urls.First();
            options.Settings["Auth:Token"] = "token";
            options.AddHandler(_ => new Version(protocol == HttpProtocols.Http2 ? HttpVersion.Version20 : HttpVersion.Version11));
        });
        var (done, cancelled) = (0, 0);
        await Parallel.ForAsync(0, 1500, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
        {
            var name = new string((char)('a' + (i % 26)), 50 + (i * 7 % 6000));
            using var source = new CancellationTokenSource();
            var call = client.Products.CreateAsync(new Product { Id = i, Name = name, State = ProductState.InStock }, source.Token);
            if (i % 3 == 0)
            {
                await Task.Yield();
                await source.CancelAsync();
            }
            try
            {
                var product = await call;
                Assert.Equal((i, name), (product.Id, product.Name));
                Interlocked.Increment(ref done);
            }
            catch (OperationCanceledException) when (source.IsCancellationRequested)
            {
                Interlocked.Increment(ref cancelled);
            }
        });
        Assert.Equal(1500, done + cancelled);
        Assert.True(done >= 1000);
        await app.StopAsync();
    }

    private sealed class Version(System.Version version) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (request.Version, request.VersionPolicy) = (version, HttpVersionPolicy.RequestVersionExact);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
