using System.Data.Common;
using Integrations.Sql;

namespace Integrations;

/// <summary>
/// Statements that travel together: one round trip, and all or none of them take effect. Emitted clients have one of their own (<c>OrdersDatabase.Batch</c>).
/// On SQLite they run one after the other, in one transaction.
/// </summary>
public abstract class SqlBatch
{
    private static readonly OperationDescriptor s_operation = new("BATCH", "", "Batch");

    private readonly SqlSession _session;
    private readonly List<DbBatchCommand> _batchCommands = [];
    private readonly List<DbCommand> _commands = [];
    private int[] _affected = [];

    /// <summary>Begins a batch.</summary>
    /// <param name="session">Where it runs.</param>
    protected SqlBatch(SqlSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        _session = session;
    }

    /// <summary>How many statements it has.</summary>
    public int Count => _batchCommands.Count + _commands.Count;

    /// <summary>Runs all statements, and empties the batch.</summary>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>How many rows each affected, in the order in which they were added.</returns>
    /// <exception cref="SqlException">One failed; none has taken effect.</exception>
    public async Task<IReadOnlyList<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        if (Count == 0)
        {
            return [];
        }
        _session.Transaction?.ThrowIfOver();
        var call = new SqlCall(_session, s_operation, SqlMode.Batch) { Batch = this };
        await call.RunAsync(cancellationToken).ConfigureAwait(false);
        await call.FinishAsync().ConfigureAwait(false);
        foreach (var command in _commands)
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }
        _batchCommands.Clear();
        _commands.Clear();
        return _affected;
    }

    /// <summary>Adds a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <returns>Where its parameters are added.</returns>
    protected DbParameterCollection Add(SqlStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var driver = _session.Database.Driver;
        var text = statement.Text(driver.Engine);
        if (driver.CreateBatchCommand(text) is { } batched)
        {
            _batchCommands.Add(batched);
            return batched.Parameters;
        }
        var command = driver.CreateCommand(text);
        _commands.Add(command);
        return command.Parameters;
    }

    internal async ValueTask RunAsync(DbConnection connection, DbTransaction? transaction, int timeout, SqlCall call, CancellationToken cancellationToken)
    {
        if (_batchCommands.Count > 0)
        {
            var batch = connection.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                (batch.Transaction, batch.Timeout) = (transaction, timeout);
                foreach (var command in _batchCommands)
                {
                    batch.BatchCommands.Add(command);
                }
                call.RunningBatch = batch;
                await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                _affected = [.. _batchCommands.Select(static command => command.RecordsAffected)];
            }
            return;
        }
        var own = transaction is null ? await _session.Database.Driver.BeginAsync(connection, System.Data.IsolationLevel.Unspecified, cancellationToken).ConfigureAwait(false) : null;
        try
        {
            var affected = new int[_commands.Count];
            for (var i = 0; i < affected.Length; i++)
            {
                var command = _commands[i];
                (command.Connection, command.Transaction, command.CommandTimeout) = (connection, transaction ?? own, timeout);
                _session.Database.Driver.Check(command);
                affected[i] = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
            if (own is not null)
            {
                await own.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            }
            _affected = affected;
        }
        finally
        {
            if (own is not null)
            {
                await own.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
