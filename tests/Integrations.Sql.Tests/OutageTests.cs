using System.Collections.Concurrent;
using System.Diagnostics;
using Integrations.Sql.Tests.Support;
using Integrations.Tests.Shared;
using Npgsql;

namespace Integrations.Sql.Tests;

/// <summary>Short forms of the experiments of <c>benchmarks/Sql</c>: 200 operations a second, whatever becomes of them.</summary>
[Collection(PostgresDefinition.Name)]
public sealed class OutageTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_dies_or_stops_costs_calls_within_their_timeout_and_nothing_that_was_acknowledged(bool dies)
    {
        await using var server = await PostgresServer.StartAsync();
        await using var databases = await Databases.CreateAsync(SqlEngine.Postgres, server, static options =>
            options.Policies.Add(new TimeoutAttribute { AttemptSeconds = 1, TotalSeconds = 2 }));
        var orders = databases.Orders;
        var acknowledged = new ConcurrentBag<Guid>();
        var calls = new ConcurrentBag<(TimeSpan Start, TimeSpan End, bool Good)>();
        var watch = Stopwatch.StartNew();
        using var end = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            var running = new List<Task>();
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                var wait = TimeSpan.FromMilliseconds(5 * i) - watch.Elapsed;
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait);
                running.Add(CallAsync(i % 2 == 0));
            }
            await Task.WhenAll(running);
        });
        await Task.Delay(1000);
        if (dies)
        {
            await server.Kill();
            await Task.Delay(1000);
            await server.StartAgainAsync();
        }
        else
        {
            server.Pause();
            await Task.Delay(4000);
            server.Resume();
        }
        var back = watch.Elapsed;
        await Task.Delay(6000);
        await end.CancelAsync();
        await load;

        Assert.Contains(calls, static call => !call.Good);
        // The machine may be busy; without an end of its own a call would take the driver's 6 and more.
        Assert.True(calls.Max(static call => call.End - call.Start) < TimeSpan.FromSeconds(5), calls.Max(static call => call.End - call.Start).ToString());
        Assert.True(calls.Where(call => call.Good && call.End > back).Min(static call => call.End) - back < TimeSpan.FromSeconds(5));
        await using var observer = NpgsqlDataSource.Create(databases.ConnectionString + ";Pooling=false;Application Name=observer");
        Assert.Equal(0, await CountAsync(observer, "select count(*) from pg_stat_activity where datname = current_database() and application_name <> 'observer' and state <> 'idle'"));
        Assert.Equal(acknowledged.Count, await CountAsync(observer, $"select count(*) from orders where id = any('{{{string.Join(',', acknowledged)}}}')"));
        // All connections of the pool can be had, so none is lost.
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => orders.Sql.ExecuteAsync($"select pg_sleep({0.2})")));
        await orders.Database.DisposeAsync();
        await Task.Delay(300);
        Assert.Equal(0, await CountAsync(observer, "select count(*) from pg_stat_activity where datname = current_database() and application_name <> 'observer'"));

        async Task CallAsync(bool isInsert)
        {
            var start = watch.Elapsed;
            var good = true;
            try
            {
                if (isInsert)
                {
                    var id = Guid.NewGuid();
                    await orders.PlaceAsync(id, id, 1);
                    acknowledged.Add(id);
                }
                else
                {
                    await orders.FindAsync(Guid.NewGuid());
                }
            }
            catch (SqlException)
            {
                good = false;
            }
            calls.Add((start, watch.Elapsed, good));
        }
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string text)
    {
        await using var command = source.CreateCommand(text);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
