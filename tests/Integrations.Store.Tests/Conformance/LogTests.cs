using System.Collections.Concurrent;

namespace Integrations.Store.Tests;

public abstract partial class StoreTests
{
    [Fact]
    public async Task Versions_and_positions_rise_and_records_come_back_as_they_were()
    {
        Assert.Equal(2, await LogAsync("a", 0, "1", "2"));
        Assert.Equal(1, await LogAsync("b", 0, "3"));
        Assert.Equal(3, await LogAsync("a", 2, "4"));
        Assert.Equal(4, await LogAsync("a", LogEntry.AnyVersion, "5"));
        Assert.Equal(1, await LogAsync("c", LogEntry.AnyVersion, "6"));
        var stream = await Store.Log.ReadAsync("a", 1, 2);
        Assert.Equal([(2L, "2"), (3L, "4")], stream.Select(static record => (record.Version, Text(record.Payload))));
        var all = await Store.Log.ReadAllAsync(0, 100);
        Assert.Equal(["1", "2", "3", "4", "5", "6"], all.Select(static record => Text(record.Payload)));
        Assert.Equal(all.Select(static record => record.Position).Order(), all.Select(static record => record.Position));
        Assert.Equal(["5", "6"], (await Store.Log.ReadAllAsync(all[3].Position, 100)).Select(static record => Text(record.Payload)));
        Assert.All(all, static record => Assert.InRange(DateTimeOffset.UtcNow - record.RecordedAt, TimeSpan.FromSeconds(-1), Minute));
        Assert.Equal(("t", "h"), (all[0].Type, all[0].Headers));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_version_that_is_not_the_expected_is_a_conflict_and_the_transaction_goes_on(long expected)
    {
        await LogAsync("a", 0, "1", "2");
        await Do(async transaction =>
        {
            var conflict = await Assert.ThrowsAsync<LogConflictException>(() => Store.Log.AppendAsync(transaction, "a", expected, [new() { Type = "t" }]));
            Assert.Equal(("a", expected, 2), (conflict.Stream, conflict.ExpectedVersion, conflict.ActualVersion));
            conflict = await Assert.ThrowsAsync<LogConflictException>(() => Store.Log.AppendAsync(transaction, "none", 5, [new() { Type = "t" }]));
            Assert.Equal(0, conflict.ActualVersion);
            Assert.Equal(3, await Store.Log.AppendAsync(transaction, "a", 2, [new() { Type = "t" }]));
        });
        Assert.Equal(3, (await Store.Log.ReadAsync("a", 0, 10)).Count);
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_no_gap_in_versions()
    {
        await LogAsync("a", 0, "1");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Do(async transaction =>
        {
            await Store.Log.AppendAsync(transaction, "a", 1, [new() { Type = "t" }]);
            throw new InvalidOperationException();
        }));
        Assert.Equal(2, await LogAsync("a", 1, "2"));
        Assert.Equal([1, 2], (await Store.Log.ReadAsync("a", 0, 10)).Select(static record => record.Version));
    }

    [Fact]
    public async Task Of_many_that_append_with_one_expected_version_one_succeeds()
    {
        await using var other = Engine.Create();
        for (var version = 0; version < 10; version++)
        {
            var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
            {
                try
                {
                    await (i % 2 == 0 ? Store : other).TransactAsync((transaction, token) => Store.Log.AppendAsync(transaction, "a", version, [new() { Type = "t" }], token));
                    return true;
                }
                catch (LogConflictException)
                {
                    return false;
                }
            }));
            Assert.Single(results, static succeeded => succeeded);
        }
        Assert.Equal(Enumerable.Range(1, 10).Select(static i => (long)i), (await Store.Log.ReadAsync("a", 0, 100)).Select(static record => record.Version));
    }

    [Fact]
    public async Task A_reader_that_goes_on_after_the_last_record_misses_none_while_many_append()
    {
        const int Writers = 8, Each = 40;
        await using var other = Engine.Create();
        var read = new List<long>();
        var done = 0;
        var reading = Task.Run(async () =>
        {
            for (var after = 0L; ;)
            {
                var isLast = Volatile.Read(ref done) == Writers;
                var records = await Store.Log.ReadAllAsync(after, 7);
                read.AddRange(records.Select(static record => record.Position));
                if (records.Count == 0 && isLast)
                    return;
                after = records.Count == 0 ? after : records[^1].Position;
            }
        });
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await (writer % 2 == 0 ? Store : other).TransactAsync(async (transaction, token) =>
                {
                    await Store.Log.AppendAsync(transaction, "w" + writer, i * 2, [new() { Type = "t" }], token);
                    // Longer transactions commit after others that drew later.
                    await Task.Delay((writer + i) % 4, token);
                    await Store.Log.AppendAsync(transaction, "w" + writer, (i * 2) + 1, [new() { Type = "t" }], token);
                });
            }
            Interlocked.Increment(ref done);
        })));
        await reading;
        Assert.Equal(Writers * Each * 2, read.Count);
        Assert.Equal(read.Order(), read);
        Assert.Equal(read.Count, read.Distinct().Count());
    }

    private Task<long> LogAsync(string stream, long expected, params string[] texts) =>
        Do(transaction => Store.Log.AppendAsync(transaction, stream, expected, [.. texts.Select(static text => new LogEntry { Type = "t", Payload = Bytes(text), Headers = "h" })]));
}
