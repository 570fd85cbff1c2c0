using System.Diagnostics;
using System.Diagnostics.Metrics;
using Integrations.Sql.Tests.Support;
using Integrations.Tests.Shared;

namespace Integrations.Sql.Tests;

[Collection(PostgresDefinition.Name)]
public sealed class FaultTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_slow_statement_ends_at_its_timeout_and_its_connection_serves_on()
    {
        await using var databases = await Databases.CreateAsync(SqlEngine.Postgres, postgres.Server, static options => options.Policies.Add(new TimeoutAttribute { AttemptSeconds = 1 }));
        var watch = Stopwatch.StartNew();
        var exception = await Assert.ThrowsAsync<SqlException>(() => databases.Orders.Sql.ExecuteAsync($"select pg_sleep({30})"));
        Assert.Equal((SqlErrorKind.Timeout, true), (exception.Kind, exception.MayHaveTakenEffect));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
        Assert.Equal(0, await databases.Orders.CountAsync());
    }

    [Fact]
    public async Task After_a_crash_only_what_is_idempotent_is_tried_again_and_a_server_that_is_away_opens_the_breaker()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var databases = await Databases.CreateAsync(SqlEngine.Postgres, server, static options =>
            options.Policies.Add(new CircuitBreakerAttribute { MinimumThroughput = 8, BreakSeconds = 0.5 }));
        var orders = databases.Orders;
        var id = Guid.NewGuid();
        await orders.PlaceAsync(id, Guid.NewGuid(), 1);
        await server.Kill();
        var broken = await Assert.ThrowsAsync<SqlException>(() => orders.CountAsync());
        // Who ends first tells which it is: the server's process may still say why.
        Assert.True(broken.Kind is SqlErrorKind.Connection or SqlErrorKind.Unavailable, broken.ToString());
        Assert.Equal(1, broken.Attempts);
        await server.StartAgainAsync();
        Assert.Equal(1, await orders.CountAsync());

        // The pool still holds a connection to a server that has gone, and the first attempt finds out.
        await server.StopAsync();
        await server.StartAgainAsync();
        Assert.NotNull(await orders.FindAsync(id));

        await server.StopAsync();
        SqlException? last = null;
        for (var i = 0; i < 10 && last?.Kind != SqlErrorKind.Unavailable; i++)
            last = await Assert.ThrowsAsync<SqlException>(() => orders.FindAsync(id));
        Assert.Equal(SqlErrorKind.Unavailable, last!.Kind);
        Assert.Contains("circuit breaker", last.Message, StringComparison.Ordinal);
        await server.StartAgainAsync();
        await Task.Delay(600);
        Assert.NotNull(await orders.FindAsync(id));
    }

    [Fact]
    public async Task Messages_reach_who_listens_also_after_the_connection_was_cut()
    {
        await using var databases = await Databases.CreateAsync(SqlEngine.Postgres, postgres.Server);
        var orders = databases.Orders;
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var heard = new List<string>();
        var begun = 0;
        await foreach (var message in orders.Database.ListenAsync(["orders", "quoted \"name\""], end.Token))
        {
            if (message is null && ++begun == 1)
            {
                await orders.Sql.NotifyAsync("orders", "one");
                await orders.TransactionAsync(tx => tx.Sql.NotifyAsync("quoted \"name\"", "two"));
                continue;
            }
            if (message is null)
            {
                await orders.Sql.NotifyAsync("orders", "three");
                continue;
            }
            heard.Add(message.Value.Payload);
            if (heard.Count == 2)
                await orders.Sql.ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'");
            if (heard.Count == 3)
                break;
        }
        Assert.Equal(["one", "two", "three"], heard);
        Assert.Equal(2, begun);
        await using var sqlite = await Databases.CreateAsync(SqlEngine.Sqlite, postgres.Server);
        await Assert.ThrowsAsync<NotSupportedException>(() => sqlite.Orders.Sql.NotifyAsync("orders"));
    }

    [Fact]
    public async Task Spans_and_metrics_are_those_of_OpenTelemetry_s_conventions()
    {
        await using var databases = await Databases.CreateAsync(SqlEngine.Postgres, postgres.Server);
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Integrations",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (spans)
                    spans.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var durations = new List<KeyValuePair<string, object?>[]>();
        using var meter = new MeterListener { InstrumentPublished = static (instrument, it) => { if (instrument.Name == "db.client.operation.duration" && instrument.Meter.Name == "Integrations") it.EnableMeasurementEvents(instrument); } };
        meter.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            lock (durations)
                durations.Add(tags.ToArray());
        });
        meter.Start();
        await databases.Orders.CounterAsync("a");
        await Assert.ThrowsAsync<SqlException>(() => databases.Orders.AddBareLineAsync(null, 4711));
        var name = new Npgsql.NpgsqlConnectionStringBuilder(databases.ConnectionString).Database;
        lock (spans)
            spans.RemoveAll(span => (string?)span.GetTagItem("db.namespace") != name);
        Assert.Equal(["SELECT counters", "INSERT lines"], spans.Select(static s => s.DisplayName));
        Assert.Equal(ActivityKind.Client, spans[0].Kind);
        Assert.Equal("postgresql", spans[0].GetTagItem("db.system.name"));
        Assert.Equal("select value from counters where name = $1", spans[0].GetTagItem("db.query.text"));
        Assert.Equal("counters", spans[0].GetTagItem("db.collection.name"));
        Assert.Equal(postgres.Server.Port, spans[0].GetTagItem("server.port"));
        Assert.Equal("23502", spans[1].GetTagItem("db.response.status_code"));
        Assert.Equal("23502", spans[1].GetTagItem("error.type"));
        Assert.DoesNotContain(spans[1].TagObjects, static tag => tag.Value?.ToString()?.Contains("4711", StringComparison.Ordinal) == true);
        lock (durations)
            Assert.Contains(durations, tags => tags.Contains(new("error.type", "23502")) && tags.Contains(new("db.namespace", name)));
    }

    [Fact]
    public async Task SQLite_waits_for_a_lock_and_says_so_where_it_gets_none()
    {
        await using var databases = await Databases.CreateAsync(SqlEngine.Sqlite, postgres.Server, static options =>
        {
            options.Policies.Add(new TimeoutAttribute { AttemptSeconds = 1 });
            options.Policies.Add(new RetryAttribute { MaxAttempts = 1 });
        });
        await databases.Orders.TransactionAsync(async tx =>
        {
            await tx.CountUpAsync("a");
            var exception = await Assert.ThrowsAsync<SqlException>(() => Task.Run(() => databases.Orders.CountUpAsync("b")));
            Assert.Equal((SqlErrorKind.Locked, true), (exception.Kind, exception.IsTransient));
            Assert.Equal(0, await databases.Orders.CounterAsync("a"));
        });
        Assert.Equal(1, await databases.Orders.CounterAsync("a"));
    }
}
