using System.Net;
using Golden;
using Integrations.Tests.Support;

namespace Integrations.Tests.Resilience;

public sealed class HedgingTests
{
    [Fact]
    public Task A_slow_attempt_gets_another_beside_it_and_the_first_answer_wins() => Task.Run(async () =>
    {
        var clock = Storefront.Clock();
        var cancelled = new TaskCompletionSource();
        var handler = new StubHandler(async (index, _, cancellationToken) =>
        {
            if (index == 0)
            {
                await using var registration = cancellationToken.Register(() => cancelled.TrySetResult());
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            return StubHandler.Json(Storefront.Product);
        });
        var client = Hedged(handler, clock);
        var call = client.Products.GetAsync(7);
        clock.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Equal(1, handler.Count);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(7, (await call.WaitAsync(Storefront.Patience)).Id);
        await cancelled.Task.WaitAsync(Storefront.Patience);
        Assert.Equal(2, handler.Count);
        // The loser's end is no failure of the host.
        var ids = handler.Requests.Select(r => r.Headers.GetValues("X-Request-ID").Single()).Distinct();
        Assert.Single(ids);
    });

    [Fact]
    public async Task A_quick_answer_is_not_hedged_and_a_failure_is_tried_again()
    {
        var handler = new StubHandler(index => index == 0 ? StubHandler.Status(HttpStatusCode.BadGateway) : StubHandler.Json(Storefront.Product));
        var client = Hedged(handler, null);
        await client.Products.GetAsync(7);
        Assert.Equal(2, handler.Count);
        await client.Products.GetAsync(7);
        Assert.Equal(3, handler.Count);

        var failing = new StubHandler(_ => StubHandler.Status(HttpStatusCode.BadGateway));
        using var response = await Hedged(failing, null).Products.GetResponseAsync(7);
        Assert.Equal((HttpStatusCode.BadGateway, 2), (response.Status, failing.Count));
    }

    [Fact]
    public Task A_failure_beside_a_running_attempt_waits_for_that_one() => Task.Run(async () =>
    {
        var clock = Storefront.Clock();
        var gate = new TaskCompletionSource();
        var handler = new StubHandler(async (index, _, _) =>
        {
            if (index == 0)
            {
                await gate.Task;
                return StubHandler.Json(Storefront.Product);
            }
            return StubHandler.Status(HttpStatusCode.ServiceUnavailable);
        });
        var call = Hedged(handler, clock).Products.GetAsync(7);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        gate.SetResult();
        Assert.Equal(7, (await call.WaitAsync(Storefront.Patience)).Id);
        Assert.Equal(2, handler.Count);
    });

    [Fact]
    public async Task What_may_act_twice_is_never_hedged()
    {
        var clock = Storefront.Clock();
        var gate = new TaskCompletionSource();
        var handler = new StubHandler(async (_, _, _) =>
        {
            await gate.Task;
            return StubHandler.Json(Storefront.Product);
        });
        var call = Hedged(handler, clock).Products.CreateAsync(Storefront.NewProduct());
        clock.Advance(TimeSpan.FromSeconds(5));
        gate.SetResult();
        await call.WaitAsync(Storefront.Patience);
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task Hedging_ends_with_the_budget_of_retries()
    {
        var handler = new StubHandler(async (index, _, cancellationToken) =>
        {
            await Task.Delay(index % 2 == 0 ? 30 : 60, cancellationToken);
            return StubHandler.Status(HttpStatusCode.NotFound);
        });
        var client = Storefront.Over(handler, configure: options => options.Policies.Add(new HedgingAttribute { DelayMilliseconds = 1 }));
        for (var i = 0; i < 45; i++)
        {
            using var response = await client.Products.GetResponseAsync(7);
        }
        // 500 tokens are 35 hedges of 14; 404 gives none back.
        Assert.Equal(45 + 35, handler.Count);
    }

    [Fact]
    public Task Cancellation_and_the_total_timeout_end_all_attempts() => Task.Run(async () =>
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(async (_, _, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null!;
        });
        using var source = new CancellationTokenSource();
        var call = Hedged(handler, clock).Products.GetAsync(7, cancellationToken: source.Token);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Storefront.Patience));

        var late = Hedged(handler, clock).With(new CallOptions { Timeout = TimeSpan.FromSeconds(1) }).Products.GetAsync(7);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        clock.Advance(TimeSpan.FromMilliseconds(900));
        await Assert.ThrowsAsync<ApiTimeoutException>(() => late.WaitAsync(Storefront.Patience));
        Assert.Equal(4, handler.Count);
    });

    [Fact]
    public async Task An_idempotency_key_is_made_once_for_all_attempts_of_a_call_and_anew_for_the_next()
    {
        var handler = new StubHandler(index => index % 2 == 0 ? StubHandler.Status(HttpStatusCode.ServiceUnavailable) : StubHandler.Json(Storefront.Product));
        var client = Storefront.Over(handler, configure: options => options.Policies.Add(new RetryAttribute { IdempotencyKey = true }));
        await client.Products.CreateAsync(Storefront.NewProduct());
        await client.Products.CreateAsync(Storefront.NewProduct());
        var keys = handler.Requests.Select(r => r.Headers.GetValues("Idempotency-Key").Single()).ToList();
        Assert.Equal(4, keys.Count);
        Assert.Equal((keys[0], keys[2]), (keys[1], keys[3]));
        Assert.NotEqual(keys[0], keys[2]);

        await client.Products.With(new CallOptions { IdempotencyKey = "mine" }).CreateAsync(Storefront.NewProduct());
        Assert.Equal("mine", handler.Requests.Last().Headers.GetValues("Idempotency-Key").Single());
        await client.Products.GetAsync(7);
        Assert.False(handler.Requests.Last().Headers.Contains("Idempotency-Key"));
    }

    private static StorefrontClient Hedged(StubHandler handler, TimeProvider? clock) => Storefront.Over(
        handler,
        clock,
        options => options.Policies.Add(new HedgingAttribute { DelayMilliseconds = clock is null ? 60000 : 100 }));
}
