namespace Integrations;

/// <summary>
/// Calls to several services that run at once, within one deadline. Add the calls, run them, then ask each for its value or error. A required call that
/// fails ends the others, undoes those that succeeded and can be undone, and throws; an optional one only has an error.
/// </summary>
/// <remarks>
/// A call with <c>undo</c> is not cancelled because another fails, so that it is known what there is to undo; it ends with the deadline at the latest. One that is
/// cut off by the deadline, or by the caller, may or may not have acted: <see cref="ParallelCallsException.Unknown"/> names it, and where it succeeds
/// later after all it is undone then.
/// </remarks>
/// <example>
/// <code>
/// var calls = new ParallelCalls(TimeSpan.FromSeconds(5));
/// var order = calls.Required("order", token => shop.Orders.CreateAsync(newOrder, token), undo: (made, token) => shop.Orders.DeleteAsync(made.Id, token));
/// var rates = calls.Optional("rates", token => bank.RatesAsync(cancellationToken: token), fallback: _ => lastRates);
/// await calls.RunAsync(cancellationToken);
/// </code>
/// </example>
public sealed class ParallelCalls
{
    private readonly List<ParallelCall> _calls = [];
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private bool _started;

    /// <summary>Begins a group of calls.</summary>
    /// <param name="timeout">How long all of them may take together; undoing has the same time again.</param>
    /// <param name="time">The clock; the system's where it is null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is not above zero.</exception>
    public ParallelCalls(TimeSpan timeout, TimeProvider? time = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        (_timeout, _time) = (timeout, time ?? TimeProvider.System);
    }

    /// <summary>Adds a call without which the whole has failed.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="name">What it is called in exceptions.</param>
    /// <param name="call">Makes the call; its token ends with the deadline.</param>
    /// <param name="fallback">Gives a value in place of an error; the call then counts as succeeded. Not asked where the caller cancels.</param>
    /// <param name="undo">Undoes the call where a required one fails.</param>
    /// <returns>What comes of the call.</returns>
    public ParallelCall<T> Required<T>(string name, Func<CancellationToken, Task<T>> call, Func<Exception, T>? fallback = null, Func<T, CancellationToken, Task>? undo = null) =>
        Add(new ParallelCall<T>(name, isRequired: true, call, fallback, undo));

    /// <summary>Adds a call that may fail.</summary>
    /// <inheritdoc cref="Required{T}"/>
    public ParallelCall<T> Optional<T>(string name, Func<CancellationToken, Task<T>> call, Func<Exception, T>? fallback = null, Func<T, CancellationToken, Task>? undo = null) =>
        Add(new ParallelCall<T>(name, isRequired: false, call, fallback, undo));

    /// <summary>Runs all calls at once. Once for each group.</summary>
    /// <param name="cancellationToken">Cancels all of them; what succeeded is undone.</param>
    /// <returns>A task that is done when every required call has succeeded and every optional one has ended.</returns>
    /// <exception cref="ParallelCallsException">A required call failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (_started)
        {
            throw new InvalidOperationException("These calls have been run.");
        }
        _started = true;
        using var deadline = new CancellationTokenSource(_timeout, _time);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var failing = CancellationTokenSource.CreateLinkedTokenSource(all.Token);
        var running = new List<Task>(_calls.Count);
        foreach (var call in _calls)
        {
            running.Add(WatchAsync(call, call.RunAsync(call.CanUndo ? all.Token : failing.Token, all.Token, cancellationToken), failing));
        }
        await Task.WhenAll(running).ConfigureAwait(false);

        var failed = _calls.Where(static call => call.IsRequired && call.Error is not null).ToList();
        if (failed.Count == 0 && !cancellationToken.IsCancellationRequested)
        {
            return;
        }
        var undoErrors = await UndoAsync().ConfigureAwait(false);
        var unknown = _calls.Where(static call => call.IsUnknown).Select(static call => call.Name).ToList();
        if (cancellationToken.IsCancellationRequested && undoErrors.Count == 0 && unknown.Count == 0)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        // The first cause: those that were cancelled because of it come after.
        var cause = failed.OrderBy(static call => call.Error is OperationCanceledException).FirstOrDefault();
        throw new ParallelCallsException(cause?.Name, cause?.Error ?? new OperationCanceledException(cancellationToken), undoErrors, unknown);
    }

    private ParallelCall<T> Add<T>(ParallelCall<T> call)
    {
        if (_started)
        {
            throw new InvalidOperationException("These calls have been run.");
        }
        _calls.Add(call);
        return call;
    }

    private static async Task WatchAsync(ParallelCall call, Task running, CancellationTokenSource failing)
    {
        await running.ConfigureAwait(false);
        if (call is { IsRequired: true, Error: not null })
        {
            await failing.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Undoes what succeeded, the last added first.</summary>
    private async Task<IReadOnlyDictionary<string, Exception>> UndoAsync()
    {
        using var deadline = new CancellationTokenSource(_timeout, _time);
        var errors = new Dictionary<string, Exception>(StringComparer.Ordinal);
        for (var i = _calls.Count - 1; i >= 0; i--)
        {
            try
            {
                await _calls[i].UndoAsync(deadline.Token).WaitAsync(deadline.Token).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                errors[_calls[i].Name] = exception;
            }
        }
        return errors;
    }
}
