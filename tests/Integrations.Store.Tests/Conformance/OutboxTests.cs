using System.Collections.Concurrent;

namespace Integrations.Store.Tests;

public abstract partial class StoreTests
{
    private const string Queue = "mail";

    [Fact]
    public async Task A_row_is_there_when_its_transaction_commits_and_only_then()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Do(async transaction =>
        {
            await AppendAsync(transaction, "lost");
            throw new InvalidOperationException();
        }));
        await Do(transaction => AppendAsync(transaction, "kept"));
        Assert.Equal(["kept"], await ClaimTextsAsync());
    }

    [Fact]
    public async Task A_users_own_transaction_is_joined()
    {
        await using var connection = await Engine.ConnectAsync();
        await using (var transaction = await Engine.BeginAsync(connection))
        {
            await AppendAsync(transaction, "rolled back");
            await transaction.RollbackAsync();
        }
        await using (var transaction = await Engine.BeginAsync(connection))
        {
            await AppendAsync(transaction, "committed");
            Assert.True(await Store.Inbox.MarkAsync(transaction, "c", "1"));
            Assert.Equal(1, await Store.Log.AppendAsync(transaction, "s", 0, [new() { Type = "t" }]));
            await Store.Timers.SetAsync(transaction, new() { Queue = "later", Name = "t", Delay = Minute });
            await transaction.CommitAsync();
        }
        Assert.Equal(["committed"], await ClaimTextsAsync());
        Assert.Single(await Store.Log.ReadAsync("s", 0, 10));
    }

    [Fact]
    public async Task A_claimed_row_is_out_once_and_completed_for_good()
    {
        await Do(transaction => AppendAsync(transaction, "1"));
        var row = Assert.Single(await Store.Outbox.ClaimAsync(Queue, 10, Minute));
        Assert.Empty(await Store.Outbox.ClaimAsync(Queue, 10, Minute));
        Assert.Equal(("h", 1), (row.Headers, row.Attempts));
        Assert.True(await Store.Outbox.CompleteAsync(row));
        Assert.False(await Store.Outbox.CompleteAsync(row));
        Assert.Equal(0, await Engine.CountAsync("outbox"));
    }

    [Fact]
    public async Task A_claim_that_ran_out_goes_to_another_and_the_former_counts_for_nothing()
    {
        await Do(transaction => AppendAsync(transaction, "1"));
        var former = Assert.Single(await Store.Outbox.ClaimAsync(Queue, 10, TimeSpan.FromMilliseconds(20)));
        await Task.Delay(60);
        var row = Assert.Single(await Store.Outbox.ClaimAsync(Queue, 10, Minute));
        Assert.Equal((former.Id, 2), (row.Id, row.Attempts));
        Assert.False(await Store.Outbox.CompleteAsync(former));
        Assert.False(await Store.Outbox.ExtendAsync(former, Minute));
        Assert.False(await Store.Outbox.FailAsync(former, "late", TimeSpan.Zero));
        Assert.False(await Store.Outbox.FailAsync(former, "late", null));
        Assert.True(await Store.Outbox.ExtendAsync(row, Minute));
        Assert.True(await Store.Outbox.CompleteAsync(row));
    }

    [Fact]
    public async Task A_failed_row_comes_again_after_its_delay()
    {
        await Do(transaction => AppendAsync(transaction, "1"));
        Assert.True(await Store.Outbox.FailAsync(Assert.Single(await Store.Outbox.ClaimAsync(Queue, 1, Minute)), "no", TimeSpan.FromMilliseconds(200)));
        Assert.Empty(await Store.Outbox.ClaimAsync(Queue, 1, Minute));
        await Task.Delay(300);
        Assert.Equal(2, Assert.Single(await Store.Outbox.ClaimAsync(Queue, 1, Minute)).Attempts);
    }

    [Fact]
    public async Task A_row_that_fails_for_good_is_a_dead_letter_and_can_be_revived()
    {
        var id = await Do(transaction => AppendAsync(transaction, "1", "k"));
        await Store.Outbox.FailAsync(Assert.Single(await Store.Outbox.ClaimAsync(Queue, 1, Minute)), "bad \0 \ud800 address " + new string('x', 5000), null);
        Assert.Empty(await Store.Outbox.ClaimAsync(Queue, 1, Minute));
        var dead = Assert.Single(await Store.Outbox.ReadDeadAsync(Queue, 0, 10));
        Assert.Equal((id, "1", "k", "h", 1), (dead.Id, Text(dead.Payload), dead.Key, dead.Headers, dead.Attempts));
        Assert.StartsWith("bad \uFFFD \uFFFD address xxx", dead.Error, StringComparison.Ordinal);
        Assert.Equal(2000, dead.Error.Length);
        Assert.True(await Store.Outbox.ReviveAsync(dead.Id));
        Assert.False(await Store.Outbox.ReviveAsync(dead.Id));
        Assert.Empty(await Store.Outbox.ReadDeadAsync(Queue, 0, 10));
        Assert.Equal(["1"], await ClaimTextsAsync());
    }

    [Fact]
    public async Task A_row_whose_processes_always_die_comes_to_rest()
    {
        await using var store = Engine.Create(static options => options.MaxAttempts = 3);
        await Do(transaction => AppendAsync(transaction, "deadly", "k"));
        await Do(transaction => AppendAsync(transaction, "behind", "k"));
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(attempt, Assert.Single(await store.Outbox.ClaimAsync(Queue, 10, TimeSpan.FromMilliseconds(1))).Attempts);
            await Task.Delay(20);
        }
        Assert.Empty(await store.Outbox.ClaimAsync(Queue, 10, Minute));
        var dead = Assert.Single(await store.Outbox.ReadDeadAsync(Queue, 0, 10));
        Assert.Equal("deadly", Text(dead.Payload));
        Assert.Contains("3 times", dead.Error, StringComparison.Ordinal);
        Assert.Equal("behind", Text(Assert.Single(await store.Outbox.ClaimAsync(Queue, 10, Minute)).Payload));
    }

    [Fact]
    public async Task Rows_of_a_key_are_out_one_after_the_other_while_others_go_on()
    {
        await Do(async transaction =>
        {
            foreach (var text in (string[])["a1", "a2", "a3"])
                await AppendAsync(transaction, text, "a");
            await AppendAsync(transaction, "b1", "b");
            await AppendAsync(transaction, "free");
        });
        var rows = await Store.Outbox.ClaimAsync(Queue, 10, Minute);
        Assert.Equal(["a1", "b1", "free"], rows.Select(static row => Text(row.Payload)));
        Assert.Empty(await Store.Outbox.ClaimAsync(Queue, 10, Minute));
        await Store.Outbox.FailAsync(rows[0], "later", TimeSpan.Zero);
        rows = await Store.Outbox.ClaimAsync(Queue, 10, Minute);
        Assert.Equal(["a1"], rows.Select(static row => Text(row.Payload)));
        await Store.Outbox.CompleteAsync(rows[0]);
        rows = await Store.Outbox.ClaimAsync(Queue, 10, Minute);
        Assert.Equal(["a2"], rows.Select(static row => Text(row.Payload)));
        await Store.Outbox.CompleteAsync(rows[0]);
        await Do(transaction => AppendAsync(transaction, "a4", "a"));
        rows = await Store.Outbox.ClaimAsync(Queue, 10, Minute);
        Assert.Equal(["a3"], rows.Select(static row => Text(row.Payload)));
        await Store.Outbox.CompleteAsync(rows[0]);
        Assert.Equal(["a4"], await ClaimTextsAsync());
    }

    [Fact]
    public async Task Keys_that_are_done_leave_nothing_behind()
    {
        for (var i = 0; i < 5; i++)
            await Do(transaction => AppendAsync(transaction, "x", "k" + (i % 2)));
        while (await Store.Outbox.ClaimAsync(Queue, 10, Minute) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
                await Store.Outbox.CompleteAsync(row);
        }
        Assert.Equal((0, 0, 0), (await Engine.CountAsync("outbox"), await Engine.CountAsync("outbox_key"), await Engine.CountAsync("outbox_free")));
    }

    [Fact]
    public async Task Many_writers_and_dispatchers_lose_and_double_nothing_and_keep_each_keys_order()
    {
        const int Writers = 6, Each = 40, Keys = 5;
        await using var other = Engine.Create();
        var counters = new int[Keys];
        var locks = Enumerable.Range(0, Keys).Select(static _ => new SemaphoreSlim(1)).ToArray();
        var seen = new ConcurrentQueue<(string Key, string Text)>();
        var done = 0;
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                var key = (writer + i) % Keys;
                // A number is taken and committed by one writer at a time, so that the order of numbers is that of commits.
                await locks[key].WaitAsync();
                var number = ++counters[key];
                await (writer % 2 == 0 ? Store : other).TransactAsync((transaction, _) => AppendAsync(transaction, number.ToString(System.Globalization.CultureInfo.InvariantCulture), "k" + key));
                locks[key].Release();
            }
        })));
        var deadline = DateTime.UtcNow.AddSeconds(60);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(dispatcher => Task.Run(async () =>
        {
            var store = dispatcher % 2 == 0 ? Store : other;
            while (Volatile.Read(ref done) < Writers * Each && DateTime.UtcNow < deadline)
            {
                var rows = await store.Outbox.ClaimAsync(Queue, 7, Minute);
                foreach (var row in rows)
                {
                    seen.Enqueue((row.Key!, Text(row.Payload)));
                    Assert.True(await store.Outbox.CompleteAsync(row));
                    Interlocked.Increment(ref done);
                }
                if (rows.Count == 0)
                    await store.Signals.WaitAsync(Queue, TimeSpan.FromMilliseconds(20));
            }
        })));
        await writing;
        Assert.Equal(Writers * Each, seen.Count);
        foreach (var key in seen.GroupBy(static row => row.Key))
            Assert.Equal(Enumerable.Range(1, key.Count()), key.Select(static row => int.Parse(row.Text, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_claims_number_is_never_given_twice_however_a_claim_runs_out_while_it_is_asked_for()
    {
        await using var store = Engine.Create(static options => options.MaxAttempts = 1_000);
        await Do(transaction => AppendAsync(transaction, "x"));
        var last = 0L;
        for (var taken = 0; taken < 60;)
        {
            if (await store.Outbox.ClaimAsync(Queue, 1, TimeSpan.FromMilliseconds(2)) is not [var row])
                continue;
            Assert.True(row.Claim > last, $"{row.Claim} after {last}, the {taken}th time");
            last = row.Claim;
            taken++;
        }
    }

    [Fact]
    public async Task A_claim_reads_no_more_than_a_payload_may_have()
    {
        await using var store = Engine.Create(static options => options.MaxPayloadBytes = 1000);
        foreach (var size in (int[])[600, 600, 300, 1000])
            await store.TransactAsync((transaction, token) => store.Outbox.AppendAsync(transaction, new() { Queue = Queue, Payload = new byte[size] }, token));
        int[][] sizes = [[600], [600, 300], [1000], []];
        foreach (var expected in sizes)
            Assert.Equal(expected, (await store.Outbox.ClaimAsync(Queue, 10, Minute)).Select(static row => row.Payload.Length));
    }

    [Fact]
    public async Task A_delayed_row_is_due_after_its_delay()
    {
        await Do(transaction => Store.Outbox.AppendAsync(transaction, new() { Queue = Queue, Delay = TimeSpan.FromMilliseconds(300), Payload = Bytes("x") }));
        Assert.Empty(await Store.Outbox.ClaimAsync(Queue, 1, Minute));
        await Task.Delay(400);
        Assert.Equal(["x"], await ClaimTextsAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => Do(transaction => Store.Outbox.AppendAsync(transaction, new() { Queue = Queue, Key = "k", Delay = Minute })));
    }

    private Task<long> AppendAsync(System.Data.Common.DbTransaction transaction, string text, string? key = null) =>
        Store.Outbox.AppendAsync(transaction, new() { Queue = Queue, Key = key, Payload = Bytes(text), Headers = "h" });

    private async Task<string[]> ClaimTextsAsync() => [.. (await Store.Outbox.ClaimAsync(Queue, 100, Minute)).Select(static row => Text(row.Payload))];
}
