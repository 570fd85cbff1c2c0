using System.Diagnostics;

namespace Integrations.Store.Tests;

public abstract partial class StoreTests
{
    [Fact]
    public async Task A_commit_ends_a_wait()
    {
        await Store.Signals.WaitAsync(Queue, TimeSpan.FromMilliseconds(300)); // from now on it listens
        await Store.Signals.WaitAsync(Queue, TimeSpan.FromMilliseconds(300));
        var waiting = Store.Signals.WaitAsync(Queue, TimeSpan.FromSeconds(30));
        await Task.Delay(50);
        Assert.False(waiting.IsCompleted);
        var began = Stopwatch.GetTimestamp();
        await Do(transaction => AppendAsync(transaction, "x"));
        await waiting;
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_hint_between_two_waits_is_not_lost_and_counts_once()
    {
        await Store.Signals.WaitAsync(Queue, TimeSpan.FromMilliseconds(300));
        await Store.Signals.WaitAsync(Queue, TimeSpan.FromMilliseconds(300));
        await Do(transaction => Store.Signals.HintAsync(transaction, Queue));
        await Task.Delay(300);
        var waiting = Store.Signals.WaitAsync(Queue, TimeSpan.FromSeconds(30));
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
        var began = Stopwatch.GetTimestamp();
        await Store.Signals.WaitAsync(Queue, TimeSpan.FromMilliseconds(200));
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 150, 10_000);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var end = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            // The first wait may end early: it begins to listen.
            for (var i = 0; i < 3; i++)
                await Store.Signals.WaitAsync(Queue, Minute, end.Token);
        });
    }
}
