using System.Net;
using Integrations.Hosting;
using Integrations.Http;
using Integrations.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Integrations.Tests.Resilience;

public sealed class ReloadTests : IDisposable
{
    private static readonly OperationDescriptor s_get = new("GET", "/x", "get");
    private static readonly OperationDescriptor s_post = new("POST", "/x", "post");
    private readonly FakeTimeProvider _clock = Storefront.Clock();
    private readonly LiveConfiguration _configuration = new();
    private readonly LogRecorder _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task A_timeout_changes_for_the_next_call_and_not_for_one_in_flight()
    {
        var api = Client(new StubHandler(async (_, _, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return StubHandler.Status(HttpStatusCode.OK);
        }));
        var view = api.With(new CallOptions { IdempotencyKey = "k" });
        var before = api.SendAsync(Api.Request(s_post), default);
        _configuration.Set(("Integrations:Shop:Timeout:TotalSeconds", "2"));
        var after = api.SendAsync(Api.Request(s_post), default);
        var ofView = view.SendAsync(Api.Request(s_post), default);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(2), (await Assert.ThrowsAsync<ApiTimeoutException>(() => after.WaitAsync(Storefront.Patience))).Limit);
        await Assert.ThrowsAsync<ApiTimeoutException>(() => ofView.WaitAsync(Storefront.Patience));
        Assert.False(before.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(TimeSpan.FromSeconds(10), (await Assert.ThrowsAsync<ApiTimeoutException>(() => before.WaitAsync(Storefront.Patience))).Limit);
        Assert.Contains(_log.Lines, line => line == (LogLevel.Information, "Shop: its policies have changed with configuration"));
    }

