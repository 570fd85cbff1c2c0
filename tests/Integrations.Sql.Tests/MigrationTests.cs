using System.Diagnostics;
using Integrations.Sql.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Integrations.Sql.Tests;

[Collection(PostgresDefinition.Name)]
public sealed class PostgresMigrationTests(PostgresFixture postgres) : MigrationTests(SqlEngine.Postgres, postgres)
{
    [Fact]
    public async Task What_one_migration_sets_for_its_session_is_not_there_for_the_next()
    {
        await using var empty = await EmptyDatabase.CreateAsync(SqlEngine.Postgres, Postgres.Server);
        var stock = empty.Connect<StockDatabase>();
        await stock.Migrations.ApplyAsync();
        // 0002 set another search_path; 0004 and the history are in the usual schema all the same.
        Assert.Equal(["public"], await stock.Sql.ListAsync($"select table_schema from information_schema.tables where table_name = 'integrations_migrations'", static row => row.GetString(0)));
        await stock.Database.DisposeAsync();
    }

    [Fact]
    public async Task Two_clients_of_one_database_have_histories_of_their_own()
    {
        await using var empty = await EmptyDatabase.CreateAsync(SqlEngine.Postgres, Postgres.Server);
        var (stock, broken) = (empty.Connect<StockDatabase>(), empty.Connect<BrokenDatabase>());
        Assert.Equal(4, (await stock.Migrations.ApplyAsync()).Count);
        await Assert.ThrowsAsync<SqlMigrationException>(() => broken.Migrations.ApplyAsync());
        Assert.Equal(["0001_good.sql"], (await broken.Migrations.LandedAsync()).Select(static landed => landed.Name));
        Assert.Equal(4, (await stock.Migrations.LandedAsync()).Count);
    }

    [Fact]
    public async Task A_lock_that_another_process_holds_is_waited_for_only_so_long()
    {
        await using var empty = await EmptyDatabase.CreateAsync(SqlEngine.Postgres, Postgres.Server);
        await using var other = new Npgsql.NpgsqlConnection(empty.ConnectionString);
        await other.OpenAsync();
        await using (var command = new Npgsql.NpgsqlCommand($"select pg_advisory_lock({LockKey(await empty.Connect<StockDatabase>().Migrations.ScriptAsync())})", other))
            await command.ExecuteNonQueryAsync();
        var stock = empty.Connect<StockDatabase>(static options => options.Settings["Migrations:LockSeconds"] = "0.3");
        var exception = await Assert.ThrowsAsync<SqlMigrationException>(() => stock.Migrations.ApplyAsync());
        Assert.Equal(SqlMigrationErrorKind.Locked, exception.Kind);
        Assert.Contains("Integrations:Stock:Migrations:LockSeconds", exception.Message, StringComparison.Ordinal);
        Assert.Empty(await stock.Migrations.LandedAsync());
    }

    [Fact]
    public async Task Cancelled_in_the_middle_it_leaves_what_is_committed_and_nobody_waits_for_its_lock()
    {
        await using var empty = await EmptyDatabase.CreateAsync(SqlEngine.Postgres, Postgres.Server);
        var slow = empty.Connect<SlowDatabase>(static options => options.Settings["Migrations:LockSeconds"] = "5");
        for (var i = 0; i < 2; i++)
        {
            using var source = new CancellationTokenSource();
            var applying = slow.Migrations.ApplyAsync(source.Token);
            while ((await slow.Sql.ListAsync($"select count(*) from pg_stat_activity where datname = current_database() and query = 'select pg_sleep(600)' and state = 'active'", static row => row.GetInt64(0)))[0] == 0)
            {
                Assert.False(applying.IsCompleted);
                await Task.Delay(10);
            }
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => applying.WaitAsync(TimeSpan.FromSeconds(10)));
            Assert.Equal(["1.sql"], (await slow.Migrations.LandedAsync()).Select(static landed => landed.Name));
        }
        await Assert.ThrowsAsync<SqlException>(() => slow.Sql.ExecuteAsync($"select * from second"));
    }

    [Fact]
    public async Task A_statement_that_cannot_run_in_a_transaction_says_how_it_can()
    {
        await using var empty = await EmptyDatabase.CreateAsync(SqlEngine.Postgres, Postgres.Server);
        var exception = await Assert.ThrowsAsync<SqlMigrationException>(() => empty.Connect<VacuumDatabase>().Migrations.ApplyAsync());
        Assert.Contains("'-- no transaction' be the first line of 1.sql", exception.Message, StringComparison.Ordinal);
    }

    private static string LockKey(string script) => script.Split("pg_advisory_lock(")[1].Split(')')[0];
}

