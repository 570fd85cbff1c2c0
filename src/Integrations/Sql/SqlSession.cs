using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Integrations.Sql;

/// <summary>Where statements run: on connections of the pool, or in a transaction. Emitted methods call it.</summary>
public sealed partial class SqlSession
{
    internal SqlSession(SqlDatabase database, SqlTransaction? transaction) => (Database, Transaction) = (database, transaction);

    internal SqlDatabase Database { get; }

    internal SqlTransaction? Transaction { get; }

    /// <summary>Makes the command of a statement, without parameters.</summary>
    /// <param name="statement">The statement.</param>
    /// <returns>The command.</returns>
    public DbCommand Command(SqlStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        Transaction?.ThrowIfOver();
        var driver = Database.Driver;
        return driver.CreateCommand(statement.Text(driver.Engine));
    }

    /// <summary>Runs a statement for its effect.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="command">Its command with parameters.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>How many rows it affected.</returns>
    /// <exception cref="SqlException">It failed.</exception>
    public async Task<int> ExecuteAsync(SqlStatement statement, DbCommand command, CancellationToken cancellationToken)
    {
        var call = SqlCall.Rent(this, statement.Operation, SqlMode.Affected, command);
        await call.RunAsync(cancellationToken).ConfigureAwait(false);
        var affected = call.Affected;
        await call.FinishAsync().ConfigureAwait(false);
        call.Return();
        await command.DisposeAsync().ConfigureAwait(false);
        return affected;
    }

    /// <summary>Reads the one row of a statement.</summary>
    /// <typeparam name="T">What the row is read as.</typeparam>
    /// <param name="statement">The statement.</param>
    /// <param name="command">Its command with parameters.</param>
    /// <param name="row">Reads the row.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The row.</returns>
    /// <exception cref="SqlException">It failed, or there is no row, or more than one.</exception>
    public Task<T> OneAsync<T>(SqlStatement statement, DbCommand command, SqlRow<T> row, CancellationToken cancellationToken) =>
        SingleAsync(statement, command, row, optional: false, cancellationToken);

    /// <summary>Reads the one row of a statement, if there is one.</summary>
    /// <typeparam name="T">What the row is read as; nullable.</typeparam>
    /// <param name="statement">The statement.</param>
    /// <param name="command">Its command with parameters.</param>
    /// <param name="row">Reads the row.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The row, or the default of the type.</returns>
    /// <exception cref="SqlException">It failed, or there is more than one row.</exception>
    public Task<T> OptionalAsync<T>(SqlStatement statement, DbCommand command, SqlRow<T> row, CancellationToken cancellationToken) =>
        SingleAsync(statement, command, row, optional: true, cancellationToken);

    /// <summary>Reads all rows.</summary>
    /// <typeparam name="T">What a row is read as.</typeparam>
    /// <typeparam name="TList"><see cref="List{T}"/>, or what it implements.</typeparam>
    /// <param name="statement">The statement.</param>
    /// <param name="command">Its command with parameters.</param>
    /// <param name="row">Reads a row.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="SqlException">It failed.</exception>
    public Task<TList> ListAsync<T, TList>(SqlStatement statement, DbCommand command, SqlRow<T> row, CancellationToken cancellationToken)
        where TList : class => RowsAsync<T, TList>(statement, command, row, asArray: false, cancellationToken);

    /// <summary>Reads all rows.</summary>
    /// <typeparam name="T">What a row is read as.</typeparam>
    /// <param name="statement">The statement.</param>
    /// <param name="command">Its command with parameters.</param>
    /// <param name="row">Reads a row.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="SqlException">It failed.</exception>
    public Task<T[]> ArrayAsync<T>(SqlStatement statement, DbCommand command, SqlRow<T> row, CancellationToken cancellationToken) =>
        RowsAsync<T, T[]>(statement, command, row, asArray: true, cancellationToken);

    /// <summary>Reads rows as they come. The statement runs when reading begins, and holds a connection until it ends.</summary>
    /// <typeparam name="T">What a row is read as.</typeparam>
    /// <param name="statement">The statement.</param>
    /// <param name="command">Its command with parameters.</param>
    /// <param name="row">Reads a row.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The rows; each reading runs the statement anew.</returns>
    /// <exception cref="SqlException">It failed.</exception>
    public IAsyncEnumerable<T> StreamAsync<T>(SqlStatement statement, DbCommand command, SqlRow<T> row, CancellationToken cancellationToken) =>
        new SqlStream<T>(this, statement, command, row, cancellationToken);

    private async Task<T> SingleAsync<T>(SqlStatement statement, DbCommand command, SqlRow<T> row, bool optional, CancellationToken cancellationToken)
    {
        var call = SqlCall.Rent(this, statement.Operation, SqlMode.Rows, command);
        await call.RunAsync(cancellationToken).ConfigureAwait(false);
        var value = default(T)!;
        try
        {
            var reader = call.Reader!;
            if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                value = row(reader, statement.Map(reader));
                if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    throw SqlErrors.Rows(call, SqlErrorKind.ManyRows);
                }
            }
            else if (!optional)
            {
                throw SqlErrors.Rows(call, SqlErrorKind.NoRow);
            }
            await call.FinishAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await call.EndAsync(exception, cancellationToken).ConfigureAwait(false);
        }
        call.Return();
        await command.DisposeAsync().ConfigureAwait(false);
        return value;
    }

    private async Task<TResult> RowsAsync<T, TResult>(SqlStatement statement, DbCommand command, SqlRow<T> row, bool asArray, CancellationToken cancellationToken)
        where TResult : class
    {
        var call = SqlCall.Rent(this, statement.Operation, SqlMode.Rows, command);
        await call.RunAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<T>();
        try
        {
            var reader = call.Reader!;
            if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var map = statement.Map(reader);
                do
                {
                    rows.Add(row(reader, map));
                }
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false));
            }
            await call.FinishAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await call.EndAsync(exception, cancellationToken).ConfigureAwait(false);
        }
        call.Return();
        await command.DisposeAsync().ConfigureAwait(false);
        // The emitted method asks for what a list is, or for an array.
        return asArray ? Unsafe.As<TResult>(rows.ToArray()) : Unsafe.As<TResult>(rows);
    }
}
