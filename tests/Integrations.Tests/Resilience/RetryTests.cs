using System.Net;
using Integrations.Resilience;
using Integrations.Tests.Support;

namespace Integrations.Tests.Resilience;

public sealed class RetryTests
{
    [Theory]
    [InlineData(408, 3)]
    [InlineData(429, 3)]
    [InlineData(500, 3)]
    [InlineData(502, 3)]
    [InlineData(503, 3)]
    [InlineData(504, 3)]
    [InlineData(400, 1)]
    [InlineData(401, 1)]
    [InlineData(404, 1)]
    [InlineData(501, 1)]
    public async Task A_get_is_tried_three_times_where_that_may_help(int status, int attempts)
    {
        var handler = new StubHandler(_ => StubHandler.Status((HttpStatusCode)status));
        using var response = await Storefront.Over(handler).Products.GetResponseAsync(7);
        Assert.Equal((status, attempts, attempts), ((int)response.Status, handler.Count, response.Attempts));
    }

    [Theory]
    [InlineData(500, false, 1)]
    [InlineData(503, false, 1)]
    [InlineData(429, false, 3)]
    [InlineData(503, true, 3)]
    public async Task A_post_is_tried_again_only_where_it_cannot_act_twice(int status, bool key, int attempts)
    {
        var operation = new OperationDescriptor("POST", "/x");
        var handler = new StubHandler(_ => StubHandler.Status((HttpStatusCode)status));
        var request = Api.Request(operation);
        request.HeaderString("idempotency-key", key ? "k" : null);
        using var response = await Api.Over(handler, operation).SendResponseAsync(request, default);
        Assert.Equal(attempts, handler.Count);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, "POST", 3)]
    [InlineData(HttpRequestError.NameResolutionError, "POST", 3)]
    [InlineData(HttpRequestError.ResponseEnded, "POST", 1)]
    [InlineData(HttpRequestError.ResponseEnded, "DELETE", 3)]
    public async Task A_transport_error_is_retried_where_nothing_was_sent_or_repeating_is_safe(HttpRequestError error, string method, int attempts)
    {
        var operation = new OperationDescriptor(method, "/x");
        var handler = new StubHandler(_ => throw new HttpRequestException(error));
        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => Api.Over(handler, operation).SendAsync(Api.Request(operation), default));
        Assert.Equal((attempts, attempts), (handler.Count, exception.Attempts));
    }

    [Fact]
    public async Task A_success_ends_the_attempts()
    {
        var handler = new StubHandler(index => index == 0 ? StubHandler.Status(HttpStatusCode.BadGateway) : StubHandler.Json(Storefront.Product));
        Assert.Equal(7, (await Storefront.Over(handler).Products.GetAsync(7)).Id);
        Assert.Equal(2, handler.Count);
    }

    [Fact]
    public Task Delays_double_from_50_ms_with_full_jitter() => Task.Run(() =>
    {
        // On a thread without synchronisation context what waits for the clock goes on inside Advance: no race.
        var clock = Storefront.Clock();
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.BadGateway));
        var call = Storefront.Over(handler, clock, options => options.Random = () => 0.5).Products.GetResponseAsync(7);
        foreach (var (milliseconds, attempts) in new[] { (24, 1), (1, 2), (49, 2), (1, 3) })
        {
            clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
            Assert.Equal(attempts, handler.Count);
        }
        Assert.True(call.IsCompletedSuccessfully);
    });

    [Fact]
    public async Task A_throttled_call_waits_from_a_second()
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(index => index == 0 ? StubHandler.Status(HttpStatusCode.TooManyRequests) : StubHandler.Json(Storefront.Product));
        var call = Storefront.Over(handler, clock, options => options.Random = () => 1).Products.GetAsync(7);
        clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(1, handler.Count);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await call.WaitAsync(Storefront.Patience);
        Assert.Equal(2, handler.Count);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait()
    {
        var clock = Storefront.Clock();
        using var source = new CancellationTokenSource();
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.BadGateway));
        var call = Storefront.Over(handler, clock, options => options.Random = () => 1).Products.GetAsync(7, cancellationToken: source.Token);
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Storefront.Patience))).CancellationToken);
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_begins_sends_nothing()
    {
        var handler = new StubHandler(_ => StubHandler.Json(Storefront.Product));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Storefront.Over(handler).Products.GetAsync(7, cancellationToken: new CancellationToken(true)));
        Assert.Equal(0, handler.Count);
    }

    [Fact]
    public async Task The_budget_ends_retries_in_a_brown_out_and_successes_fill_it_again()
    {
        var fail = true;
        var handler = new StubHandler((_, _, _) => Task.FromResult(fail ? StubHandler.Status(HttpStatusCode.BadGateway) : StubHandler.Json(Storefront.Product)));
        var client = Storefront.Over(handler, configure: options => options.Policies.Add(new CircuitBreakerAttribute { Enabled = false }));
        for (var i = 0; i < 50; i++)
        {
            using var response = await client.Products.GetResponseAsync(7);
        }
        // 500 tokens are 35 retries of 14.
        Assert.Equal(50 + 35, handler.Count);

        fail = false;
        for (var i = 0; i < 4; i++)
        {
            await client.Products.GetAsync(7);
        }
        fail = true;
        using var last = await client.Products.GetResponseAsync(7);
        Assert.Equal(2, last.Attempts);
    }

    [Fact]
    public void A_success_after_a_retry_gives_back_what_the_retry_took()
    {
        var budget = new RetryBudget();
        Assert.True(budget.TryTake());
        Assert.True(budget.TryTake());
        budget.Succeeded(afterRetry: true);
        budget.Succeeded(afterRetry: false);
        Assert.Equal(500 - 14 + 1, budget.Tokens);
        for (var i = 0; i < 100; i++)
        {
            budget.Succeeded(afterRetry: false);
        }
        Assert.Equal(500, budget.Tokens);
    }

    [Fact]
    public async Task One_operation_can_have_its_own_policy()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.BadGateway));
        var client = Storefront.Over(handler, configure: options => options.Policies.Add(new RetryAttribute { MaxAttempts = 1, Operation = "GET /products/{id}" }));
        using var get = await client.Products.GetResponseAsync(7);
        Assert.Equal(1, handler.Count);
        using var list = await client.Products.ListResponseAsync();
        Assert.Equal(4, handler.Count);
    }
}