[Collection(PostgresDefinition.Name)]
public sealed class SqliteMigrationTests(PostgresFixture postgres) : MigrationTests(SqlEngine.Sqlite, postgres)
{
    [Fact]
    public async Task A_lock_that_another_process_holds_is_waited_for_only_so_long()
    {
        await using var empty = await EmptyDatabase.CreateAsync(SqlEngine.Sqlite, Postgres.Server);
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection(empty.ConnectionString);
        await other.OpenAsync();
        await using (var held = other.BeginTransaction(deferred: false))
        {
            var stock = empty.Connect<StockDatabase>(options =>
            {
                options.ConnectionString += ";Default Timeout=1";
                options.Settings["Migrations:LockSeconds"] = "0.3";
            });
            Assert.Equal(SqlMigrationErrorKind.Locked, (await Assert.ThrowsAsync<SqlMigrationException>(() => stock.Migrations.ApplyAsync())).Kind);
        }
        Assert.Equal(4, (await empty.Connect<StockDatabase>().Migrations.ApplyAsync()).Count);
    }
}

public abstract class MigrationTests(SqlEngine engine, PostgresFixture postgres)
{
    private static readonly string[] s_names = ["0001_articles.sql", "0002_places.sql", "0003_index.sql", "0004_more.sql"];

    private protected PostgresFixture Postgres => postgres;

    [Fact]
    public async Task What_is_pending_is_applied_in_order_and_once()
    {
        await using var empty = await CreateAsync();
        var stock = empty.Connect<StockDatabase>();
        Assert.Equal(s_names, (await stock.Migrations.PendingAsync()).Select(static migration => migration.Name));
        Assert.Empty(await stock.Migrations.LandedAsync());
        var before = DateTimeOffset.UtcNow.AddSeconds(-5);

        var applied = await stock.Migrations.ApplyAsync();

        Assert.Equal(s_names, applied.Select(static landed => landed.Name));
        Assert.Equal(["nail", "it's; a screw"], await stock.NamesAsync());
        var landed = await stock.Migrations.LandedAsync();
        Assert.Equal(stock.Migrations.All.Select(static migration => (migration.Name, migration.Checksum)), landed.Select(static one => (one.Name, one.Checksum)));
        Assert.All(landed, one => Assert.InRange(one.AppliedAt, before, DateTimeOffset.UtcNow.AddSeconds(5)));
        Assert.All(landed, static one => Assert.NotEqual("", one.ProductVersion));
        Assert.Empty(await stock.Migrations.ApplyAsync());
        Assert.Empty(await stock.Migrations.PendingAsync());
        Assert.DoesNotContain("create", (await stock.Migrations.ScriptAsync()).ToLowerInvariant(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_four_programs_that_start_at_once_each_migration_is_applied_by_one()
    {
        await using var empty = await CreateAsync();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var programs = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await gate.Task;
            using var host = Host(empty, new() { ["Integrations:Stock:Migrations:Apply"] = "AtStart" });
            await host.StartAsync();
            var names = await host.Services.GetRequiredService<StockDatabase>().NamesAsync();
            await host.StopAsync();
            return names.Count;
        })).ToList();
        gate.SetResult();
        Assert.All(await Task.WhenAll(programs), static names => Assert.Equal(2, names));
        Assert.Equal(s_names, (await empty.Connect<StockDatabase>().Migrations.LandedAsync()).Select(static landed => landed.Name));
    }

