using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Integrations;
using Integrations.Tests.Shared;
using Npgsql;

namespace Benchmarks.Sql;

/// <summary>
/// A server that dies, or that answers nothing for a while, under 500 operations a second of an open loop: selects and inserts by turns, each at its time whatever
/// became of those before. The client has its defaults but for its timeouts.
/// </summary>
internal sealed class FaultExperiment(bool kills, int seconds)
{
    private const int PerSecond = 500;
    private const int AttemptSeconds = 2;
    private const int TotalSeconds = 4;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly ConcurrentBag<(TimeSpan Start, TimeSpan End, string? Error)> _calls = [];
    private readonly ConcurrentBag<long> _acknowledged = [];

    public async Task RunAsync()
    {
        await using var server = await PostgresServer.StartAsync("max_connections=60");
        var connectionString = await server.CreateDatabaseAsync();
        await using var observer = NpgsqlDataSource.Create(connectionString + ";Application Name=observer;Pooling=false;Timeout=30");
        await ExecuteAsync(observer, "create table items (number bigint primary key, price numeric); insert into items values (1, 1.25); create table notes (id uuid, number bigint, price numeric)");
        var items = SqlClient.Create<ItemsDatabase>(options =>
        {
            options.ConnectionString = connectionString;
            options.Policies.Add(new TimeoutAttribute { AttemptSeconds = AttemptSeconds, TotalSeconds = TotalSeconds });
        });
        using var stop = new CancellationTokenSource();
        var load = Task.Run(() => LoadAsync(items, stop.Token), CancellationToken.None);
        await Task.Delay(5000);
        var fault = _watch.Elapsed;
        if (kills)
        {
            await server.Kill();
            await Task.Delay(seconds * 1000);
            await server.StartAgainAsync();
        }
        else
        {
            server.Pause();
            await Task.Delay(seconds * 1000);
            server.Resume();
        }
        var back = _watch.Elapsed;
        await Task.Delay(15_000);
        await stop.CancelAsync();
        await load;

        var used = Used();
        var held = await CountAsync(observer, "select count(*) from pg_stat_activity where datname = current_database() and application_name <> 'observer'");
        var busy = await CountAsync(observer, "select count(*) from pg_stat_activity where datname = current_database() and application_name <> 'observer' and state <> 'idle'");
        await items.Database.DisposeAsync();
        await Task.Delay(500);
        var left = await CountAsync(observer, "select count(*) from pg_stat_activity where datname = current_database() and application_name <> 'observer'");
        var missing = _acknowledged.Except(await NumbersAsync(observer)).Count();
        var good = _calls.Where(call => call.Error is null && call.End > back).ToList();
        var allGood = _calls.Where(call => call.Error is not null).Select(static call => call.Start).DefaultIfEmpty().Max();
        Tell("calls", $"{_calls.Count}, {_calls.Count(static call => call.Error is null)} good");
        Tell("failed", string.Join(", ", _calls.Where(static call => call.Error is not null).GroupBy(static call => call.Error).OrderByDescending(static group => group.Count()).Select(static group => $"{group.Key} {group.Count()}")));
        Tell("longest call", $"{_calls.Max(static call => (call.End - call.Start).TotalSeconds):0.0} s (total timeout {TotalSeconds} s)");
        Tell("server away", $"{(back - fault).TotalSeconds:0.0} s");
        Tell("first good call after its return", $"{(good.Min(static call => call.End) - back).TotalSeconds:0.00} s");
        Tell("last call that failed began after", $"{Math.Max(0, (allGood - back).TotalSeconds):0.00} s");
        Tell("connections in use at the end", $"{used} by the pool's count, {busy} of {held} by the server's; {left} after the client was disposed");
        Tell("inserts acknowledged", $"{_acknowledged.Count}, missing {missing}");
    }

    private static void Tell(string what, string figures) => Console.WriteLine($"{what,-34} {figures}");

    private async Task LoadAsync(ItemsDatabase items, CancellationToken stop)
    {
        var calls = new List<Task>();
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0L; !stop.IsCancellationRequested; i++)
        {
            var wait = TimeSpan.FromSeconds(i / (double)PerSecond) - Stopwatch.GetElapsedTime(begun);
            if (wait > TimeSpan.FromMilliseconds(1))
                await Task.Delay(wait, CancellationToken.None);
            calls.Add(CallAsync(items, i));
        }
        await Task.WhenAll(calls);
    }

    private async Task CallAsync(ItemsDatabase items, long number)
    {
        var start = _watch.Elapsed;
        try
        {
            if (number % 2 == 0)
            {
                await items.PriceAsync(1);
            }
            else
            {
                await items.InsertAsync(Guid.NewGuid(), number, 1.5m);
                _acknowledged.Add(number);
            }
            _calls.Add((start, _watch.Elapsed, null));
        }
        catch (SqlException exception)
        {
            _calls.Add((start, _watch.Elapsed, exception.Kind.ToString()));
        }
    }

    private static int Used()
    {
        var used = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "Npgsql", Name: "db.client.connection.count" })
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, measured, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag.Value is "used")
                    used += measured;
            }
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return used;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string text)
    {
        await using var command = source.CreateCommand(text);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string text)
    {
        await using var command = source.CreateCommand(text);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task<HashSet<long>> NumbersAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("select number from notes");
        await using var reader = await command.ExecuteReaderAsync();
        var numbers = new HashSet<long>();
        while (await reader.ReadAsync())
            numbers.Add(reader.GetInt64(0));
        return numbers;
    }
}
