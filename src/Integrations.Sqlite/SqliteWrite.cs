using System.Data.Common;

namespace Integrations.Sqlite;

/// <summary>A piece of work for the writer.</summary>
internal abstract class SqliteWrite
{
    private static readonly AsyncLocal<Scope?> Current = new();

    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    /// <summary>Whether this runs within work that the writer waits for.</summary>
    public static bool IsInside => Current.Value is { IsOpen: true };

    /// <summary>Why the work failed.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Runs the work with its caller's context (activity, culture). False where it failed: what it wrote is to be undone.</summary>
    public async Task<bool> RunAsync(DbTransaction transaction)
    {
        var scope = new Scope();
        try
        {
            var task = Task.CompletedTask;
            if (_context is null)
                task = Start();
            else
                ExecutionContext.Run(_context, _ => task = Start(), null);
            await task.ConfigureAwait(false);
            return true;
        }
        catch (Exception exception)
        {
            Error = exception;
            return false;
        }
        finally
        {
            scope.IsOpen = false;
        }

        async Task Start()
        {
            Current.Value = scope;
            await WorkAsync(transaction).ConfigureAwait(false);
        }
    }

    /// <summary>Tells the caller what came of it, once that is committed.</summary>
    public abstract void Publish();

    /// <summary>Tells the caller that nothing of it is there.</summary>
    public abstract void Fail(Exception exception);

    protected abstract Task WorkAsync(DbTransaction transaction);

    private sealed class Scope
    {
        public volatile bool IsOpen = true;
    }
}

/// <summary>A piece of work that gives something.</summary>
internal sealed class SqliteWrite<T>(Func<DbTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken) : SqliteWrite
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _done.Task;

    public override void Publish()
    {
        if (Error is { } error)
            Fail(error);
        else
            _done.TrySetResult(_result!);
    }

    public override void Fail(Exception exception)
    {
        if (exception is OperationCanceledException cancelled && cancellationToken.IsCancellationRequested)
            _done.TrySetCanceled(cancelled.CancellationToken.IsCancellationRequested ? cancelled.CancellationToken : cancellationToken);
        else
            _done.TrySetException(exception);
    }

    protected override async Task WorkAsync(DbTransaction transaction)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _result = await work(transaction, cancellationToken).ConfigureAwait(false);
    }
}
