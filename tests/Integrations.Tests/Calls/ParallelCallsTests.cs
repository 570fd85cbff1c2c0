using System.Net;
using Integrations.Tests.Support;

namespace Integrations.Tests.Calls;

public sealed class ParallelCallsTests
{
    [Fact]
    public async Task Calls_run_at_once_and_each_gives_its_typed_result_or_error()
    {
        var both = new CountdownEvent(2);
        var calls = new ParallelCalls(TimeSpan.FromSeconds(20));
        var number = calls.Required("number", _ => Task.Run(() => Meet(both, 7)));
        var text = calls.Optional("text", _ => Task.Run(() => Meet(both, "x")));
        var failing = calls.Optional<int>("failing", _ => throw new IOException());
        var replaced = calls.Required<int>("replaced", _ => Task.FromException<int>(new IOException()), fallback: static _ => 3);
        await calls.RunAsync();
        Assert.Equal((7, "x", 3), (number.Value, text.Value, replaced.Value));
        Assert.True(replaced.IsFallback);
        Assert.IsType<IOException>(failing.Error);
        Assert.False(failing.TryGetValue(out _));
        Assert.IsType<IOException>(Assert.Throws<InvalidOperationException>(() => failing.Value).InnerException);
    }

    [Fact]
    public async Task A_required_call_that_fails_ends_the_others_and_undoes_what_succeeded_last_first()
    {
        var undone = new List<string>();
        var gate = new TaskCompletionSource<int>();
        var calls = new ParallelCalls(TimeSpan.FromSeconds(20));
        calls.Required("first", _ => Task.FromResult(1), undo: (value, _) => Undo("first", value));
        var slow = calls.Optional("slow", _ => gate.Task, undo: (value, _) => Undo("slow", value));
        var cancelled = calls.Optional("cancelled", async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return 0;
        });
        calls.Required<int>("failing", _ => throw new IOException());
        calls.Optional("broken", _ => Task.FromResult(5), undo: (_, _) => throw new NotSupportedException());
        var run = calls.RunAsync();
        // What can be undone is not cut off: it is waited for, then undone.
        Assert.False(run.IsCompleted);
        gate.SetResult(2);
        var exception = await Assert.ThrowsAsync<ParallelCallsException>(() => run.WaitAsync(Storefront.Patience));
        Assert.Equal(["slow 2", "first 1"], undone);
        Assert.True(slow.IsUndone);
        Assert.IsAssignableFrom<OperationCanceledException>(cancelled.Error);
        Assert.Equal("failing", exception.Call);
        Assert.IsType<IOException>(exception.InnerException);
        Assert.Equal("broken", Assert.Single(exception.UndoErrors).Key);
        Assert.Empty(exception.Unknown);

        Task Undo(string name, int value)
        {
            undone.Add($"{name} {value}");
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task The_deadline_ends_calls_that_do_not_heed_it_and_what_succeeds_later_is_undone()
    {
        var clock = Storefront.Clock();
        var gate = new TaskCompletionSource<int>();
        var undone = new TaskCompletionSource<int>();
        var calls = new ParallelCalls(TimeSpan.FromSeconds(5), clock);
        calls.Required("deaf", _ => gate.Task, undo: (value, _) =>
        {
            undone.SetResult(value);
            return Task.CompletedTask;
        });
        var run = calls.RunAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        var exception = await Assert.ThrowsAsync<ParallelCallsException>(() => run.WaitAsync(Storefront.Patience));
        Assert.IsType<TimeoutException>(exception.InnerException);
        Assert.Equal("deaf", Assert.Single(exception.Unknown));
        gate.SetResult(9);
        Assert.Equal(9, await undone.Task.WaitAsync(Storefront.Patience));
    }

    [Fact]
    public async Task Cancellation_by_the_caller_undoes_what_succeeded_and_is_a_cancellation()
    {
        using var source = new CancellationTokenSource();
        var undone = false;
        var calls = new ParallelCalls(TimeSpan.FromSeconds(20));
        calls.Required("done", _ => Task.FromResult(1), undo: (_, _) =>
        {
            undone = true;
            return Task.CompletedTask;
        });
        calls.Required("waiting", async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return 0;
        }, fallback: static _ => 1);
        var run = calls.RunAsync(source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => run.WaitAsync(Storefront.Patience));
        Assert.True(undone);
    }

    [Fact]
    public async Task It_takes_emitted_calls_as_they_are()
    {
        var good = Storefront.Over(new StubHandler(_ => StubHandler.Json(Storefront.Product)));
        var bad = Storefront.Over(new StubHandler(_ => StubHandler.Status(HttpStatusCode.NotFound)));
        var calls = new ParallelCalls(TimeSpan.FromSeconds(20));
        var product = calls.Required("product", token => good.Products.GetAsync(7, cancellationToken: token));
        var missing = calls.Optional("missing", token => bad.Products.GetAsync(8, cancellationToken: token));
        await calls.RunAsync();
        Assert.Equal(7, product.Value.Id);
        Assert.Equal(HttpStatusCode.NotFound, Assert.IsAssignableFrom<ApiException>(missing.Error).Status);
        await Assert.ThrowsAsync<InvalidOperationException>(() => calls.RunAsync());
    }

    private static T Meet<T>(CountdownEvent all, T value)
    {
        all.Signal();
        Assert.True(all.Wait(Storefront.Patience));
        return value;
    }
}
