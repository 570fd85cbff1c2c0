using System.Diagnostics.CodeAnalysis;

namespace Integrations;

/// <summary>One of <see cref="ParallelCalls"/>.</summary>
public abstract class ParallelCall
{
    private protected ParallelCall(string name, bool isRequired)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (Name, IsRequired) = (name, isRequired);
    }

    /// <summary>What it is called in exceptions.</summary>
    public string Name { get; }

    /// <summary>Whether the whole has failed without it.</summary>
    public bool IsRequired { get; }

    /// <summary>What it failed with; null where it succeeded, or a fallback stands in.</summary>
    public Exception? Error { get; private protected set; }

    /// <summary>Whether the value is a fallback's.</summary>
    public bool IsFallback { get; private protected set; }

    /// <summary>Whether it has been undone.</summary>
    public bool IsUndone { get; private protected set; }

    internal bool IsUnknown { get; private protected set; }

    internal abstract bool CanUndo { get; }

    internal abstract Task RunAsync(CancellationToken own, CancellationToken deadline, CancellationToken caller);

    internal abstract Task UndoAsync(CancellationToken cancellationToken);
}

/// <inheritdoc cref="ParallelCall"/>
/// <typeparam name="T">What it gives.</typeparam>
public sealed class ParallelCall<T> : ParallelCall
{
    private readonly Func<CancellationToken, Task<T>> _call;
    private readonly Func<Exception, T>? _fallback;
    private readonly Func<T, CancellationToken, Task>? _undo;
    private T? _value;
    private bool _ended;
    private bool _made;

    internal ParallelCall(string name, bool isRequired, Func<CancellationToken, Task<T>> call, Func<Exception, T>? fallback, Func<T, CancellationToken, Task>? undo)
        : base(name, isRequired)
    {
        ArgumentNullException.ThrowIfNull(call);
        (_call, _fallback, _undo) = (call, fallback, undo);
    }

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess => _ended && Error is null;

    /// <summary>What it gave.</summary>
    /// <exception cref="InvalidOperationException">The call has not ended, or it failed; the inner exception is its error.</exception>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"The call '{Name}' has no value{(_ended ? ": it failed" : ": it has not ended")}.", Error);

    internal override bool CanUndo => _undo is not null;

    /// <summary>Gets the value, where there is one.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = IsSuccess ? _value : default;
        return IsSuccess;
    }

    internal override async Task RunAsync(CancellationToken own, CancellationToken deadline, CancellationToken caller)
    {
        Task<T>? running = null;
        try
        {
            running = _call(own) ?? throw new InvalidOperationException($"The call '{Name}' gave no task.");
            // What does not heed its token must not hold the others up.
            _value = await running.WaitAsync(deadline).ConfigureAwait(false);
            _made = true;
        }
        catch (Exception exception)
        {
            // Cut off on its way: nobody knows whether it acted.
            IsUnknown = CanUndo && exception is OperationCanceledException or ApiTimeoutException or ApiConnectionException { MayHaveBeenSent: true };
            if (running is { IsCompleted: false })
            {
                _ = LateAsync(running);
            }
            Fail(exception is OperationCanceledException && deadline.IsCancellationRequested && !caller.IsCancellationRequested
                ? new TimeoutException($"The call '{Name}' had not ended when the deadline of its group came.", exception)
                : exception, caller);
        }
        _ended = true;
    }

    internal override async Task UndoAsync(CancellationToken cancellationToken)
    {
        if (_made && _undo is not null)
        {
            await _undo(_value!, cancellationToken).ConfigureAwait(false);
            IsUndone = true;
        }
    }

    private void Fail(Exception exception, CancellationToken caller)
    {
        if (_fallback is not null && !caller.IsCancellationRequested)
        {
            try
            {
                (_value, IsFallback) = (_fallback(exception), true);
                return;
            }
            catch (Exception second)
            {
                exception = new AggregateException(exception, second);
            }
        }
        Error = exception;
    }

    private async Task LateAsync(Task<T> running)
    {
        try
        {
            var value = await running.ConfigureAwait(false);
            if (_undo is not null && Error is not null)
            {
                await _undo(value, CancellationToken.None).ConfigureAwait(false);
                IsUndone = true;
            }
        }
        catch (Exception)
        {
            // It ended as it was told to have ended, or cannot be undone, which its group's exception has said.
        }
    }
}
