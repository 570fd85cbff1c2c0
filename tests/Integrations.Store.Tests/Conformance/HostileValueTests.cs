using System.Data.Common;

namespace Integrations.Store.Tests;

public abstract partial class StoreTests
{
    public static TheoryData<string> HostileNames => ["'; drop table integrations.lease; --", "\"quoted\"", "back\\slash", "%_*?", "😀 ß İ", "new\nline", " ", "@name", "$schema$", ":p", new string('ß', 200), "Ａ", "a\u0301"];

    [Theory]
    [MemberData(nameof(HostileNames))]
    public async Task Any_name_comes_back_as_it_was(string name)
    {
        var lease = (await Store.Leases.TryAcquireAsync(name, name, Minute))!;
        await Do(async transaction =>
        {
            await Store.Leases.GuardAsync(transaction, lease);
            Assert.True(await Store.Inbox.MarkAsync(transaction, name, name));
            await Store.Log.AppendAsync(transaction, name, 0, [new() { Type = name, Headers = name, Payload = Bytes(name) }]);
            await Store.Timers.SetAsync(transaction, new() { Queue = name, Name = name, Headers = name });
            await Store.Outbox.AppendAsync(transaction, new() { Queue = name, Key = name, Headers = name });
            await Store.Signals.HintAsync(transaction, name);
        });
        await Store.Signals.WaitAsync(name, TimeSpan.FromMilliseconds(1));
        var record = Assert.Single(await Store.Log.ReadAsync(name, 0, 10));
        Assert.Equal((name, name, name, name), (record.Stream, record.Type, record.Headers, Text(record.Payload)));
        var rows = await Store.Outbox.ClaimAsync(name, 10, Minute);
        Assert.Equal((name, name, name), (rows[0].Queue, rows[0].Name, rows[0].Headers));
        Assert.Equal((name, name, name), (rows[1].Queue, rows[1].Key, rows[1].Headers));
        Assert.True(await Store.Leases.ReleaseAsync(lease));
    }

    [Fact]
    public async Task Names_that_differ_are_different()
    {
        foreach (var name in (string[])["a", "A", "a ", "á", "a\u0301", "Ａ"])
        {
            Assert.NotNull(await Store.Leases.TryAcquireAsync(name, "", Minute));
            Assert.True(await MarkAsync("c", name));
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 0)]
    [InlineData("a", 0xd83d)]
    [InlineData("", 0xdc00)]
    public async Task A_name_that_not_every_engine_can_keep_is_refused_and_the_transaction_goes_on(string start, int last)
    {
        // Half a surrogate pair cannot stand in an attribute.
        var name = start.Length + last == 0 ? "" : start + (char)last;
        await Do(async transaction =>
        {
            Func<DbTransaction, Task>[] calls =
            [
                tx => Store.Inbox.MarkAsync(tx, name, "1"),
                tx => Store.Inbox.MarkAsync(tx, "c", name),
                tx => Store.Log.AppendAsync(tx, name, 0, [new() { Type = "t" }]),
                tx => Store.Log.AppendAsync(tx, "s", 0, [new() { Type = name }]),
                tx => Store.Outbox.AppendAsync(tx, new() { Queue = name }),
                tx => Store.Outbox.AppendAsync(tx, new() { Queue = "q", Key = name }),
                tx => Store.Timers.SetAsync(tx, new() { Queue = "q", Name = name }),
                tx => Store.Signals.HintAsync(tx, name),
            ];
            foreach (var call in calls)
                await Assert.ThrowsAsync<ArgumentException>(() => call(transaction));
            await Assert.ThrowsAsync<ArgumentException>(() => AppendAsync(transaction, "x", new string('x', 201)));
            await AppendAsync(transaction, "after all");
        });
        Assert.Equal(["after all"], await ClaimTextsAsync());
    }

    [Fact]
    public async Task Ten_megabytes_of_any_bytes_come_back_as_they_were()
    {
        var payload = new byte[10 * 1024 * 1024];
        new Random(1).NextBytes(payload);
        payload.AsSpan(0, 1000).Clear();
        await Do(async transaction =>
        {
            await Store.Outbox.AppendAsync(transaction, new() { Queue = Queue, Payload = payload.AsMemory(1) });
            await Store.Log.AppendAsync(transaction, "s", 0, [new() { Type = "t", Payload = payload, Headers = new string('h', 65_536) }]);
        });
        Assert.True(Assert.Single(await Store.Outbox.ClaimAsync(Queue, 10, Minute)).Payload.Span.SequenceEqual(payload.AsSpan(1)));
        Assert.True(Assert.Single(await Store.Log.ReadAllAsync(0, 10)).Payload.Span.SequenceEqual(payload));
    }

    [Fact]
    public async Task A_payload_that_is_too_large_is_refused()
    {
        var payload = new byte[(16 * 1024 * 1024) + 1];
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Do(transaction => Store.Outbox.AppendAsync(transaction, new() { Queue = Queue, Payload = payload })));
        Assert.Contains("16777216", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Do(transaction => Store.Outbox.AppendAsync(transaction, new() { Queue = Queue, Headers = new string('h', 65_537) })));
    }

    [Fact]
    public async Task A_transaction_that_has_ended_is_refused()
    {
        await using var connection = await Engine.ConnectAsync();
        var transaction = await Engine.BeginAsync(connection);
        await transaction.CommitAsync();
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => AppendAsync(transaction, "x"));
    }
}
