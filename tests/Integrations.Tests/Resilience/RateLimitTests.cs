using System.Net;
using Golden;
using Integrations.Resilience;
using Integrations.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace Integrations.Tests.Resilience;

public sealed class RateLimitTests
{
    [Fact]
    public async Task No_window_of_time_has_more_requests_than_permits()
    {
        var clock = Storefront.Clock();
        var sent = new List<DateTimeOffset>();
        var handler = new StubHandler(_ =>
        {
            sent.Add(clock.GetUtcNow());
            return StubHandler.Json(Storefront.Product);
        });
        var client = Limited(handler, clock, new RateLimitAttribute(5) { PerSeconds = 10 });
        var random = new Random(7);
        var refused = 0;
        for (var i = 0; i < 400; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(random.Next(0, 900)));
            try
            {
                await client.Products.GetAsync(7);
            }
            catch (ApiUnavailableException exception)
            {
                refused++;
                Assert.InRange(exception.RetryAfter!.Value, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10));
            }
        }
        Assert.True(refused > 100);
        for (var i = 5; i < sent.Count; i++)
        {
            Assert.True(sent[i] - sent[i - 5] >= TimeSpan.FromSeconds(10));
        }
        // And none is withheld: 5 in 10 s over all of the time.
        Assert.InRange(sent.Count, (int)((clock.GetUtcNow() - sent[0]).TotalSeconds / 10 * 5) - 5, int.MaxValue);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(10000)]
    public void Permits_are_all_there_and_no_more(int permits)
    {
        var window = new RateWindow(permits, 1000);
        var taken = 0;
        while (window.Next(0) == 0)
        {
            window.Take(0);
            taken++;
        }
        Assert.InRange(taken, permits * 0.97, permits);
        Assert.Equal(1000, window.Next(0));
    }

    [Fact]
    public async Task Every_attempt_takes_a_permit_and_a_refusal_says_why_and_until_when()
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.BadGateway));
        var client = Limited(handler, clock, new RateLimitAttribute(2) { PerSeconds = 60 });
        var exception = await Assert.ThrowsAsync<ApiUnavailableException>(() => client.Products.GetAsync(7));
        Assert.Equal(2, handler.Count);
        Assert.Equal(TimeSpan.FromSeconds(60), exception.RetryAfter);
        Assert.Contains("Integrations:Storefront:RateLimit", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task Waiting_attempts_go_first_come_first_served_and_no_more_wait_than_the_queue_has_room_for() => Task.Run(async () =>
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(_ => StubHandler.Json(Storefront.Product));
        var client = Limited(handler, clock, new RateLimitAttribute(1) { PerSeconds = 2, Queue = 3 });
        await client.Products.GetAsync(0);
        var waiting = Enumerable.Range(1, 3).Select(i => client.Products.GetAsync(i)).ToList();
        await Assert.ThrowsAsync<ApiUnavailableException>(() => client.Products.GetAsync(9));
        for (var i = 1; i <= 3; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1.999));
            Assert.Equal(i, handler.Count);
            clock.Advance(TimeSpan.FromSeconds(0.001));
            await waiting[i - 1].WaitAsync(Storefront.Patience);
        }
        Assert.Equal(["/v1/products/0", "/v1/products/1", "/v1/products/2", "/v1/products/3"], handler.Requests.Select(r => r.RequestUri!.AbsolutePath));
    });

    [Fact]
    public async Task An_attempt_does_not_wait_for_a_permit_that_comes_after_its_deadline()
    {
        var clock = Storefront.Clock();
        var client = Limited(new StubHandler(_ => StubHandler.Json(Storefront.Product)), clock, new RateLimitAttribute(1) { PerSeconds = 30, Queue = 10 });
        await client.Products.GetAsync(7);
        await Assert.ThrowsAsync<ApiUnavailableException>(() => client.Products.GetAsync(7));
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_for_a_permit()
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(_ => StubHandler.Json(Storefront.Product));
        var client = Limited(handler, clock, new RateLimitAttribute(1) { PerSeconds = 10, Queue = 1 });
        await client.Products.GetAsync(7);
        using var source = new CancellationTokenSource();
        var call = client.Products.GetAsync(7, cancellationToken: source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Storefront.Patience));
        Assert.Equal(1, handler.Count);
    }

    /// <summary>It wasted its permit: those behind it waited as if it had gone.</summary>
    [Fact]
    public Task A_cancelled_wait_gives_its_permit_to_the_next() => Task.Run(async () =>
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(_ => StubHandler.Json(Storefront.Product));
        var client = Limited(handler, clock, new RateLimitAttribute(1) { PerSeconds = 5, Queue = 3 });
        await client.Products.GetAsync(0);
        using var source = new CancellationTokenSource();
        var cancelled = client.Products.GetAsync(1, cancellationToken: source.Token);
        var second = client.Products.GetAsync(2);
        var third = client.Products.GetAsync(3);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.WaitAsync(Storefront.Patience));

        var fourth = client.Products.GetAsync(4);
        foreach (var next in new[] { second, third, fourth })
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await next.WaitAsync(Storefront.Patience);
        }
        Assert.Equal(["/v1/products/0", "/v1/products/2", "/v1/products/3", "/v1/products/4"], handler.Requests.Select(r => r.RequestUri!.AbsolutePath));
    });

    [Theory]
    [InlineData(3, 7)]
    [InlineData(7, 3)]
    [InlineData(5, 5)]
    public void A_window_that_is_resized_never_lets_more_through_than_the_new_one_may(int before, int after)
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var taken = new List<long>();
            var window = new RateWindow(before, 100);
            var now = 0L;
            Run(window, 100);
            var first = taken.Count;
            window = window.Resized(after, 80, now);
            Run(window, 100);
            for (var i = Math.Max(after, first); i < taken.Count; i++)
            {
                Assert.True(taken[i] - taken[i - after] >= 80);
            }

            void Run(RateWindow current, int steps)
            {
                for (var i = 0; i < steps; i++)
                {
                    now += random.Next(0, 20);
                    if (current.Next(now) == now)
                    {
                        current.Take(now);
                        taken.Add(now);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_permit_that_is_given_back_is_there_at_its_time()
    {
        var window = new RateWindow(3, 100);
        window.Take(0);
        window.Take(10);
        window.Take(20);
        Assert.Equal(100, window.Next(30));
        window.Take(100);
        window.Take(110);
        window.GiveBack(110);
        Assert.Equal(110, window.Next(30));
        window.Take(110);
        window.GiveBack(100);
        Assert.Equal(100, window.Next(30));
        window.Take(100);
        Assert.Equal(120, window.Next(30));
    }

    [Fact]
    public async Task An_operation_can_have_a_limit_of_its_own_by_attribute_or_configuration()
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(index => StubHandler.Json(Answer(index)));
        static string Answer(int index) => index == 0 ? Storefront.Product : "[]";
        var client = Storefront.Over(handler, clock, options =>
        {
            options.Policies.Add(new RateLimitAttribute(1) { PerSeconds = 60, Operation = "GET /products/{id}" });
            options.Settings["Operations:products/list:RateLimit:Permits"] = "2";
            options.Settings["Operations:products/list:RateLimit:PerSeconds"] = "60";
        });
        await client.Products.GetAsync(7);
        await Assert.ThrowsAsync<ApiUnavailableException>(() => client.Products.GetAsync(7));
        await client.Products.ListAsync();
        await client.Products.ListAsync();
        await Assert.ThrowsAsync<ApiUnavailableException>(() => client.Products.ListAsync());
        using var deleted = await client.Products.DeleteResponseAsync(7);
        Assert.Equal(4, handler.Count);
    }

    [Fact]
    public void Configuration_overrides_attributes_and_names_of_operations_are_checked()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Integrations:Storefront:RateLimit:Permits", "7"),
            new("Integrations:Storefront:Operations:GET /products:Retry:MaxAttempts", "5"),
            new("Integrations:Storefront:Operations:GET /nothing:Retry:MaxAttempts", "5"),
            new("Integrations:Storefront:Operations:products/get:ConcurrencyLimit:Calls", "0"),
        ]).Build();
        var exception = Assert.Throws<IntegrationConfigurationException>(() => Storefront.Over(new StubHandler(_ => null!), configure: options => options.Configuration = configuration));
        Assert.Equal(2, exception.Problems.Count);
        Assert.Contains("Integrations:Storefront:Operations:GET /nothing", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Integrations:Storefront:Operations:products/get:ConcurrencyLimit:Calls must be", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-RateLimit-Remaining: 3|X-RateLimit-Reset: 20", 3, 20)]
    [InlineData("X-RateLimit-Remaining: 0|X-RateLimit-Reset: 1772366420", 0, 20)]
    [InlineData("X-RateLimit-Remaining: 0|X-RateLimit-Reset: 1772366420000", 0, 20)]
    [InlineData("X-RateLimit-Remaining: 1|X-RateLimit-Reset: 1772366420|X-RateLimit-Reset-After: 1.5", 1, 1.5)]
    [InlineData("x-rate-limit-remaining: 4|x-rate-limit-reset: 1772366400", 4, 0)]
    [InlineData("RateLimit-Limit: 100, 100;w=10|RateLimit-Remaining: 9, 90|RateLimit-Reset: 8", 9, 8)]
    [InlineData("RateLimit: \"default\";r=50;t=30", 50, 30)]
    [InlineData("RateLimit: \"a;r=1;t=1,\";r=50;t=30, \"hour\"; r=2; t=900", 2, 900)]
    [InlineData("RateLimit: limit=100, remaining=7, reset=5", 7, 5)]
    [InlineData("RateLimit-Policy: \"burst\";q=100;w=60|RateLimit: \"burst\";r=0", 0, 60)]
    [InlineData("RateLimit: \"default\";r=50", null, 0)]
    [InlineData("X-RateLimit-Remaining: many|X-RateLimit-Reset: 20", null, 0)]
    [InlineData("X-RateLimit-Remaining: 3", null, 0)]
    [InlineData("X-RateLimit-Remaining: -3|X-RateLimit-Reset: -9", 0, 0)]
    [InlineData("X-RateLimit-Remaining: 1e999|X-RateLimit-Reset: 99999999999999999999999999", null, 0)]
    [InlineData("RateLimit: \"unclosed;r=5;t=6", null, 0)]
    [InlineData("RateLimit: ;;,,;=;r=;t=5", null, 0)]
    public void What_servers_say_of_their_limits_is_read_in_every_form(string headers, int? remaining, double reset)
    {
        var response = With(StubHandler.Status(HttpStatusCode.OK), headers);
        var read = RateLimitHeaders.TryRead(response, Storefront.Clock(), out var left, out var span);
        Assert.Equal(remaining, read ? (int?)left : null);
        Assert.Equal(read ? reset : 0, read ? span.TotalSeconds : 0, 3);
    }

    [Fact]
    public async Task What_the_server_says_holds_beside_the_own_limit_until_its_reset()
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(index => With(StubHandler.Json(Storefront.Product), $"X-RateLimit-Remaining: {Math.Max(0, 2 - index)}|X-RateLimit-Reset: 20"));
        var client = Limited(handler, clock, new RateLimitAttribute());
        for (var i = 0; i < 3; i++)
        {
            await client.Products.GetAsync(7);
        }
        var exception = await Assert.ThrowsAsync<ApiUnavailableException>(() => client.Products.GetAsync(7));
        Assert.Equal(TimeSpan.FromSeconds(20), exception.RetryAfter);
        clock.Advance(TimeSpan.FromSeconds(20));
        await client.Products.GetAsync(7);
        Assert.Equal(4, handler.Count);
    }

    [Fact]
    public void Answers_that_overtake_each_other_never_give_permits_back_within_a_window()
    {
        var clock = Storefront.Clock();
        var limiter = Limiter(new RateLimitSettings(0, TimeSpan.FromSeconds(1), 0, true), clock, null);
        limiter.Learn(With(StubHandler.Status(HttpStatusCode.OK), "RateLimit-Remaining: 1|RateLimit-Reset: 30"));
        limiter.Learn(With(StubHandler.Status(HttpStatusCode.OK), "RateLimit-Remaining: 5|RateLimit-Reset: 29"));
        Assert.True(limiter.TryTake());
        Assert.False(limiter.TryTake());
        clock.Advance(TimeSpan.FromSeconds(30));
        limiter.Learn(With(StubHandler.Status(HttpStatusCode.OK), "RateLimit-Remaining: 5|RateLimit-Reset: 30"));
        Assert.Equal(5, Enumerable.Range(0, 9).Count(_ => limiter.TryTake()));
    }

    [Fact]
    public void A_server_that_lies_stops_the_client_for_an_hour_at_most()
    {
        var clock = Storefront.Clock();
        var limiter = Limiter(new RateLimitSettings(0, TimeSpan.FromSeconds(1), 0, true), clock, null);
        limiter.Learn(With(StubHandler.Status(HttpStatusCode.OK), "X-RateLimit-Remaining: 0|X-RateLimit-Reset: 9999999999"));
        Assert.True(limiter.IsExhausted);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(limiter.TryTake());
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task A_refusal_that_says_when_the_limit_is_reset_pauses_the_client_without_any_policy(HttpStatusCode status)
    {
        var clock = Storefront.Clock();
        var handler = new StubHandler(_ => With(StubHandler.Status(status), "X-RateLimit-Remaining: 0|X-RateLimit-Reset: 120"));
        var client = Storefront.Over(handler, clock);
        Assert.Equal(TimeSpan.FromSeconds(120), (await Assert.ThrowsAsync<ApiException>(() => client.Products.GetAsync(7))).RetryAfter);
        await Assert.ThrowsAsync<ApiUnavailableException>(() => client.Products.GetAsync(7));
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task A_limit_of_all_processes_counts_and_while_it_is_away_the_own_limit_takes_over()
    {
        var clock = Storefront.Clock();
        var shared = new Shared();
        var handler = new StubHandler(_ => StubHandler.Json(Storefront.Product));
        var client = Limited(handler, clock, new RateLimitAttribute(3) { PerSeconds = 60 }, options => options.SharedRateLimit = shared);
        await client.Products.GetAsync(7);
        shared.Answer = () => new(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(4), (await Assert.ThrowsAsync<ApiUnavailableException>(() => client.Products.GetAsync(7))).RetryAfter);
        Assert.Equal((2, "Storefront", 3), (shared.Asked, shared.Key, shared.Permits));

        shared.Answer = () => throw new IOException();
        await client.Products.GetAsync(7);
        await client.Products.GetAsync(7);
        // What the shared limit granted before counts, and while it is away nobody asks it.
        await Assert.ThrowsAsync<ApiUnavailableException>(() => client.Products.GetAsync(7));
        Assert.Equal((3, 3), (shared.Asked, handler.Count));

        clock.Advance(TimeSpan.FromSeconds(5));
        shared.Answer = () => new(TimeSpan.Zero);
        await client.Products.GetAsync(7);
        Assert.Equal((4, 4), (shared.Asked, handler.Count));
    }

    [Fact]
    public async Task A_shared_limit_that_hangs_counts_as_away()
    {
        var clock = Storefront.Clock();
        var shared = new Shared { Answer = () => new(new TaskCompletionSource<TimeSpan>().Task) };
        var handler = new StubHandler(_ => StubHandler.Json(Storefront.Product));
        var call = Limited(handler, clock, new RateLimitAttribute(3) { PerSeconds = 60 }, options => options.SharedRateLimit = shared).Products.GetAsync(7);
        Assert.Equal(0, handler.Count);
        clock.Advance(TimeSpan.FromMilliseconds(250));
        await call.WaitAsync(Storefront.Patience);
        Assert.Equal(1, handler.Count);
    }

    private static StorefrontClient Limited(StubHandler handler, FakeTimeProvider clock, RateLimitAttribute limit, Action<ClientOptions>? configure = null) =>
        Storefront.Over(handler, clock, options =>
        {
            options.Policies.Add(limit);
            configure?.Invoke(options);
        });

    private static RateLimiter Limiter(RateLimitSettings settings, TimeProvider time, ISharedRateLimit? shared) =>
        new(settings, "key", shared, time, new Integrations.Telemetry.ClientLog(Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, "x"));

    private static HttpResponseMessage With(HttpResponseMessage response, string headers)
    {
        foreach (var header in headers.Split('|'))
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            response.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 2)..]);
        }
        return response;
    }

    private sealed class Shared : ISharedRateLimit
    {
        public Func<ValueTask<TimeSpan>> Answer { get; set; } = () => new(TimeSpan.Zero);

        public int Asked { get; private set; }

        public string? Key { get; private set; }

        public int Permits { get; private set; }

        public ValueTask<TimeSpan> TakeAsync(string key, int permits, TimeSpan window, CancellationToken cancellationToken)
        {
            (Asked, Key, Permits) = (Asked + 1, key, permits);
            return Answer();
        }
    }
}
