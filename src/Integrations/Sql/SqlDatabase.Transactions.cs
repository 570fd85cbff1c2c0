using System.Data.Common;

namespace Integrations.Sql;

public sealed partial class SqlDatabase
{
    private static readonly OperationDescriptor s_transaction = new("BEGIN", "", "Transaction");

    /// <summary>Does something in a transaction: commits it where the delegate returns, undoes it where it throws.</summary>
    /// <typeparam name="TTransaction">The client's transaction.</typeparam>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="make">Makes the client's transaction.</param>
    /// <param name="work">What is done. It runs again, in a new transaction, where the database could not put concurrent ones in an order.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the beginning; statements take their own. A commit that was sent is not cancelled.</param>
    /// <returns>What the delegate returned.</returns>
    /// <exception cref="SqlException">It could not begin or be committed.</exception>
    public async Task<T> TransactionAsync<TTransaction, T>(
        Func<SqlTransactionStart, TTransaction> make,
        Func<TTransaction, Task<T>> work,
        SqlTransactionOptions? options,
        CancellationToken cancellationToken)
        where TTransaction : SqlTransaction
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(work);
        var most = options?.MaxAttempts ?? Settings.Policies.Retry.MaxAttempts;
        for (var attempt = 1; ; attempt++)
        {
            var call = new SqlCall(Session, s_transaction, SqlMode.Transaction) { Isolation = options?.Isolation ?? System.Data.IsolationLevel.Unspecified };
            await call.RunAsync(cancellationToken).ConfigureAwait(false);
            call.Succeeded();
            var (connection, begun) = (call.Connection, call.Begun!);
            var transaction = make(new SqlTransactionStart(this, connection, begun));
            var committing = false;
            T result;
            try
            {
                result = await work(transaction).ConfigureAwait(false);
                transaction.ThrowIfAborted();
                transaction.End();
                committing = true;
                await begun.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                transaction.End();
                await UndoAsync(begun).ConfigureAwait(false);
                await begun.DisposeAsync().ConfigureAwait(false);
                await Driver.ReleaseAsync(connection, isShared: true).ConfigureAwait(false);
                var told = committing ? call.Explain(exception) : exception;
                if (attempt >= most || !IsUndone(exception) || !Budget.TryTake())
                {
                    if (!ReferenceEquals(told, exception))
                    {
                        throw told;
                    }
                    throw;
                }
                Log.TransactionAgain(attempt, SqlErrors.Type(told));
                var ceiling = Math.Min(Settings.Policies.Retry.Delay.TotalMilliseconds * Math.Pow(2, attempt - 1), Settings.Policies.Retry.MaxDelay.TotalMilliseconds);
                await Task.Delay(TimeSpan.FromMilliseconds(ceiling * Random()), Time, cancellationToken).ConfigureAwait(false);
                continue;
            }
            await begun.DisposeAsync().ConfigureAwait(false);
            await Driver.ReleaseAsync(connection, isShared: true).ConfigureAwait(false);
            await transaction.CommittedAsync().ConfigureAwait(false);
            return result;
        }
    }

    /// <inheritdoc cref="TransactionAsync{TTransaction, T}"/>
    public Task TransactionAsync<TTransaction>(
        Func<SqlTransactionStart, TTransaction> make,
        Func<TTransaction, Task> work,
        SqlTransactionOptions? options,
        CancellationToken cancellationToken)
        where TTransaction : SqlTransaction
    {
        ArgumentNullException.ThrowIfNull(work);
        return TransactionAsync(
            make,
            async transaction =>
            {
                await work(transaction).ConfigureAwait(false);
                return true;
            },
            options,
            cancellationToken);
    }

    /// <summary>The exception may be wrapped by code of the delegate, or come from the driver itself.</summary>
    private bool IsUndone(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current is SqlException { Kind: SqlErrorKind.Serialization or SqlErrorKind.Deadlock or SqlErrorKind.Locked }
                || Driver.Explain(current) is { IsUndone: true })
            {
                return true;
            }
        }
        return false;
    }

    private async ValueTask UndoAsync(DbTransaction transaction)
    {
        try
        {
            await transaction.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidOperationException || Driver.Explain(exception) is not null)
        {
            // A connection that is lost, or a transaction that the server has ended, is undone already.
        }
    }
}
