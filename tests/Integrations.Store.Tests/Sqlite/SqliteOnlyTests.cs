using System.Diagnostics;
using Integrations.Store.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace Integrations.Store.Tests.Sqlite;

/// <summary>What one writer for many can get wrong.</summary>
public sealed class SqliteOnlyTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private SqliteEngine _engine = null!;
    private IStore _store = null!;

    public async Task InitializeAsync()
    {
        _engine = SqliteEngine.Start();
        _store = _engine.Create();
        await _store.PrepareAsync();
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task Work_that_fails_takes_nothing_of_its_group_along()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            try
            {
                await _store.TransactAsync(async (transaction, token) =>
                {
                    await _store.Inbox.MarkAsync(transaction, "c", i.ToString(System.Globalization.CultureInfo.InvariantCulture), token);
                    if (i % 3 == 0)
                        throw new InvalidDataException();
                });
                return true;
            }
            catch (InvalidDataException)
            {
                return false;
            }
        }));
        Assert.Equal(Enumerable.Range(0, 200).Select(static i => i % 3 != 0), results);
        Assert.Equal(results.Count(static done => done), await _engine.CountAsync("inbox"));
    }

    [Theory]
    [InlineData("commit")]
    [InlineData("rollback")]
    [InlineData("end transaction")]
    public async Task Work_cannot_end_the_transaction_that_it_shares(string statement)
    {
        var before = Mark("before");
        var bad = _store.TransactAsync(async (transaction, token) =>
        {
            await _store.Inbox.MarkAsync(transaction, "c", "bad", token);
            await using var command = transaction.Connection!.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(token);
        });
        var after = Mark("after");
        await Assert.ThrowsAsync<SqliteException>(() => bad);
        await Task.WhenAll(before, after);
        await Assert.ThrowsAsync<SqliteException>(() => _store.TransactAsync(static (transaction, token) => transaction.CommitAsync(token)));
        Assert.Equal(2, await _engine.CountAsync("inbox"));
        await Mark("then");
    }

    [Fact]
    public async Task Work_that_calls_the_store_for_a_transaction_of_its_own_is_told()
    {
        var told = await Assert.ThrowsAsync<InvalidOperationException>(() => _store.TransactAsync((_, token) => _store.Leases.TryAcquireAsync("l", "", Minute, token)));
        Assert.Contains("pass that transaction", told.Message, StringComparison.Ordinal);
        Assert.NotNull(await _store.Leases.TryAcquireAsync("l", "", Minute));
    }

    [Fact]
    public async Task Work_runs_in_its_callers_context()
    {
        using var activity = new Activity("caller").Start();
        var other = Task.Run(() => Mark("x"));
        Assert.Same(activity, await _store.TransactAsync(static (_, _) => Task.FromResult(Activity.Current)));
        await other;
    }

    [Fact]
    public async Task Work_that_is_cancelled_is_not_done()
    {
        using var end = new CancellationTokenSource();
        var running = _store.TransactAsync(
            async (transaction, token) =>
            {
                await _store.Inbox.MarkAsync(transaction, "c", "1", token);
                await end.CancelAsync();
                await Task.Delay(Minute, token);
            },
            end.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.TransactAsync((transaction, token) => _store.Inbox.MarkAsync(transaction, "c", "2", token), end.Token));
        Assert.Equal(0, await _engine.CountAsync("inbox"));
    }

    [Fact]
    public async Task A_write_waits_for_another_process_and_the_store_goes_on_after_it_waited_too_long()
    {
        await using var store = _engine.Create(static options => ((SqliteStoreOptions)options).BusyTimeout = TimeSpan.FromMilliseconds(200));
        await store.PrepareAsync();
        await using var connection = await _engine.ConnectAsync();
        await using (await _engine.BeginAsync(connection))
        {
            var busy = await Assert.ThrowsAsync<SqliteException>(() => store.Leases.TryAcquireAsync("l", "", Minute));
            Assert.Equal(5, busy.SqliteErrorCode);
        }
        Assert.NotNull(await store.Leases.TryAcquireAsync("l", "", Minute));
    }

    [Fact]
    public async Task What_is_under_way_when_the_store_is_closed_is_committed_and_what_comes_later_is_refused()
    {
        var store = _engine.Create();
        var marks = Enumerable.Range(0, 50).Select(i => store.TransactAsync((transaction, token) => store.Inbox.MarkAsync(transaction, "c", "m" + i, token))).ToArray();
        await store.DisposeAsync();
        Assert.All(await Task.WhenAll(marks), Assert.True);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Leases.TryAcquireAsync("l", "", Minute));
        Assert.Equal(50, await _engine.CountAsync("inbox"));
    }

    [Fact]
    public async Task Many_writes_at_once_share_commits()
    {
        await using var store = _engine.Create(static options => ((SqliteStoreOptions)options).Durability = SqliteDurability.PowerLoss);
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => store.TransactAsync((transaction, token) => store.Inbox.MarkAsync(transaction, "c", "m" + i, token))));
        Assert.Equal(2_000, await _engine.CountAsync("inbox"));
        // Each commit appends at least one page of the log of changes; two thousand of their own would be more than two thousand pages.
        Assert.InRange(new FileInfo(_engine.Path + "-wal").Length, 1, 1_500 * 4_096);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(":memory:")]
    [InlineData("file:x?mode=memory")]
    [InlineData("a\0b")]
    public void What_is_no_file_is_refused(string path) => Assert.Throws<ArgumentException>(() => new SqliteStoreOptions { Path = path }.CreateStore());

    [Theory]
    [InlineData("x\" ; drop table y; --")]
    [InlineData("A")]
    [InlineData("")]
    public void A_prefix_that_is_no_plain_name_is_refused(string prefix) => Assert.Throws<ArgumentException>(() => new SqliteStoreOptions { Path = _engine.Path, TablePrefix = prefix }.CreateStore());

    [Fact]
    public async Task A_file_that_is_no_database_is_an_error_and_left_as_it_is()
    {
        var path = _engine.Path + ".txt";
        await File.WriteAllTextAsync(path, new string('x', 5_000));
        await using var store = new SqliteStoreOptions { Path = path }.CreateStore();
        await Assert.ThrowsAsync<SqliteException>(() => store.PrepareAsync());
        Assert.Equal(new string('x', 5_000), await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_host_prepares_the_store_before_its_services_start()
    {
        var path = _engine.Path + ".host";
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSqliteStore((options, _) => options.Path = path);
        using var host = builder.Build();
        await host.StartAsync();
        var store = (IStore)host.Services.GetService(typeof(IStore))!;
        Assert.NotNull(await store.Leases.TryAcquireAsync("l", "", Minute));
        await host.StopAsync();
    }

    private Task<bool> Mark(string id) => _store.TransactAsync((transaction, token) => _store.Inbox.MarkAsync(transaction, "c", id, token));
}
