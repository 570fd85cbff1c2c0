using System.Data.Common;

namespace Integrations.Sql;

/// <summary>Writes rows that are copied into a table, all of them in one loop.</summary>
/// <typeparam name="T">What a row is.</typeparam>
/// <param name="writer">What the driver writes with.</param>
/// <param name="rows">The rows.</param>
/// <param name="cancellationToken">Cancels it.</param>
/// <returns>When all are written.</returns>
public delegate Task SqlWrite<T>(object writer, SqlRows<T> rows, CancellationToken cancellationToken);

/// <summary>The rows that are copied into a table, one after the other.</summary>
/// <typeparam name="T">What a row is.</typeparam>
public sealed class SqlRows<T> : IAsyncDisposable
{
    private readonly SqlCall _call;
    private readonly IAsyncEnumerator<T>? _awaited;
    private readonly IEnumerator<T>? _ready;
    private readonly CancellationToken _cancellationToken;

    internal SqlRows(SqlCall call, IAsyncEnumerable<T>? awaited, IEnumerable<T>? ready, CancellationToken cancellationToken)
    {
        (_call, _cancellationToken) = (call, cancellationToken);
        _awaited = awaited?.GetAsyncEnumerator(cancellationToken);
        _ready = ready?.GetEnumerator();
    }

    /// <summary>The row, after <see cref="NextAsync"/>.</summary>
    public T Current { get; private set; } = default!;

    /// <summary>Whether the caller's own code is running: what its sequence throws is its own.</summary>
    internal bool IsTheirs { get; private set; } = true;

    /// <summary>Goes on to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public ValueTask<bool> NextAsync()
    {
        IsTheirs = true;
        _cancellationToken.ThrowIfCancellationRequested();
        if (_ready is not null)
        {
            return new(Take(_ready.MoveNext()));
        }
        var next = _awaited!.MoveNextAsync();
        return next.IsCompletedSuccessfully ? new(Take(next.Result)) : WaitAsync(next);
    }

    /// <summary>Runs an insert of the current row.</summary>
    /// <param name="command">The insert, with its parameters.</param>
    /// <returns>When it has run.</returns>
    public Task InsertAsync(DbCommand command)
    {
        _call.Database.Driver.Check(command);
        return command.ExecuteNonQueryAsync(_cancellationToken);
    }

    /// <summary>Lets go of the sequence.</summary>
    /// <returns>When that is done.</returns>
    public ValueTask DisposeAsync()
    {
        _ready?.Dispose();
        return _awaited?.DisposeAsync() ?? default;
    }

    private async ValueTask<bool> WaitAsync(ValueTask<bool> next) => Take(await next.ConfigureAwait(false));

    private bool Take(bool isThere)
    {
        if (isThere)
        {
            Current = _ready is not null ? _ready.Current : _awaited!.Current;
            _call.Row++;
        }
        IsTheirs = false;
        return isThere;
    }
}
