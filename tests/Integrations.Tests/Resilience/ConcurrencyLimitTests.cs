using System.Net;
using Integrations.Tests.Support;

namespace Integrations.Tests.Resilience;

public sealed class ConcurrencyLimitTests
{
    [Fact]
    public async Task No_more_calls_run_at_once_than_the_limit_says_and_the_rest_is_refused()
    {
        var gate = new TaskCompletionSource();
        var handler = Waiting(gate.Task);
        var client = Storefront.Over(handler, configure: options => options.Policies.Add(new ConcurrencyLimitAttribute(3)));
        var running = Enumerable.Range(0, 3).Select(_ => client.Products.GetAsync(7)).ToList();
        var exception = await Assert.ThrowsAsync<ApiUnavailableException>(() => client.Products.GetAsync(7));
        Assert.Contains("Integrations:Storefront:ConcurrencyLimit", exception.Message, StringComparison.Ordinal);
        gate.SetResult();
        await Task.WhenAll(running);
        await client.Products.GetAsync(7);
        Assert.Equal(4, handler.Count);
    }

    [Fact]
    public async Task Places_are_given_in_the_order_of_asking()
    {
        var gates = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource()).ToArray();
        var handler = new StubHandler(async (index, _, _) =>
        {
            await gates[index].Task;
            return StubHandler.Json(Storefront.Product);
        });
        var client = Storefront.Over(handler, configure: options => options.Policies.Add(new ConcurrencyLimitAttribute(1) { Queue = 3 }));
        var calls = Enumerable.Range(0, 4).Select(i => client.Products.GetAsync(i)).ToList();
        await Assert.ThrowsAsync<ApiUnavailableException>(() => client.Products.GetAsync(9));
        for (var i = 0; i < 4; i++)
        {
            gates[i].SetResult();
            await calls[i].WaitAsync(Storefront.Patience);
        }
        Assert.Equal(["/v1/products/0", "/v1/products/1", "/v1/products/2", "/v1/products/3"], handler.Requests.Select(r => r.RequestUri!.AbsolutePath));
    }

    [Fact]
    public async Task A_waiting_call_ends_by_its_total_timeout_or_cancellation_and_leaves_its_turn_to_the_next()
    {
        var clock = Storefront.Clock();
        var gate = new TaskCompletionSource();
        var handler = Waiting(gate.Task);
        var client = Storefront.Over(handler, clock, options => options.Policies.Add(new ConcurrencyLimitAttribute(1) { Queue = 5 }));
        var first = client.Products.GetAsync(1);
        using var source = new CancellationTokenSource();
        var cancelled = client.Products.GetAsync(2, cancellationToken: source.Token);
        var late = client.With(new CallOptions { Timeout = TimeSpan.FromSeconds(2) }).Products.GetAsync(3);
        var patient = client.Products.GetAsync(4);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.WaitAsync(Storefront.Patience));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(ApiTimeout.Total, (await Assert.ThrowsAsync<ApiTimeoutException>(() => late.WaitAsync(Storefront.Patience))).Timeout);
        gate.SetResult();
        await Task.WhenAll(first, patient).WaitAsync(Storefront.Patience);
        Assert.Equal(2, handler.Count);
        await client.Products.GetAsync(5);
    }

    [Fact]
    public async Task A_call_that_fails_gives_its_place_back()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.NotFound));
        var client = Storefront.Over(handler, configure: options => options.Policies.Add(new ConcurrencyLimitAttribute(1)));
        for (var i = 0; i < 5; i++)
        {
            using var response = await client.Products.GetResponseAsync(7);
            Assert.Equal(HttpStatusCode.NotFound, response.Status);
        }
    }

    [Fact]
    public async Task Under_load_never_more_run_than_the_limit_says_and_none_is_lost()
    {
        var (running, most) = (0, 0);
        var handler = new StubHandler(async (_, _, cancellationToken) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            cancellationToken.ThrowIfCancellationRequested();
            return StubHandler.Json(Storefront.Product);
        });
        var client = Storefront.Over(handler, configure: options => options.Policies.Add(new ConcurrencyLimitAttribute(4) { Queue = 10000 }));
        var random = new Random(3);
        var calls = Enumerable.Range(0, 3000).Select(i =>
        {
            var source = random.Next(4) == 0 ? new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(3))) : null;
            return Task.Run(async () =>
            {
                try
                {
                    await client.Products.GetAsync(i, cancellationToken: source?.Token ?? default);
                }
                catch (OperationCanceledException) when (source is not null)
                {
                }
            });
        }).ToList();
        await Task.WhenAll(calls).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.InRange(most, 1, 4);
        // All places are free again.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.Products.GetAsync(7)));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value;)
        {
            var was = Interlocked.CompareExchange(ref target, value, seen);
            if (was == seen)
            {
                return;
            }
            seen = was;
        }
    }

    private static StubHandler Waiting(Task gate) => new(async (_, _, _) =>
    {
        await gate;
        return StubHandler.Json(Storefront.Product);
    });
}
