using System.Data.Common;

namespace Integrations.Sql;

public sealed partial class SqlSession
{
    private static readonly SqlStatement s_raw = new(new OperationDescriptor("SQL", "", "Sql"), null, null);

    /// <summary>Runs a statement for its effect.</summary>
    /// <param name="statement">The statement, <c>$"..."</c>: what stands in braces becomes a parameter.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>How many rows it affected.</returns>
    /// <exception cref="SqlException">It failed.</exception>
    public Task<int> ExecuteAsync(SqlText statement, CancellationToken cancellationToken = default) => ExecuteAsync(s_raw, Command(statement), cancellationToken);

    /// <summary>Reads all rows of a statement.</summary>
    /// <typeparam name="T">What a row is read as.</typeparam>
    /// <param name="statement">The statement, <c>$"..."</c>: what stands in braces becomes a parameter.</param>
    /// <param name="row">Reads the current row.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="SqlException">It failed.</exception>
    public Task<List<T>> ListAsync<T>(SqlText statement, Func<DbDataReader, T> row, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        return ListAsync<T, List<T>>(s_raw, Command(statement), (reader, _) => row(reader), cancellationToken);
    }

    /// <summary>Reads the rows of a statement as they come.</summary>
    /// <typeparam name="T">What a row is read as.</typeparam>
    /// <param name="statement">The statement, <c>$"..."</c>: what stands in braces becomes a parameter.</param>
    /// <param name="row">Reads the current row.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="SqlException">It failed.</exception>
    public IAsyncEnumerable<T> StreamAsync<T>(SqlText statement, Func<DbDataReader, T> row, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        return StreamAsync(s_raw, Command(statement), (reader, _) => row(reader), cancellationToken);
    }

    /// <summary>Sends a message to who listens on a channel; within a transaction, when it is committed. PostgreSQL only.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="payload">The message, up to 8000 bytes.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>When it is sent.</returns>
    /// <exception cref="NotSupportedException">The engine has no channels.</exception>
    public Task NotifyAsync(string channel, string payload = "", CancellationToken cancellationToken = default)
    {
        if (Database.Engine != SqlEngine.Postgres)
        {
            throw new NotSupportedException("LISTEN and NOTIFY are PostgreSQL's; SQLite has no channels.");
        }
        return ExecuteAsync($"select pg_notify({channel}, {payload})", cancellationToken);
    }

    private DbCommand Command(SqlText statement)
    {
        Transaction?.ThrowIfOver();
        return statement.Command(Database.Driver);
    }
}
