using Integrations.Store.Tests.Support;

namespace Integrations.Store.Tests;

public abstract partial class StoreTests
{
    private const int Newest = 3;

    [Fact]
    public async Task A_schema_that_is_up_to_date_is_left_as_it_is()
    {
        await Store.PrepareAsync();
        await using var other = Engine.Create(static options => options.Upgrade = SchemaUpgrade.Check);
        await other.PrepareAsync();
        Assert.Equal(Newest, await Engine.CountAsync("schema_version"));
    }

    [Fact]
    public async Task Several_processes_may_make_the_schema_at_once()
    {
        await using var engine = await StartAsync();
        var stores = Enumerable.Range(0, 6).Select(_ => engine.Create()).ToArray();
        await Task.WhenAll(stores.Select(static store => store.PrepareAsync()));
        Assert.Equal(Newest, await engine.CountAsync("schema_version"));
        foreach (var store in stores)
        {
            Assert.NotNull(await store.Leases.TryAcquireAsync(Guid.NewGuid().ToString(), "", Minute));
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Version_1_is_upgraded_by_several_processes_at_once_and_its_rows_are_kept()
    {
        await using var engine = await StartAsync();
        await VersionOneAsync(engine);
        var stores = Enumerable.Range(0, 4).Select(_ => engine.Create()).ToArray();
        await Task.WhenAll(stores.Select(static store => store.PrepareAsync()));
        Assert.Equal(Newest, await engine.CountAsync("schema_version"));
        var row = Assert.Single(await stores[0].Outbox.ClaimAsync("old", 10, Minute));
        Assert.Equal("of version 1", Text(row.Payload));
        await stores[0].TransactAsync((transaction, token) => stores[0].Timers.SetAsync(transaction, new() { Queue = "q", Name = "t" }, token));
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task What_is_absent_or_older_is_refused_where_it_may_not_be_changed()
    {
        await using var engine = await StartAsync();
        await using var store = engine.Create(static options => options.Upgrade = SchemaUpgrade.Check);
        var refused = await Assert.ThrowsAsync<StoreSchemaException>(() => store.PrepareAsync());
        Assert.Equal((StoreSchemaProblem.Older, 0, Newest), (refused.Problem, refused.Found, refused.Needed));
        await VersionOneAsync(engine);
        refused = await Assert.ThrowsAsync<StoreSchemaException>(() => store.PrepareAsync());
        Assert.Equal((StoreSchemaProblem.Older, 1, Newest), (refused.Problem, refused.Found, refused.Needed));
        Assert.Equal(1, await engine.CountAsync("schema_version"));
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        await Engine.ScalarAsync($"insert into {Engine.Table("schema_version")} select 4, applied_at from {Engine.Table("schema_version")} limit 1");
        var refused = await Assert.ThrowsAsync<StoreSchemaException>(() => Store.PrepareAsync());
        Assert.Equal((StoreSchemaProblem.Newer, 4, Newest), (refused.Problem, refused.Found, refused.Needed));
    }

    [Theory]
    [InlineData("delete from {schema_version} where version = 2")]
    [InlineData("drop table {outbox_free}")]
    [InlineData("drop table {log}")]
    [InlineData("drop table {schema_version}")]
    public async Task A_damaged_schema_is_refused_and_not_touched(string damage)
    {
        await Engine.ScalarAsync(System.Text.RegularExpressions.Regex.Replace(damage, "{(.*)}", match => Engine.Table(match.Groups[1].Value)));
        var refused = await Assert.ThrowsAsync<StoreSchemaException>(() => Store.PrepareAsync());
        Assert.Equal(StoreSchemaProblem.Damaged, refused.Problem);
        await Assert.ThrowsAsync<StoreSchemaException>(() => Store.PrepareAsync());
    }

    /// <summary>The schema as its first version was, with a row.</summary>
    private async Task VersionOneAsync(Engine engine)
    {
        await using var connection = await engine.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = VersionOne
            + $";insert into {engine.Table("outbox")} (queue, payload, created_at, due_at, attempts, claim) select 'old', {OldPayload}, applied_at, applied_at, 0, 0 from {engine.Table("schema_version")}";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The schema of version 1 as it was published, kept beside this test.</summary>
    protected abstract string VersionOne { get; }

    protected abstract string OldPayload { get; }
}
