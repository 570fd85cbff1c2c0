using System.Net;
using Integrations.Tests.Support;

namespace Integrations.Tests.Resilience;

public sealed class BreakerTests
{
    private static readonly OperationDescriptor s_post = new("POST", "/x");

    [Fact]
    public async Task Ten_failures_open_it_and_a_probe_that_succeeds_closes_it()
    {
        var clock = Storefront.Clock();
        var status = HttpStatusCode.InternalServerError;
        var handler = new StubHandler((_, _, _) => Task.FromResult(StubHandler.Status(status)));
        var api = Api.Over(handler, s_post, options => options.TimeProvider = clock);
        for (var i = 0; i < 10; i++)
        {
            using var response = await api.SendResponseAsync(Api.Request(s_post), default);
            Assert.Equal(HttpStatusCode.InternalServerError, response.Status);
        }
        clock.Advance(TimeSpan.FromSeconds(10));
        var exception = await Assert.ThrowsAsync<ApiUnavailableException>(() => api.SendAsync(Api.Request(s_post), default));
        Assert.Equal(TimeSpan.FromSeconds(20), exception.RetryAfter);
        Assert.Contains("20 s", exception.Message, StringComparison.Ordinal);
        Assert.Equal(10, handler.Count);

        status = HttpStatusCode.OK;
        clock.Advance(TimeSpan.FromSeconds(20));
        await api.SendAsync(Api.Request(s_post), default);
        await api.SendAsync(Api.Request(s_post), default);
        Assert.Equal(12, handler.Count);
    }

    [Fact]
    public async Task A_probe_that_its_caller_cancels_proves_nothing()
    {
        var clock = Storefront.Clock();
        using var source = new CancellationTokenSource();
        var handler = new StubHandler(async (index, _, cancellationToken) =>
        {
            if (index == 10)
            {
                await source.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }
            return StubHandler.Status(HttpStatusCode.InternalServerError);
        });
        var api = Api.Over(handler, s_post, options => options.TimeProvider = clock);
        for (var i = 0; i < 10; i++)
        {
            using var response = await api.SendResponseAsync(Api.Request(s_post), default);
        }
        clock.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => api.SendAsync(Api.Request(s_post), source.Token));
        await Assert.ThrowsAsync<ApiUnavailableException>(() => api.SendAsync(Api.Request(s_post), default));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(429)]
    public async Task Answers_below_500_do_not_open_it(int status)
    {
        var handler = new StubHandler(_ => StubHandler.Status((HttpStatusCode)status));
        var api = Api.Over(handler, s_post, options => options.Policies.Add(new RetryAttribute { MaxAttempts = 1 }));
        for (var i = 0; i < 30; i++)
        {
            using var response = await api.SendResponseAsync(Api.Request(s_post), default);
        }
        Assert.Equal(30, handler.Count);
    }

    [Fact]
    public async Task Transport_errors_open_it()
    {
        var handler = new StubHandler(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded));
        var api = Api.Over(handler, s_post);
        for (var i = 0; i < 10; i++)
        {
            await Assert.ThrowsAsync<ApiConnectionException>(() => api.SendAsync(Api.Request(s_post), default));
        }
        await Assert.ThrowsAsync<ApiUnavailableException>(() => api.SendAsync(Api.Request(s_post), default));
    }

    [Fact]
    public async Task Operations_share_the_breaker_of_their_host_even_where_their_retry_is_their_own()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.InternalServerError));
        var client = Storefront.Over(handler, configure: options => options.Policies.Add(new RetryAttribute { MaxAttempts = 1, Operation = "products/get" }));
        for (var i = 0; i < 10; i++)
        {
            using var response = await client.Products.GetResponseAsync(7);
        }
        await Assert.ThrowsAsync<ApiUnavailableException>(() => client.Products.ListAsync());
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.InternalServerError));
        var api = Api.Over(handler, s_post, options => options.Settings["CircuitBreaker:Enabled"] = "false");
        for (var i = 0; i < 30; i++)
        {
            using var response = await api.SendResponseAsync(Api.Request(s_post), default);
        }
        Assert.Equal(30, handler.Count);
    }
}
