using System.Net;
using Golden;
using Integrations.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Integrations.Tests.Health;

public sealed class EventTests
{
    private readonly FakeTimeProvider _clock = Storefront.Clock();

    [Fact]
    public async Task A_watcher_hears_of_all_that_happens_in_order()
    {
        var status = HttpStatusCode.OK;
        using var host = Watched.Host(_clock, _ => status == HttpStatusCode.OK ? StubHandler.Json(Storefront.Product) : StubHandler.Status(status), []);
        await using var watcher = await Watch.StartAsync(host);
        var client = host.Services.GetRequiredService<StorefrontClient>();
        await Watched.PostAsync(client, 1);
        status = HttpStatusCode.InternalServerError;
        await Watched.PostAsync(client, 12);
        _clock.Advance(TimeSpan.FromSeconds(31));
        status = HttpStatusCode.OK;
        await Watched.PostAsync(client, 1);
        IntegrationEventKind[] expected =
        [
            IntegrationEventKind.Registered, IntegrationEventKind.Healthy, IntegrationEventKind.Degraded,
            IntegrationEventKind.BreakerOpened, IntegrationEventKind.BreakerHalfOpen, IntegrationEventKind.BreakerClosed, IntegrationEventKind.Healthy,
        ];
        var events = await watcher.TakeAsync(expected.Length);
        Assert.Equal(expected, events.Select(happened => happened.Kind));
        Assert.All(events, happened => Assert.Equal(("Storefront", 0), (happened.Integration, happened.Missed)));
        Assert.Equal(("calls fail: 500", null), (events[2].Reason, events[2].Duration));
        Assert.Equal(TimeSpan.FromSeconds(30), events[3].Duration);
    }

    [Fact]
    public async Task A_breaker_whose_settings_changed_while_the_program_runs_is_still_heard_of()
    {
        var configuration = new LiveConfiguration(("Integrations:Storefront:Auth:Token", "t"));
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddConfiguration(configuration.Root);
        builder.AddIntegrations(integrations => integrations.Configure<StorefrontClient>(options =>
            (options.PrimaryHandler, options.TimeProvider) = (new StubHandler(_ => StubHandler.Status(HttpStatusCode.InternalServerError)), _clock)));
        using var host = builder.Build();
        await using var watcher = await Watch.StartAsync(host);
        var client = host.Services.GetRequiredService<StorefrontClient>();
        configuration.Set(("Integrations:Storefront:CircuitBreaker:MinimumThroughput", "2"), ("Integrations:Storefront:CircuitBreaker:BreakSeconds", "7"));
        await Watched.PostAsync(client, 2);
        var events = await watcher.TakeAsync(2);
        Assert.Equal([IntegrationEventKind.Registered, IntegrationEventKind.BreakerOpened], events.Select(happened => happened.Kind));
        Assert.Equal(TimeSpan.FromSeconds(7), events[1].Duration);
    }

