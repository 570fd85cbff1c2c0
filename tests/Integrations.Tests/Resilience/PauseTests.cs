using System.Net;
using Integrations.Resilience;
using Integrations.Tests.Support;

namespace Integrations.Tests.Resilience;

public sealed class PauseTests
{
    [Theory]
    [InlineData("5", 5.0)]
    [InlineData("Sun, 01 Mar 2026 12:00:05 GMT", 5.0)]
    [InlineData("Sun, 01 Mar 2026 11:00:00 GMT", 0.0)]
    [InlineData("0.5", 0.5)]
    [InlineData("soon", null)]
    [InlineData("-1", null)]
    public void Both_forms_of_retry_after_are_read(string text, double? seconds) =>
        Assert.Equal(seconds, RetryAfter.Read(StubHandler.Status(HttpStatusCode.TooManyRequests, text), Storefront.Clock())?.TotalSeconds);

    [Fact]
    public async Task A_call_waits_as_long_as_the_server_asks_and_all_other_calls_of_the_client_with_it()
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(index => index == 0 ? StubHandler.Status(HttpStatusCode.TooManyRequests, "5") : StubHandler.Json(Storefront.Product));
        var client = Storefront.Over(handler, clock);
        var first = client.Products.GetAsync(7);
        var second = client.Products.GetAsync(8);
        clock.Advance(TimeSpan.FromSeconds(4.999));
        Assert.Equal(1, handler.Count);
        clock.Advance(TimeSpan.FromSeconds(0.001));
        await Task.WhenAll(first, second).WaitAsync(Storefront.Patience);
        Assert.Equal(3, handler.Count);
        await client.Products.GetAsync(9);
    }

    [Fact]
    public async Task A_pause_longer_than_the_call_may_take_fails_it_and_the_next_ones_at_once()
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(index => index == 0 ? StubHandler.Status(HttpStatusCode.ServiceUnavailable, "120") : StubHandler.Json(Storefront.Product));
        var client = Storefront.Over(handler, clock);
        var exception = await Assert.ThrowsAsync<ApiException>(() => client.Products.GetAsync(7));
        Assert.Equal((TimeSpan.FromSeconds(120), 1), (exception.RetryAfter, exception.Attempts));

        clock.Advance(TimeSpan.FromSeconds(20));
        var next = await Assert.ThrowsAsync<ApiUnavailableException>(() => client.Products.GetResponseAsync(7));
        Assert.Equal(TimeSpan.FromSeconds(100), next.RetryAfter);
        Assert.Contains("100 s", next.Message, StringComparison.Ordinal);
        Assert.Equal(1, handler.Count);

        clock.Advance(TimeSpan.FromSeconds(100));
        await client.Products.GetAsync(7);
    }

    [Fact]
    public void A_pause_is_an_hour_at_most()
    {
        var clock = Storefront.Clock();
        var gate = new PauseGate(clock);
        gate.Pause(TimeSpan.FromDays(1));
        gate.Pause(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromHours(1), gate.Remaining);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.Zero, gate.Remaining);
        Assert.False(gate.IsClosed);
    }

    [Fact]
    public async Task Cancellation_ends_the_pause_of_a_call()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.TooManyRequests, "5"));
        var client = Storefront.Over(handler, Storefront.Clock());
        using var source = new CancellationTokenSource();
        var first = client.Products.GetAsync(7, cancellationToken: source.Token);
        var second = client.Products.GetAsync(7, cancellationToken: source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(Storefront.Patience));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(Storefront.Patience));
        Assert.Equal(1, handler.Count);
    }
}