    [Fact]
    public async Task One_that_changed_after_it_landed_is_refused_with_both_checksums_and_the_program_does_not_start()
    {
        await using var empty = await CreateAsync();
        var stock = empty.Connect<StockDatabase>();
        await stock.Migrations.ApplyAsync();
        await stock.Sql.ExecuteAsync($"update integrations_migrations set checksum = 'abc' where name = {s_names[1]}");
        foreach (var action in new Func<Task>[] { () => stock.Migrations.ApplyAsync(), () => stock.Migrations.PendingAsync(), () => stock.Migrations.ScriptAsync(), () => StartAsync(empty) })
        {
            var exception = await Assert.ThrowsAsync<SqlMigrationException>(action);
            Assert.Equal((SqlMigrationErrorKind.Changed, s_names[1], "Stock"), (exception.Kind, exception.Migration, exception.Integration));
            Assert.Contains(stock.Migrations.All[1].Checksum, exception.Message, StringComparison.Ordinal);
            Assert.Contains("checksum abc", exception.Message, StringComparison.Ordinal);
        }
        // The remedy that the message gives.
        await stock.Sql.ExecuteAsync($"update integrations_migrations set checksum = {stock.Migrations.All[1].Checksum} where name = {s_names[1]}");
        Assert.Empty(await stock.Migrations.ApplyAsync());
    }

    [Fact]
    public async Task One_that_landed_and_is_gone_is_refused_unless_it_is_newer_than_the_program()
    {
        await using var empty = await CreateAsync();
        var stock = empty.Connect<StockDatabase>();
        await stock.Migrations.ApplyAsync();
        await stock.Sql.ExecuteAsync($"update integrations_migrations set name = '0005_later.sql' where name = {s_names[3]}");
        var order = await Assert.ThrowsAsync<SqlMigrationException>(() => stock.Migrations.ApplyAsync());
        Assert.Equal((SqlMigrationErrorKind.OutOfOrder, s_names[3]), (order.Kind, order.Migration));

        await stock.Sql.ExecuteAsync($"insert into integrations_migrations select integration, {s_names[3]}, {stock.Migrations.All[3].Checksum}, applied_at, duration_ms, product_version from integrations_migrations where name = '0005_later.sql'");
        Assert.Empty(await stock.Migrations.ApplyAsync());

        await stock.Sql.ExecuteAsync($"update integrations_migrations set name = '0002_other.sql' where name = '0005_later.sql'");
        var missing = await Assert.ThrowsAsync<SqlMigrationException>(() => stock.Migrations.ApplyAsync());
        Assert.Equal((SqlMigrationErrorKind.Missing, "0002_other.sql"), (missing.Kind, missing.Migration));
    }

    [Fact]
    public async Task One_before_a_landed_one_is_applied_only_where_that_is_allowed()
    {
        await using var empty = await CreateAsync();
        var stock = empty.Connect<StockDatabase>();
        await stock.Migrations.ApplyAsync();
        await stock.Sql.ExecuteAsync($"delete from integrations_migrations where name = {s_names[2]}");
        var exception = await Assert.ThrowsAsync<SqlMigrationException>(() => stock.Migrations.PendingAsync());
        Assert.Equal(SqlMigrationErrorKind.OutOfOrder, exception.Kind);
        Assert.Contains("Integrations:Stock:Migrations:AllowOutOfOrder", exception.Message, StringComparison.Ordinal);
        var lenient = empty.Connect<StockDatabase>(static options => options.Settings["Migrations:AllowOutOfOrder"] = "true");
        Assert.Equal([s_names[2]], (await lenient.Migrations.ApplyAsync()).Select(static landed => landed.Name));
    }

    [Fact]
    public async Task One_that_fails_leaves_nothing_those_before_it_stay_and_the_error_names_file_and_line()
    {
        await using var empty = await CreateAsync();
        var broken = empty.Connect<BrokenDatabase>();
        for (var i = 0; i < 2; i++)
        {
            var exception = await Assert.ThrowsAsync<SqlMigrationException>(() => broken.Migrations.ApplyAsync());
            Assert.Equal((SqlMigrationErrorKind.Failed, "0002_bad.sql"), (exception.Kind, exception.Migration));
            // SQLite's driver does not say which character it is: then it is the statement's first.
            Assert.Equal(engine == SqlEngine.Postgres ? (5, 21) : (4, 1), (exception.Line, exception.Column));
            Assert.Contains($"0002_bad.sql({exception.Line},{exception.Column})", exception.Message, StringComparison.Ordinal);
            Assert.IsType<SqlException>(exception.InnerException);
        }
        Assert.Equal(["0001_good.sql"], (await broken.Migrations.LandedAsync()).Select(static landed => landed.Name));
        Assert.Equal(0, await broken.CountAsync());
        await Assert.ThrowsAsync<SqlException>(() => broken.Sql.ExecuteAsync($"select * from half"));
        await Assert.ThrowsAsync<SqlException>(() => broken.Sql.ExecuteAsync($"select * from never"));
    }