    [Fact]
    public async Task A_storm_of_throttled_calls_is_one_event_for_each_pause()
    {
        // Eight calls are under way when the server has had enough; those after them meet the pause.
        var enough = new TaskCompletionSource();
        var handler = new StubHandler(async (_, _, _) =>
        {
            await enough.Task;
            return StubHandler.Status(HttpStatusCode.TooManyRequests, "60");
        });
        using var host = Watched.Host(_clock, handler, []);
        await using var watcher = await Watch.StartAsync(host);
        var client = host.Services.GetRequiredService<StorefrontClient>();
        var underWay = Enumerable.Range(0, 8).Select(_ => Watched.PostAsync(client, 1)).ToList();
        enough.SetResult();
        await Task.WhenAll(underWay);
        Assert.Equal(8, handler.Count);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Watched.PostAsync(client, 50))));
        _clock.Advance(TimeSpan.FromSeconds(61));
        await Watched.PostAsync(client, 1);
        var events = await watcher.TakeAsync(6);
        Assert.Equal(
            [IntegrationEventKind.Registered, IntegrationEventKind.Throttled, IntegrationEventKind.Degraded, IntegrationEventKind.Healthy, IntegrationEventKind.Throttled, IntegrationEventKind.Degraded],
            events.Select(happened => happened.Kind));
        Assert.Equal((TimeSpan.FromSeconds(60), "the server asked to pause"), (events[1].Duration, events[1].Reason));
    }

    [Fact]
    public async Task What_a_limit_refuses_is_one_event_until_there_are_permits()
    {
        using var host = Watched.Host(
            _clock,
            _ => StubHandler.Json(Storefront.Product),
            new() { ["Integrations:Storefront:RateLimit:Permits"] = "1", ["Integrations:Storefront:RateLimit:PerSeconds"] = "10" });
        await using var watcher = await Watch.StartAsync(host);
        var client = host.Services.GetRequiredService<StorefrontClient>();
        await Watched.PostAsync(client, 100);
        _clock.Advance(TimeSpan.FromSeconds(11));
        await Watched.PostAsync(client, 100);
        Assert.Equal(2, (await watcher.TakeUntilAsync(2, IntegrationEventKind.Throttled)).Count(happened => happened.Kind == IntegrationEventKind.Throttled));
        Assert.False(await watcher.HasMoreAsync(IntegrationEventKind.Throttled));
    }

    [Fact]
    public async Task A_full_concurrency_limit_is_one_event_a_second_and_degrades_while_it_is_full()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        var handler = new StubHandler((_, _, _) => answer.Task);
        using var host = Watched.Host(_clock, handler, new() { ["Integrations:Storefront:ConcurrencyLimit:Calls"] = "1" });
        await using var watcher = await Watch.StartAsync(host);
        var (client, catalog) = (host.Services.GetRequiredService<StorefrontClient>(), host.Services.GetRequiredService<IIntegrationCatalog>());
        var running = Watched.PostAsync(client, 1);
        await Watched.PostAsync(client, 20);
        Assert.Equal((IntegrationStatus.Degraded, "a limit is exhausted"), (catalog.Find("Storefront")!.Status, catalog.Find("Storefront")!.Reason));
        _clock.Advance(TimeSpan.FromSeconds(2));
        await Watched.PostAsync(client, 20);
        answer.SetResult(StubHandler.Json(Storefront.Product));
        await running;
        Assert.Equal(IntegrationStatus.Healthy, catalog.Find("Storefront")!.Status);
        Assert.Equal(2, (await watcher.TakeUntilAsync(2, IntegrationEventKind.Throttled)).Count(happened => happened.Kind == IntegrationEventKind.Throttled));
        Assert.False(await watcher.HasMoreAsync(IntegrationEventKind.Throttled));
    }

    [Fact]
    public async Task A_watcher_that_is_too_slow_loses_the_oldest_and_knows_how_many()
    {
        using var hub = new EventHub();
        await using var slow = hub.WatchAsync(default).GetAsyncEnumerator();
        var first = slow.MoveNextAsync();
        for (var i = 0; i < 1000; i++)
        {
            hub.Publish(new("Shop", IntegrationEventKind.Throttled, DateTimeOffset.UnixEpoch.AddSeconds(i), IntegrationStatus.Degraded));
        }
        Assert.True(await first);
        var (seen, missed) = (1, slow.Current.Missed);
        while (seen + missed < 1000)
        {
            Assert.True(await slow.MoveNextAsync());
            seen++;
            missed += slow.Current.Missed;
        }
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(999), slow.Current.At);
        Assert.InRange(seen, 256, 300);
    }

    [Fact]
    public async Task A_watcher_that_blocks_or_throws_holds_up_neither_calls_nor_other_watchers()
    {
        using var host = Watched.Host(_clock, _ => StubHandler.Json(Storefront.Product), []);
        var catalog = host.Services.GetRequiredService<IIntegrationCatalog>();
        using var never = new ManualResetEventSlim();
        var blocked = Task.Run(async () =>
        {
            await foreach (var happened in catalog.WatchAsync())
            {
                never.Wait();
            }
        });
        var throwing = Task.Run(async () =>
        {
            await foreach (var happened in catalog.WatchAsync())
            {
                throw new InvalidOperationException("A watcher's own fault.");
            }
        });
        await using var watcher = await Watch.StartAsync(host);
        await Assert.ThrowsAsync<InvalidOperationException>(() => throwing);
        await Watched.PostAsync(host.Services.GetRequiredService<StorefrontClient>(), 5).WaitAsync(Storefront.Patience);
        Assert.Equal(IntegrationEventKind.Healthy, (await watcher.TakeAsync(2))[1].Kind);
        never.Set();
        host.Dispose();
        await blocked.WaitAsync(Storefront.Patience);
    }

    [Fact]
    public async Task Watching_ends_when_it_is_cancelled_and_leaves_nothing_behind()
    {
        using var hub = new EventHub();
        using var source = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            await foreach (var happened in hub.WatchAsync(source.Token))
            {
            }
        });
        while (!hub.HasWatchers)
        {
            await Task.Yield();
        }
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        Assert.False(hub.HasWatchers);
    }

    [Fact]
    public void Without_watchers_no_event_is_made()
    {
        using var host = Watched.Host(_clock, _ => StubHandler.Json(Storefront.Product), []);
        var health = ((IIntegrationClient<StorefrontClient>)host.Services.GetRequiredService<StorefrontClient>()).Api.Health;
        Change(health);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Change(health);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Change(ClientHealth health)
        {
            health.BreakerChanged(null, BreakerState.HalfOpen);
            health.Throttled("the server asked to pause", TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Gathers events in the background.</summary>
    private sealed class Watch : IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = new(Storefront.Patience);
        private readonly List<IntegrationEvent> _seen = [];
        private readonly IAsyncEnumerator<IntegrationEvent> _events;

        private Watch(IIntegrationCatalog catalog) => _events = catalog.WatchAsync(_end.Token).GetAsyncEnumerator();

        public static async Task<Watch> StartAsync(IHost host)
        {
            var watch = new Watch(host.Services.GetRequiredService<IIntegrationCatalog>());
            await watch.TakeAsync(1);
            return watch;
        }

        /// <summary>All events since the start, once there are so many.</summary>
        public async Task<List<IntegrationEvent>> TakeAsync(int count)
        {
            while (_seen.Count < count && await _events.MoveNextAsync())
            {
                _seen.Add(_events.Current);
            }
            return _seen;
        }

        public async Task<List<IntegrationEvent>> TakeUntilAsync(int count, IntegrationEventKind kind)
        {
            while (_seen.Count(happened => happened.Kind == kind) < count && await _events.MoveNextAsync())
            {
                _seen.Add(_events.Current);
            }
            return _seen;
        }

        /// <summary>Whether another of a kind is in the queue already.</summary>
        public async Task<bool> HasMoreAsync(IntegrationEventKind kind)
        {
            while (true)
            {
                var next = _events.MoveNextAsync();
                if (!next.IsCompleted)
                {
                    await _end.CancelAsync();
                    await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
                    return false;
                }
                if (!await next || _events.Current.Kind == kind)
                {
                    return true;
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _events.DisposeAsync();
            _end.Dispose();
        }
    }
}
