using System.Net;
using Integrations.Resilience;
using Integrations.Tests.Support;

namespace Integrations.Tests.Resilience;

public sealed class TimeoutTests
{
    [Fact]
    public async Task An_attempt_that_takes_too_long_is_followed_by_another()
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(async (index, _, cancellationToken) =>
        {
            await Task.Delay(index == 0 ? Timeout.Infinite : 0, cancellationToken);
            return StubHandler.Json(Storefront.Product);
        });
        var call = Storefront.Over(handler, clock).Products.GetAsync(7);
        clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal(1, handler.Count);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await call.WaitAsync(Storefront.Patience);
        Assert.Equal(2, handler.Count);
    }

    [Fact]
    public async Task An_attempt_of_a_post_that_takes_too_long_ends_the_call_and_says_which_limit_it_was()
    {
        var clock = Storefront.Clock();
        var call = Storefront.Over(Never(), clock).Products.CreateAsync(Storefront.NewProduct());
        clock.Advance(TimeSpan.FromSeconds(10));
        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => call.WaitAsync(Storefront.Patience));
        Assert.Equal((ApiTimeout.Attempt, TimeSpan.FromSeconds(10), 1), (exception.Timeout, exception.Limit, exception.Attempts));
    }

    [Fact]
    public async Task The_total_timeout_ends_a_call_within_an_attempt()
    {
        var clock = Storefront.Clock();
        var call = Storefront.Over(Never(), clock, options => options.Policies.Add(new TimeoutAttribute { TotalSeconds = 5 })).Products.GetAsync(7);
        clock.Advance(TimeSpan.FromSeconds(5));
        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => call.WaitAsync(Storefront.Patience));
        Assert.Equal((ApiTimeout.Total, TimeSpan.FromSeconds(5), 1), (exception.Timeout, exception.Limit, exception.Attempts));
        Assert.Contains("5 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_never_ends_is_covered_by_the_attempt()
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(_ => new(HttpStatusCode.OK) { Content = new StreamContent(new Endless()) });
        var call = Storefront.Over(handler, clock, options => options.Policies.Add(new RetryAttribute { MaxAttempts = 1 })).Products.GetAsync(7);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(ApiTimeout.Attempt, (await Assert.ThrowsAsync<ApiTimeoutException>(() => call.WaitAsync(Storefront.Patience))).Timeout);
    }

    [Fact]
    public async Task A_stream_has_no_timeout_but_between_two_reads()
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(_ => new(HttpStatusCode.OK) { Content = new StreamContent(new Endless()) });
        await using var stream = await Storefront.Over(handler, clock).Products.PictureAsync(7);
        clock.Advance(TimeSpan.FromMinutes(10));
        var read = stream.ReadAsync(new byte[1]).AsTask();
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(read.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ApiTimeout.StreamIdle, (await Assert.ThrowsAsync<ApiTimeoutException>(() => read.WaitAsync(Storefront.Patience))).Timeout);

        using var source = new CancellationTokenSource();
        var cancelled = stream.ReadAsync(new byte[1], source.Token).AsTask();
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.WaitAsync(Storefront.Patience))).CancellationToken);
    }

    [Fact]
    public void A_source_that_did_not_fire_is_used_again_and_one_that_did_is_not()
    {
        var timer = new AttemptTimer(TimeProvider.System);
        var first = timer.Rent(TimeSpan.FromMinutes(1));
        var token = first.Token;
        timer.Return(first);
        var second = timer.Rent(TimeSpan.FromMinutes(1));
        Assert.Same(first, second);
        second.Cancel();
        timer.Return(second);
        Assert.NotSame(second, timer.Rent(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task A_callers_token_that_fires_later_does_not_reach_another_call()
    {
        using var source = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        var handler = new StubHandler(async (index, _, cancellationToken) =>
        {
            if (index == 1)
            {
                await release.Task.WaitAsync(cancellationToken);
            }
            return StubHandler.Json(Storefront.Product);
        });
        var client = Storefront.Over(handler);
        await client.Products.GetAsync(1, cancellationToken: source.Token);
        var second = client.Products.GetAsync(2);
        await source.CancelAsync();
        release.SetResult();
        await second.WaitAsync(Storefront.Patience);
    }

    private static StubHandler Never() => new(async (_, _, cancellationToken) =>
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return null!;
    });

    private sealed class Endless : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