    [Fact]
    public async Task Attempts_and_hedging_change_also_for_one_operation()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.ServiceUnavailable));
        var api = Client(handler, TimeProvider.System);
        _configuration.Set(("Integrations:Shop:Retry:DelayMilliseconds", "0"), ("Integrations:Shop:CircuitBreaker:Enabled", "false"));
        Assert.Equal(3, await Sent());
        _configuration.Set(("Integrations:Shop:Retry:MaxAttempts", "1"));
        Assert.Equal(1, await Sent());
        _configuration.Set(("Integrations:Shop:Operations:get:Retry:MaxAttempts", "2"));
        Assert.Equal(2, await Sent());
        _configuration.Set(("Integrations:Shop:Hedging:MaxAttempts", "4"));
        Assert.Equal(4, await Sent());
        _configuration.Set(("Integrations:Shop:Hedging:MaxAttempts", null), ("Integrations:Shop:Operations:get:Retry:MaxAttempts", null));
        Assert.Equal(1, await Sent());

        async Task<int> Sent()
        {
            var before = handler.Count;
            await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Api.Request(s_get), default));
            return handler.Count - before;
        }
    }

    [Fact]
    public async Task An_open_breaker_stays_open_and_has_its_new_settings_once_it_is_closed()
    {
        var status = HttpStatusCode.InternalServerError;
        var handler = new StubHandler((_, _, _) => Task.FromResult(StubHandler.Status(status)));
        var api = Client(handler);
        await FailAsync(api, 10);
        _configuration.Set(("Integrations:Shop:CircuitBreaker:MinimumThroughput", "3"), ("Integrations:Shop:CircuitBreaker:BreakSeconds", "5"));
        var open = await Assert.ThrowsAsync<ApiUnavailableException>(() => api.SendAsync(Api.Request(s_post), default));
        Assert.Equal(TimeSpan.FromSeconds(30), open.RetryAfter);
        Assert.Contains(api.Pipelines.Current.Breakers(), static breaker => breaker.State == BreakerState.Open);

        // A probe that fails opens it for the new time.
        _clock.Advance(TimeSpan.FromSeconds(30));
        await FailAsync(api, 1);
        open = await Assert.ThrowsAsync<ApiUnavailableException>(() => api.SendAsync(Api.Request(s_post), default));
        Assert.Equal(TimeSpan.FromSeconds(5), open.RetryAfter);

        _clock.Advance(TimeSpan.FromSeconds(5));
        status = HttpStatusCode.OK;
        await api.SendAsync(Api.Request(s_post), default);
        status = HttpStatusCode.InternalServerError;
        await FailAsync(api, 3);
        await Assert.ThrowsAsync<ApiUnavailableException>(() => api.SendAsync(Api.Request(s_post), default));
        Assert.Equal(15, handler.Count);
    }

    [Fact]
    public async Task A_breaker_that_is_switched_off_lets_calls_through_at_once()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.InternalServerError));
        var api = Client(handler);
        await FailAsync(api, 10);
        await Assert.ThrowsAsync<ApiUnavailableException>(() => api.SendAsync(Api.Request(s_post), default));
        _configuration.Set(("Integrations:Shop:CircuitBreaker:Enabled", "false"));
        await FailAsync(api, 1);
        Assert.DoesNotContain(api.Pipelines.Current.Breakers(), static breaker => breaker.State == BreakerState.Open);
    }

    [Fact]
    public async Task A_change_of_something_else_leaves_an_open_breaker_open()
    {
        var api = Client(new StubHandler(_ => StubHandler.Status(HttpStatusCode.InternalServerError)));
        await FailAsync(api, 10);
        _configuration.Set(("Logging:Level", "Debug"));
        _configuration.Set(("Integrations:Shop:Timeout:TotalSeconds", "20"));
        await Assert.ThrowsAsync<ApiUnavailableException>(() => api.SendAsync(Api.Request(s_post), default));
    }

    [Fact]
    public async Task What_was_taken_of_a_rate_limit_counts_in_the_new_one()
    {
        _configuration.Set(("Integrations:Shop:RateLimit:Permits", "5"), ("Integrations:Shop:RateLimit:PerSeconds", "10"));
        var api = Client(new StubHandler(_ => StubHandler.Status(HttpStatusCode.OK)));
        Assert.Equal(5, await SucceedAsync(api, 9));
        _clock.Advance(TimeSpan.FromSeconds(1));
        _configuration.Set(("Integrations:Shop:RateLimit:Permits", "8"));
        Assert.Equal(3, await SucceedAsync(api, 9));

        // 5 at 0 s, 3 at 1 s; with 2 in 10 s there is one when the second last has left the window.
        _configuration.Set(("Integrations:Shop:RateLimit:Permits", "2"));
        _clock.Advance(TimeSpan.FromSeconds(9.5));
        Assert.Equal(0, await SucceedAsync(api, 9));
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(2, await SucceedAsync(api, 9));

        _configuration.Set(("Integrations:Shop:RateLimit:Enabled", "false"));
        Assert.Equal(9, await SucceedAsync(api, 9));
    }

    [Fact]
    public async Task More_places_let_those_in_that_wait_and_fewer_stop_nobody()
    {
        _configuration.Set(("Integrations:Shop:ConcurrencyLimit:Calls", "1"), ("Integrations:Shop:ConcurrencyLimit:Queue", "9"));
        var gates = Enumerable.Range(0, 6).Select(_ => new TaskCompletionSource()).ToArray();
        var handler = new StubHandler(async (index, _, _) =>
        {
            await gates[index].Task;
            return StubHandler.Status(HttpStatusCode.OK);
        });
        var api = Client(handler);
        var calls = Enumerable.Range(0, 4).Select(_ => api.SendAsync(Api.Request(s_post), default)).ToArray();
        Assert.Equal(1, handler.Count);
        _configuration.Set(("Integrations:Shop:ConcurrencyLimit:Calls", "3"));
        await UntilAsync(() => handler.Count == 3);
        _configuration.Set(("Integrations:Shop:ConcurrencyLimit:Calls", "2"));
        gates[0].SetResult();
        await calls[0].WaitAsync(Storefront.Patience);
        await Task.Delay(50);
        Assert.Equal(3, handler.Count);
        gates[1].SetResult();
        await UntilAsync(() => handler.Count == 4);
        gates[2].SetResult();
        gates[3].SetResult();
        await Task.WhenAll(calls).WaitAsync(Storefront.Patience);
    }

    [Fact]
    public async Task A_wrong_value_leaves_all_as_it_was_and_is_told_once_with_path_value_and_remedy()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.ServiceUnavailable));
        var api = Client(handler, TimeProvider.System);
        _configuration.Set(("Integrations:Shop:Retry:MaxAttempts", "eleven"), ("Integrations:Shop:Retry:DelayMilliseconds", "0"), ("Integrations:Shop:CircuitBreaker:Enabled", "off"));
        _configuration.Set(("Logging:Level", "Debug"));
        Assert.Same(api.Settings.Policies, api.Pipelines.Current.Policies);
        var told = Assert.Single(_log.Lines, line => line.Level == LogLevel.Error).Text;
        Assert.Equal(
            "Shop: configuration has changed, but its policies stay as they were until this is mended: "
            + "Integrations:Shop:Retry:MaxAttempts is 'eleven', but must be a whole number from 1 to 10. Integrations:Shop:CircuitBreaker:Enabled is 'off', neither true nor false.", told);

        _configuration.Set(("Integrations:Shop:Retry:MaxAttempts", "1"), ("Integrations:Shop:CircuitBreaker:Enabled", null));
        await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Api.Request(s_get), default));
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public void A_client_that_is_disposed_reads_no_more()
    {
        Client(new StubHandler(_ => StubHandler.Status(HttpStatusCode.OK)), TimeProvider.System, out var owned);
        owned.Dispose();
        _configuration.Set(("Integrations:Shop:Retry:MaxAttempts", "1"));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Calls_that_run_while_policies_change_all_succeed()
    {
        var api = Client(
            new StubHandler(async (_, _, token) =>
            {
                await Task.Yield();
                return StubHandler.Status(HttpStatusCode.OK);
            }),
            TimeProvider.System);
        using var end = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                await api.SendAsync(Api.Request(s_get), default);
            }
        })).ToArray();
        for (var i = 1; i <= 200; i++)
        {
            var n = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            _configuration.Set(
                ("Integrations:Shop:Timeout:TotalSeconds", n), ("Integrations:Shop:CircuitBreaker:MinimumThroughput", (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("Integrations:Shop:RateLimit:Permits", i % 3 == 0 ? null : (100000 + i).ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("Integrations:Shop:RateLimit:PerSeconds", "0.001"),
                ("Integrations:Shop:ConcurrencyLimit:Calls", i % 2 == 0 ? null : "2"), ("Integrations:Shop:ConcurrencyLimit:Queue", "100"));
        }
        await end.CancelAsync();
        await Task.WhenAll(callers).WaitAsync(Storefront.Patience);
    }

    private ApiClient Client(HttpMessageHandler handler, TimeProvider? time = null) => Client(handler, time ?? _clock, out _);

    private ApiClient Client(HttpMessageHandler handler, TimeProvider time, out IDisposable owned)
    {
        var definition = new IntegrationDefinition("Shop") { BaseAddress = "https://shop.example.com", Operations = [s_get, s_post] };
        var options = new ClientOptions { PrimaryHandler = handler, Random = () => 0, Configuration = _configuration.Root, TimeProvider = time, LoggerFactory = _log };
        return ClientFactory.Create(definition, options, new ServiceCollection().BuildServiceProvider(), out owned);
    }

    private static async Task FailAsync(ApiClient api, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var response = await api.SendResponseAsync(Api.Request(s_post), default);
            Assert.Equal(HttpStatusCode.InternalServerError, response.Status);
        }
    }

    private static async Task<int> SucceedAsync(ApiClient api, int tries)
    {
        var sent = 0;
        for (var i = 0; i < tries; i++)
        {
            try
            {
                await api.SendAsync(Api.Request(s_post), default);
                sent++;
            }
            catch (ApiUnavailableException)
            {
            }
        }
        return sent;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 400 && !condition(); i++)
        {
            await Task.Delay(10);
        }
        Assert.True(condition());
    }
}
