using System.Diagnostics;
using Integrations.Store.Tests.Support;
using Npgsql;

namespace Integrations.Store.Tests.Postgres;

/// <summary>What only a server can get wrong.</summary>
[Collection(PostgresDefinition.Name)]
public sealed class PostgresOnlyTests(PostgresFixture fixture) : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private PostgresEngine _engine = null!;
    private IStore _store = null!;

    public async Task InitializeAsync()
    {
        _engine = await PostgresEngine.StartAsync(fixture);
        _store = _engine.Create();
        await _store.PrepareAsync();
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task A_record_that_commits_late_holds_later_ones_back_and_is_not_skipped()
    {
        await using var early = await BeginAsync();
        await _store.Log.AppendAsync(early, "early", 0, [new() { Type = "t" }]);
        await _store.TransactAsync((transaction, token) => _store.Log.AppendAsync(transaction, "late", 0, [new() { Type = "t" }], token));
        Assert.Empty(await _store.Log.ReadAllAsync(0, 10));
        Assert.Single(await _store.Log.ReadAsync("late", 0, 10));
        await early.CommitAsync();
        Assert.Equal(["early", "late"], (await _store.Log.ReadAllAsync(0, 10)).Select(static record => record.Stream));
    }

    [Fact]
    public async Task A_position_that_was_rolled_back_holds_nothing_back()
    {
        await using (var early = await BeginAsync())
        {
            await _store.Log.AppendAsync(early, "early", 0, [new() { Type = "t" }]);
            await _store.TransactAsync((transaction, token) => _store.Log.AppendAsync(transaction, "late", 0, [new() { Type = "t" }], token));
            await early.RollbackAsync();
        }
        Assert.Equal(["late"], (await _store.Log.ReadAllAsync(0, 10)).Select(static record => record.Stream));
    }

    [Fact]
    public async Task An_append_after_a_savepoint_was_rolled_back_holds_later_ones_back_too()
    {
        await using var early = await BeginAsync();
        await early.SaveAsync("s");
        await _store.Log.AppendAsync(early, "gone", 0, [new() { Type = "t" }]);
        await early.RollbackAsync("s");
        await _store.Log.AppendAsync(early, "early", 0, [new() { Type = "t" }]);
        await _store.TransactAsync((transaction, token) => _store.Log.AppendAsync(transaction, "late", 0, [new() { Type = "t" }], token));
        Assert.Empty(await _store.Log.ReadAllAsync(0, 10));
        await early.CommitAsync();
        Assert.Equal(["early", "late"], (await _store.Log.ReadAllAsync(0, 10)).Select(static record => record.Stream));
    }

    [Fact]
    public async Task A_transaction_that_writes_but_does_not_append_holds_nothing_back()
    {
        await using var other = await BeginAsync();
        await ExecuteAsync(other, "create table mine (x int)");
        await _store.TransactAsync((transaction, token) => _store.Log.AppendAsync(transaction, "s", 0, [new() { Type = "t" }], token));
        Assert.Single(await _store.Log.ReadAllAsync(0, 10));
    }

    [Fact]
    public async Task The_low_half_of_a_position_tells_the_whole()
    {
        await _engine.ScalarAsync("select setval('integrations.log_position', 4294967296 * 3 - 2)");
        await using var early = await BeginAsync();
        await _store.Log.AppendAsync(early, "early", 0, [new() { Type = "t" }]);
        for (var i = 0; i < 5; i++)
            await _store.TransactAsync((transaction, token) => _store.Log.AppendAsync(transaction, "late", i, [new() { Type = "t" }], token));
        Assert.Empty(await _store.Log.ReadAllAsync(0, 10));
        await early.CommitAsync();
        Assert.Equal(6, (await _store.Log.ReadAllAsync(0, 10)).Count);
    }

    [Fact]
    public async Task A_guarded_transaction_keeps_takeover_waiting_but_not_renewal()
    {
        var lease = (await _store.Leases.TryAcquireAsync("job", "a", TimeSpan.FromMilliseconds(400)))!;
        await using var guarded = await BeginAsync();
        await _store.Leases.GuardAsync(guarded, lease);
        await _store.Leases.RenewAsync(lease).WaitAsync(TimeSpan.FromSeconds(5));
        await Task.Delay(600);
        Assert.Null(await _store.Leases.TryAcquireAsync("job", "b", Minute));
        await guarded.CommitAsync();
        Assert.NotNull(await _store.Leases.TryAcquireAsync("job", "b", Minute));
    }

    [Fact]
    public async Task An_open_transaction_that_appended_under_a_key_holds_no_dispatcher_up()
    {
        await _store.TransactAsync(async (transaction, token) =>
        {
            await _store.Outbox.AppendAsync(transaction, new() { Queue = "q", Key = "k" }, token);
            await _store.Outbox.AppendAsync(transaction, new() { Queue = "q", Key = "other" }, token);
            await _store.Outbox.AppendAsync(transaction, new() { Queue = "q", Key = "other" }, token);
        });
        await using var open = await BeginAsync();
        await _store.Outbox.AppendAsync(open, new() { Queue = "q", Key = "k" });
        var began = Stopwatch.GetTimestamp();
        foreach (var row in await _store.Outbox.ClaimAsync("q", 10, Minute))
            Assert.True(await _store.Outbox.CompleteAsync(row));
        Assert.Equal("other", Assert.Single(await _store.Outbox.ClaimAsync("q", 10, Minute)).Key);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        await open.CommitAsync();
        Assert.Equal("k", Assert.Single(await _store.Outbox.ClaimAsync("q", 10, Minute)).Key);
    }

    [Fact]
    public async Task The_programs_role_can_do_all_work_and_change_no_schema()
    {
        await using var engine = await PostgresEngine.StartAsync(fixture);
        await engine.ScalarAsync("do $$ begin if not exists (select from pg_roles where rolname = 'store_owner') then create role store_owner; create role store_program login; end if; end $$");
        var script = PostgresScript.Create("integrations", "store_owner", "store_program");
        await engine.ScalarAsync(script);
        await engine.ScalarAsync(script);
        Assert.Equal(3, await engine.CountAsync("schema_version"));
        Assert.Equal("store_owner", await engine.ScalarAsync("select tableowner::text from pg_tables where schemaname = 'integrations' and tablename = 'log'"));

        var asProgram = new PostgresEngine(new NpgsqlConnectionStringBuilder(engine.ConnectionString) { Username = "store_program" }.ToString());
        await using var store = asProgram.Create();
        await store.PrepareAsync();
        var lease = (await store.Leases.TryAcquireAsync("l", "", Minute))!;
        await store.TransactAsync(async (transaction, token) =>
        {
            await store.Leases.GuardAsync(transaction, lease, token);
            await store.Inbox.MarkAsync(transaction, "c", "1", token);
            await store.Log.AppendAsync(transaction, "s", 0, [new() { Type = "t" }], token);
            await store.Log.AppendAsync(transaction, "s", 1, [new() { Type = "t" }], token);
            await store.Timers.SetAsync(transaction, new() { Queue = "q", Name = "t" }, token);
            await store.Outbox.AppendAsync(transaction, new() { Queue = "q", Key = "k" }, token);
        });
        var rows = await store.Outbox.ClaimAsync("q", 10, Minute);
        await store.Outbox.FailAsync(rows[0], "no", null);
        await store.Outbox.CompleteAsync(rows[1]);
        Assert.True(await store.Outbox.ReviveAsync(rows[0].Id));
        Assert.Equal(2, (await store.Log.ReadAllAsync(0, 10)).Count);
        await store.Leases.ReleaseAsync(await store.Leases.RenewAsync(lease));
        await store.PurgeAsync(new() { DeadLetters = TimeSpan.Zero, Inbox = TimeSpan.Zero });

        foreach (var forbidden in (string[])["create table integrations.mine (x int)", "drop table integrations.lease", "update integrations.log set type = 'x'", "delete from integrations.log",
            "insert into integrations.schema_version values (9, now())", "truncate integrations.outbox"])
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => asProgram.ScalarAsync(forbidden));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task The_script_upgrades_what_a_program_made_and_a_program_takes_what_the_script_made()
    {
        await using var engine = await PostgresEngine.StartAsync(fixture);
        await engine.ScalarAsync(await File.ReadAllTextAsync("Postgres/version1.sql"));
        await engine.ScalarAsync(PostgresScript.Create("integrations", "app", "app"));
        await using var store = engine.Create(static options => options.Upgrade = SchemaUpgrade.Check);
        await store.PrepareAsync();
        Assert.Equal(3, await engine.CountAsync("schema_version"));
        // A published script never changes.
        Assert.Contains((await File.ReadAllTextAsync("Postgres/version1.sql")).Split('\n', 4)[3].Trim(), PostgresScript.Create("integrations", "a", "b"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x\"; drop schema public; --")]
    [InlineData("Capital")]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("pg'x")]
    [InlineData("a name of more than forty characters which is")]
    public void A_name_that_is_no_plain_name_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => new PostgresStoreOptions { ConnectionString = _engine.ConnectionString, Schema = name }.CreateStore());
        Assert.Throws<ArgumentException>(() => PostgresScript.Create(name, "a", "b"));
        var longer = name + (name.Length == 0 ? "" : new string('x', 30));
        Assert.Throws<ArgumentException>(() => PostgresScript.Create("a", longer, "b"));
        Assert.Throws<ArgumentException>(() => PostgresScript.Create("a", "b", longer));
    }

    [Fact]
    public async Task Schemas_in_one_database_know_nothing_of_each_other()
    {
        await using var other = _engine.Create(static options => ((PostgresStoreOptions)options).Schema = "select");
        await other.PrepareAsync();
        Assert.NotNull(await _store.Leases.TryAcquireAsync("job", "", Minute));
        Assert.NotNull(await other.Leases.TryAcquireAsync("job", "", Minute));
        await using var open = await BeginAsync();
        await _store.Log.AppendAsync(open, "s", 0, [new() { Type = "t" }]);
        await other.Log.AppendAsync(open, "s", 0, [new() { Type = "t" }]);
        await other.TransactAsync((transaction, token) => other.Log.AppendAsync(transaction, "s2", 0, [new() { Type = "t" }], token));
        Assert.Empty(await other.Log.ReadAllAsync(0, 10));
        await open.CommitAsync();
        Assert.Single(await _store.Log.ReadAllAsync(0, 10));
        Assert.Equal(2, (await other.Log.ReadAllAsync(0, 10)).Count);
    }

    [Fact]
    public async Task A_listener_that_was_cut_off_listens_again()
    {
        await _store.Signals.WaitAsync("q", TimeSpan.FromMilliseconds(500));
        await _store.Signals.WaitAsync("q", TimeSpan.FromMilliseconds(100));
        await _engine.ScalarAsync("select count(pg_terminate_backend(pid)) from pg_stat_activity where query like 'listen%' and datname = current_database()");
        await Task.Delay(2_500);
        await _store.Signals.WaitAsync("q", TimeSpan.FromMilliseconds(100));
        await _store.Signals.WaitAsync("q", TimeSpan.FromMilliseconds(100));
        var waiting = _store.Signals.WaitAsync("q", Minute);
        await _store.TransactAsync((transaction, token) => _store.Signals.HintAsync(transaction, "q", token));
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(System.Data.IsolationLevel.RepeatableRead)]
    [InlineData(System.Data.IsolationLevel.Serializable)]
    public async Task Stricter_transactions_are_joined_or_fail_as_a_whole(System.Data.IsolationLevel level)
    {
        await using var connection = (NpgsqlConnection)await _engine.ConnectAsync();
        await using (var strict = await connection.BeginTransactionAsync(level))
        {
            await ExecuteAsync(strict, "select 1");
            await _store.Outbox.AppendAsync(strict, new() { Queue = "q", Key = "k" });
            await _store.Log.AppendAsync(strict, "s", 0, [new() { Type = "t" }]);
            await strict.CommitAsync();
        }
        await using (var strict = await connection.BeginTransactionAsync(level))
        {
            // Its view is older than the end of the head; the key's row tells as it is now.
            await ExecuteAsync(strict, "select count(*) from integrations.outbox");
            Assert.True(await _store.Outbox.CompleteAsync(Assert.Single(await _store.Outbox.ClaimAsync("q", 10, Minute))));
            Assert.Empty(await _store.Outbox.ClaimAsync("q", 10, Minute));
            await _store.Outbox.AppendAsync(strict, new() { Queue = "q", Key = "k" });
            await strict.CommitAsync();
        }
        Assert.True(await _store.Outbox.CompleteAsync(Assert.Single(await _store.Outbox.ClaimAsync("q", 10, Minute))));
        await using (var strict = await connection.BeginTransactionAsync(level))
        {
            await ExecuteAsync(strict, "select count(*) from integrations.outbox");
            await _store.TransactAsync((transaction, token) => _store.Outbox.AppendAsync(transaction, new() { Queue = "q", Key = "k" }, token));
            var failed = await Assert.ThrowsAsync<PostgresException>(() => _store.Outbox.AppendAsync(strict, new() { Queue = "q", Key = "k" }));
            Assert.Equal(PostgresErrorCodes.SerializationFailure, failed.SqlState);
        }
    }

    [Fact]
    public async Task A_transaction_of_another_engine_is_refused()
    {
        await using var sqlite = new SqliteEngine();
        await using var connection = await sqlite.ConnectAsync();
        await using var transaction = await sqlite.BeginAsync(connection);
        await Assert.ThrowsAsync<ArgumentException>(() => _store.Inbox.MarkAsync(transaction, "c", "1"));
        await using var store = sqlite.Create();
        await using var mine = await BeginAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => store.Inbox.MarkAsync(mine, "c", "1"));
    }

    private async Task<NpgsqlTransaction> BeginAsync() => await ((NpgsqlConnection)await _engine.ConnectAsync()).BeginTransactionAsync();

    private static async Task ExecuteAsync(NpgsqlTransaction transaction, string sql)
    {
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync();
    }
}
