namespace Integrations.Store.Tests;

public abstract partial class StoreTests
{
    [Fact]
    public async Task A_timer_comes_when_it_is_due_by_the_databases_clock()
    {
        await SetAsync("soon", TimeSpan.FromMilliseconds(300));
        await SetAsync("late", Minute);
        Assert.Empty(await Store.Outbox.ClaimAsync("timers", 10, Minute));
        await Task.Delay(400);
        var row = Assert.Single(await Store.Outbox.ClaimAsync("timers", 10, Minute));
        Assert.Equal(("soon", "soon"), (row.Name, Text(row.Payload)));
        Assert.True(await Store.Outbox.CompleteAsync(row));
    }

    [Fact]
    public async Task A_timer_of_the_past_is_due_at_once_and_one_of_the_far_future_is_kept()
    {
        await Do(transaction => Store.Timers.SetAsync(transaction, new() { Queue = "timers", Name = "past", DueAt = DateTimeOffset.UnixEpoch.AddYears(-10) }));
        await Do(transaction => Store.Timers.SetAsync(transaction, new() { Queue = "timers", Name = "future", DueAt = DateTimeOffset.MaxValue }));
        Assert.Equal("past", Assert.Single(await Store.Outbox.ClaimAsync("timers", 10, Minute)).Name);
    }

    [Fact]
    public async Task A_timer_that_is_set_again_comes_once_at_its_new_time()
    {
        await SetAsync("t", TimeSpan.Zero, "old");
        await SetAsync("t", TimeSpan.FromMilliseconds(200), "new");
        Assert.Empty(await Store.Outbox.ClaimAsync("timers", 10, Minute));
        await Task.Delay(300);
        Assert.Equal("new", Text(Assert.Single(await Store.Outbox.ClaimAsync("timers", 10, Minute)).Payload));
    }

    [Fact]
    public async Task A_timer_that_is_set_while_it_is_out_comes_again()
    {
        await SetAsync("t", TimeSpan.Zero, "old");
        var row = Assert.Single(await Store.Outbox.ClaimAsync("timers", 10, Minute));
        await SetAsync("t", TimeSpan.Zero, "new");
        Assert.False(await Store.Outbox.CompleteAsync(row));
        Assert.Equal("new", Text(Assert.Single(await Store.Outbox.ClaimAsync("timers", 10, Minute)).Payload));
    }

    [Fact]
    public async Task A_timer_that_is_taken_back_does_not_come()
    {
        await SetAsync("t", TimeSpan.Zero);
        Assert.True(await Do(transaction => Store.Timers.CancelAsync(transaction, "timers", "t")));
        Assert.False(await Do(transaction => Store.Timers.CancelAsync(transaction, "timers", "t")));
        Assert.Empty(await Store.Outbox.ClaimAsync("timers", 10, Minute));
    }

    [Fact]
    public async Task A_dead_timer_comes_back_without_disturbing_one_of_its_name()
    {
        await SetAsync("t", TimeSpan.Zero, "old");
        await Store.Outbox.FailAsync(Assert.Single(await Store.Outbox.ClaimAsync("timers", 10, Minute)), "no", null);
        await SetAsync("t", Minute, "new");
        Assert.True(await Store.Outbox.ReviveAsync(Assert.Single(await Store.Outbox.ReadDeadAsync("timers", 0, 10)).Id));
        var row = Assert.Single(await Store.Outbox.ClaimAsync("timers", 10, Minute));
        Assert.Equal((null, "old"), (row.Name, Text(row.Payload)));
        Assert.True(await Do(transaction => Store.Timers.CancelAsync(transaction, "timers", "t")));
    }

    private Task SetAsync(string name, TimeSpan delay, string? text = null) =>
        Do(transaction => Store.Timers.SetAsync(transaction, new() { Queue = "timers", Name = name, Delay = delay, Payload = Bytes(text ?? name) }));
}