    [Fact]
    public async Task A_script_that_was_run_by_hand_is_accepted_and_does_nothing_the_second_time()
    {
        await using var empty = await CreateAsync();
        var stock = empty.Connect<StockDatabase>();
        var script = await stock.Migrations.ScriptAsync();
        Assert.Empty(await stock.Migrations.LandedAsync());
        Assert.Equal(0, await RunByHandAsync(empty, script));
        Assert.Empty(await stock.Migrations.PendingAsync());
        Assert.Empty(await stock.Migrations.ApplyAsync());
        Assert.Equal(s_names, (await stock.Migrations.LandedAsync()).Select(static landed => landed.Name));
        Assert.NotEqual(0, await RunByHandAsync(empty, script));
        Assert.Equal(2, (await stock.NamesAsync()).Count);
        Assert.Equal([1L], await stock.Sql.ListAsync($"select count(*) from places", static row => row.GetInt64(0)));
    }

    [Fact]
    public async Task Nothing_is_applied_unless_it_is_asked_for_and_what_is_asked_wrongly_is_said_before_the_start()
    {
        await using var empty = await CreateAsync();
        using (var host = Host(empty, []))
        {
            await host.StartAsync();
            Assert.Equal(4, (await host.Services.GetRequiredService<StockDatabase>().Migrations.PendingAsync()).Count);
        }
        using var wrong = Host(empty, new() { ["Integrations:Stock:Migrations:Apply"] = "Sometimes", ["Integrations:Orders:Migrations:Apply"] = "AtStart", ["Integrations:Orders:ConnectionString"] = empty.ConnectionString });
        var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => wrong.StartAsync());
        Assert.Equal(2, exception.Problems.Count);
        Assert.Contains(exception.Problems, static problem => problem.StartsWith("Integrations:Stock:Migrations:Apply must be one of", StringComparison.Ordinal));
        Assert.Contains(exception.Problems, static problem => problem.StartsWith("Integrations:Orders:Migrations:Apply is AtStart, but Orders has no migrations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_leaves_its_own_transaction_open_is_refused()
    {
        await using var empty = await CreateAsync();
        var open = empty.Connect<OpenDatabase>();
        var exception = await Assert.ThrowsAsync<SqlMigrationException>(() => open.Migrations.ApplyAsync());
        Assert.Equal((SqlMigrationErrorKind.Failed, "2.sql"), (exception.Kind, exception.Migration));
        Assert.Contains("commit", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["1.sql"], (await open.Migrations.LandedAsync()).Select(static landed => landed.Name));
    }

    private async Task<int> RunByHandAsync(EmptyDatabase empty, string script)
    {
        var start = engine == SqlEngine.Postgres
            ? new ProcessStartInfo("psql", ["--no-psqlrc", "-q", "-h", "127.0.0.1", "-p", $"{postgres.Server.Port}", "-U", "app", "-d", new Npgsql.NpgsqlConnectionStringBuilder(empty.ConnectionString).Database!])
            : new ProcessStartInfo("sqlite3", [new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(empty.ConnectionString).DataSource]);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        using var shell = Process.Start(start)!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.StandardInput.WriteAsync(script);
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        await Task.WhenAll(output, error);
        return shell.ExitCode;
    }

    private static async Task StartAsync(EmptyDatabase empty)
    {
        using var host = Host(empty, new() { ["Integrations:Stock:Migrations:Apply"] = "AtStart" });
        await host.StartAsync();
    }

    private static IHost Host(EmptyDatabase empty, Dictionary<string, string?> settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        settings["Integrations:Stock:ConnectionString"] = empty.ConnectionString;
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddIntegrations();
        return builder.Build();
    }

    private Task<EmptyDatabase> CreateAsync() => EmptyDatabase.CreateAsync(engine, postgres.Server);
}
