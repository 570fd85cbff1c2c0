using System.Diagnostics;
using System.Globalization;
using Benchmarks.Sql;
using Dapper;
using Integrations;
using Integrations.Tests.Shared;
using Npgsql;

// Three sides over one server, one after the other within each round; what is shown is the median of the rounds, and the median of the rounds' ratios.
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 31;
await using var server = await PostgresServer.StartAsync("max_connections=60");
var connectionString = await server.CreateDatabaseAsync(more: "Maximum Pool Size=10;Max Auto Prepare=100;Auto Prepare Min Usages=2");
await using var source = NpgsqlDataSource.Create(connectionString);
await using (var command = source.CreateCommand("""
    create table items (id uuid, number bigint primary key, count int, level smallint, active bool, name text, note text, price numeric, weight float8, created_at timestamptz, day date, data bytea);
    create table notes (id uuid, number bigint, price numeric);
    insert into items select gen_random_uuid(), i, i % 100, 3, true, 'item ' || i, case when i % 2 = 0 then 'a note on it' end, i * 1.25, i * 0.5, now(), current_date, '\x0102030405060708' from generate_series(1, 5000) i
    """))
{
    await command.ExecuteNonQueryAsync();
}
DefaultTypeMap.MatchNamesWithUnderscores = true;
var items = SqlClient.Create<ItemsDatabase>(options => options.DataSource = source);
var hand = new HandWritten(source);

await Compare("one row", 400, i => items.OneAsync((i % 5000) + 1), i => hand.OneAsync((i % 5000) + 1), async i =>
{
    await using var connection = await source.OpenConnectionAsync();
    await connection.QuerySingleAsync<DapperItem>(Statements.One, new { number = (long)(i % 5000) + 1 });
});
await Compare("1,000 rows", 10, i => items.ManyAsync(i + 1), i => hand.ManyAsync(i + 1), async i =>
{
    await using var connection = await source.OpenConnectionAsync();
    _ = (await connection.QueryAsync<DapperItem>(Statements.Many, new { least = (long)i + 1 })).AsList();
});
await Compare("insert", 400, i => items.InsertAsync(Guid.NewGuid(), i, 1.5m), i => hand.InsertAsync(Guid.NewGuid(), i, 1.5m), async i =>
{
    await using var connection = await source.OpenConnectionAsync();
    await connection.ExecuteAsync(Statements.Insert, new { id = Guid.NewGuid(), number = (long)i, price = 1.5m });
});
await Compare(
    "batch of 100 inserts",
    10,
    _ =>
    {
        var batch = items.CreateBatch();
        for (var n = 0; n < 100; n++)
            batch.Insert(Guid.NewGuid(), n, 1.5m);
        return batch.ExecuteAsync();
    },
    _ => hand.BatchAsync(100),
    null);

async Task Compare(string name, int calls, Func<int, Task> emitted, Func<int, Task> handWritten, Func<int, Task>? dapper)
{
    Func<int, Task>[] sides = dapper is null ? [emitted, handWritten] : [emitted, handWritten, dapper];
    var results = sides.Select(_ => new List<(double Time, double Bytes)>()).ToArray();
    for (var round = -3; round < rounds; round++)
    {
        for (var k = 0; k < sides.Length; k++)
        {
            // Each side begins a round as often as the others.
            var side = (k + round + 3) % sides.Length;
            var (bytes, start) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
            for (var i = 0; i < calls; i++)
                await sides[side](i);
            var elapsed = Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls;
            if (round >= 0)
                results[side].Add((elapsed, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)calls));
        }
    }
    for (var other = 1; other < sides.Length; other++)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-22} against {(other == 1 ? "Npgsql by hand" : "Dapper"),-14}: time {Ratio(results[0], results[other], static r => r.Time):0.00} ({Median(results[0], static r => r.Time):0.0} to {Median(results[other], static r => r.Time):0.0} us), bytes {Ratio(results[0], results[other], static r => r.Bytes):0.00} ({Median(results[0], static r => r.Bytes):0} to {Median(results[other], static r => r.Bytes):0})"));
    }
}

static double Ratio(List<(double Time, double Bytes)> left, List<(double Time, double Bytes)> right, Func<(double Time, double Bytes), double> of) =>
    left.Zip(right, (l, r) => of(l) / of(r)).Order().ElementAt(left.Count / 2);

static double Median(List<(double Time, double Bytes)> values, Func<(double Time, double Bytes), double> of) => values.Select(of).Order().ElementAt(values.Count / 2);
