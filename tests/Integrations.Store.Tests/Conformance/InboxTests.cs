namespace Integrations.Store.Tests;

public abstract partial class StoreTests
{
    [Fact]
    public async Task A_message_is_new_once_for_each_consumer()
    {
        Assert.True(await MarkAsync("a", "1"));
        Assert.False(await MarkAsync("a", "1"));
        Assert.True(await MarkAsync("b", "1"));
        Assert.True(await MarkAsync("a", "2"));
    }

    [Fact]
    public async Task A_mark_that_was_rolled_back_is_no_mark()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Do(async transaction =>
        {
            Assert.True(await Store.Inbox.MarkAsync(transaction, "a", "1"));
            Assert.False(await Store.Inbox.MarkAsync(transaction, "a", "1"));
            throw new InvalidOperationException();
        }));
        Assert.True(await MarkAsync("a", "1"));
    }

    [Fact]
    public async Task Of_many_that_mark_at_once_one_is_the_first()
    {
        await using var other = Engine.Create();
        for (var round = 0; round < 10; round++)
        {
            var marks = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
                (i % 2 == 0 ? Store : other).TransactAsync((transaction, token) => Store.Inbox.MarkAsync(transaction, "c", "m" + round, token))));
            Assert.Single(marks, static isFirst => isFirst);
        }
    }

    [Fact]
    public async Task Purge_deletes_what_is_old_and_nothing_else()
    {
        for (var i = 0; i < 2_500; i += 500)
        {
            await Do(async transaction =>
            {
                for (var j = i; j < i + 500; j++)
                    await Store.Inbox.MarkAsync(transaction, "old", j.ToString(System.Globalization.CultureInfo.InvariantCulture));
            });
        }
        await Store.Leases.TryAcquireAsync("ended", "a", TimeSpan.FromMilliseconds(1));
        await Store.Leases.TryAcquireAsync("held", "a", Minute);
        await Do(transaction => Store.Log.AppendAsync(transaction, "s", 0, [new() { Type = "old" }]));
        await Do(transaction => AppendAsync(transaction, "dead"));
        await Store.Outbox.FailAsync(Assert.Single(await Store.Outbox.ClaimAsync(Queue, 1, Minute)), "no", null);
        await Task.Delay(1_000);
        await MarkAsync("new", "1");
        await Do(transaction => Store.Log.AppendAsync(transaction, "s", 1, [new() { Type = "new" }]));

        Assert.Equal(new(0, 0, 0, 0), await Store.PurgeAsync(new()));
        var age = TimeSpan.FromMilliseconds(500);
        Assert.Equal(new(2_500, 1, 1, 1), await Store.PurgeAsync(new() { Inbox = age, Leases = age, DeadLetters = age, Log = age }));
        Assert.False(await MarkAsync("new", "1"));
        Assert.Null(await Store.Leases.TryAcquireAsync("held", "b", Minute));
        Assert.Equal(2, Assert.Single(await Store.Log.ReadAsync("s", 0, 10)).Version);
        Assert.Equal(3, await Do(transaction => Store.Log.AppendAsync(transaction, "s", 2, [new() { Type = "next" }])));
    }

    private Task<bool> MarkAsync(string consumer, string id) => Do(transaction => Store.Inbox.MarkAsync(transaction, consumer, id));
}
