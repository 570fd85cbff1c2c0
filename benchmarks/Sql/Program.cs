using System.Globalization;
using Benchmarks.Sql;
using Dapper;
using Integrations;
using Integrations.Tests.Shared;
using Npgsql;

if (args is ["kill" or "stop", ..])
{
    await new FaultExperiment(args[0] == "kill", args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : args[0] == "kill" ? 5 : 30).RunAsync();
    return;
}
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 151;
await using var server = await PostgresServer.StartAsync("max_connections=60");
var connectionString = await server.CreateDatabaseAsync(more: "Maximum Pool Size=10;Max Auto Prepare=100;Auto Prepare Min Usages=2;Command Timeout=15");
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

var comparison = new Comparison(rounds, args.Length > 1 ? args[1] : null);
using var cancellation = new CancellationTokenSource();
var ct = cancellation.Token;
await comparison.RunAsync(
    "one row",
    50,
    ("emitted", i => items.OneAsync((i % 5000) + 1, ct)),
    ("Npgsql by hand", i => hand.OneAsync((i % 5000) + 1, ct)),
    ("Dapper", async i =>
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.QuerySingleAsync<DapperItem>(new CommandDefinition(Statements.One, new { number = (long)(i % 5000) + 1 }, cancellationToken: ct));
    }));
await comparison.RunAsync(
    "1,000 rows",
    3,
    ("emitted", i => items.ManyAsync(i + 1, ct)),
    ("Npgsql by hand", i => hand.ManyAsync(i + 1, ct)),
    ("Dapper", async i =>
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        _ = (await connection.QueryAsync<DapperItem>(new CommandDefinition(Statements.Many, new { least = (long)i + 1 }, cancellationToken: ct))).AsList();
    }));
await comparison.RunAsync(
    "insert",
    50,
    ("emitted", i => items.InsertAsync(Guid.NewGuid(), i, 1.5m, ct)),
    ("Npgsql by hand", i => hand.InsertAsync(Guid.NewGuid(), i, 1.5m, ct)),
    ("Dapper", async i =>
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(Statements.Insert, new { id = Guid.NewGuid(), number = (long)i, price = 1.5m }, cancellationToken: ct));
    }));
await comparison.RunAsync(
    "batch of 100 inserts",
    5,
    ("emitted", _ =>
    {
        var batch = items.CreateBatch();
        for (var n = 0; n < 100; n++)
            batch.Insert(Guid.NewGuid(), n, 1.5m);
        return batch.ExecuteAsync(ct);
    }),
    ("Npgsql by hand", _ => hand.BatchAsync(100, ct)));
var notes = Enumerable.Range(0, 100_000).Select(static i => new Note(Guid.NewGuid(), i, i * 0.25m)).ToList();
await comparison.RunAsync(
    "COPY of 100,000 rows",
    1,
    ("emitted", async _ =>
    {
        await items.ImportAsync(notes, ct);
        await EmptyAsync();
    }),
    ("Npgsql by hand", async _ =>
    {
        await hand.ImportAsync(notes, ct);
        await EmptyAsync();
    }));

// Part of both sides, and small beside them.
async Task EmptyAsync()
{
    await using var command = source.CreateCommand("truncate notes");
    await command.ExecuteNonQueryAsync();
}
