using System.Data.Common;

namespace Integrations.Sql;

public sealed partial class SqlSession
{
    /// <summary>Copies rows into a table: all of them, or none where one cannot be taken, the sequence throws, or it is cancelled.</summary>
    /// <typeparam name="T">What a row is.</typeparam>
    /// <param name="statement">The statement.</param>
    /// <param name="rows">The rows, read once.</param>
    /// <param name="write">Writes the rows.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>How many rows there were.</returns>
    /// <exception cref="SqlException">It failed; <see cref="SqlException.Row"/> tells at which row, where that is known.</exception>
    public Task<long> CopyAsync<T>(SqlStatement statement, IAsyncEnumerable<T> rows, SqlWrite<T> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return CopyAsync(statement, rows, null, write, cancellationToken);
    }

    /// <inheritdoc cref="CopyAsync{T}(SqlStatement, IAsyncEnumerable{T}, SqlWrite{T}, CancellationToken)"/>
    public Task<long> CopyAsync<T>(SqlStatement statement, IEnumerable<T> rows, SqlWrite<T> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return CopyAsync(statement, null, rows, write, cancellationToken);
    }

    private async Task<long> CopyAsync<T>(SqlStatement statement, IAsyncEnumerable<T>? rows, IEnumerable<T>? ready, SqlWrite<T> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(write);
        Transaction?.ThrowIfOver();
        var driver = Database.Driver;
        var call = new SqlCall(this, statement.Operation, SqlMode.Copy) { Text = statement.Text(driver.Engine) };
        await call.RunAsync(cancellationToken).ConfigureAwait(false);
        var writer = call.Writer!;
        // Whose code runs: what the caller's sequence throws, already where it begins, is the caller's.
        SqlRows<T>? source = null;
        var isEnded = false;
        try
        {
            source = new SqlRows<T>(call, rows, ready, cancellationToken);
            await using (source.ConfigureAwait(false))
            {
                await write(writer, source, cancellationToken).ConfigureAwait(false);
            }
            await driver.CompleteCopyAsync(writer, cancellationToken).ConfigureAwait(false);
            isEnded = true;
            await driver.EndCopyAsync(writer).ConfigureAwait(false);
            await call.FinishAsync().ConfigureAwait(false);
            return call.Row;
        }
        catch (Exception exception)
        {
            if (!isEnded)
            {
                await UndoAsync(driver, writer).ConfigureAwait(false);
            }
            if (Transaction is { } transaction && driver.Engine == SqlEngine.Postgres)
            {
                transaction.Faulted = true;
            }
            if (source is null or { IsTheirs: true } && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                await call.AbandonAsync(exception).ConfigureAwait(false);
                throw;
            }
            await call.EndAsync(exception, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private static async ValueTask UndoAsync(SqlDriver driver, object writer)
    {
        try
        {
            await driver.EndCopyAsync(writer).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidOperationException || driver.Explain(exception) is not null)
        {
            // What was wrong is known already; a broken connection has undone it.
        }
    }
}
