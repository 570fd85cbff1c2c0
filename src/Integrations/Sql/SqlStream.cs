using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Integrations.Sql;

/// <summary>Rows as they come. Each enumeration runs the statement with a command of its own.</summary>
internal sealed class SqlStream<T>(SqlSession session, SqlStatement statement, DbCommand command, SqlRow<T> row, CancellationToken outer) : IAsyncEnumerable<T>
{
    private int _begun;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var own = Interlocked.Exchange(ref _begun, 1) == 0 ? command : session.Database.Driver.Copy(command);
        if (!cancellationToken.CanBeCanceled || cancellationToken == outer)
        {
            return ReadAsync(own, null, outer);
        }
        if (!outer.CanBeCanceled)
        {
            return ReadAsync(own, null, cancellationToken);
        }
        var linked = CancellationTokenSource.CreateLinkedTokenSource(outer, cancellationToken);
        return ReadAsync(own, linked, linked.Token);
    }

    private async IAsyncEnumerator<T> ReadAsync(DbCommand own, CancellationTokenSource? linked, CancellationToken cancellationToken)
    {
        var call = new SqlCall(session, statement.Operation, SqlMode.Rows) { Command = own };
        var isOver = false;
        try
        {
            await call.RunAsync(cancellationToken).ConfigureAwait(false);
            int[]? map = null;
            while (await MoveAsync(call, cancellationToken).ConfigureAwait(false))
            {
                T value;
                try
                {
                    map ??= statement.Map(call.Reader!);
                    value = row(call.Reader!, map);
                }
                catch (Exception exception)
                {
                    isOver = true;
                    await call.EndAsync(exception, cancellationToken).ConfigureAwait(false);
                    throw;
                }
                yield return value;
            }
            isOver = true;
            await call.FinishAsync().ConfigureAwait(false);
        }
        finally
        {
            if (!isOver && call.Reader is not null)
            {
                await LeaveAsync(call, own).ConfigureAwait(false);
            }
            await own.DisposeAsync().ConfigureAwait(false);
            linked?.Dispose();
        }
    }

    private static async ValueTask<bool> MoveAsync(SqlCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await call.Reader!.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await call.EndAsync(exception, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The caller has seen enough: what the server would still send is not waited for.</summary>
    private static async ValueTask LeaveAsync(SqlCall call, DbCommand own)
    {
        own.Cancel();
        await call.LeaveAsync().ConfigureAwait(false);
    }
}
