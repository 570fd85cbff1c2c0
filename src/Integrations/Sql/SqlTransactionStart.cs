using System.Data.Common;

namespace Integrations.Sql;

/// <summary>What a transaction stands on.</summary>
public sealed class SqlTransactionStart
{
    internal SqlTransactionStart(SqlDatabase database, DbConnection connection, DbTransaction transaction) =>
        (Database, Connection, Transaction) = (database, connection, transaction);

    internal SqlDatabase Database { get; }

    internal DbConnection Connection { get; }

    internal DbTransaction Transaction { get; }
}
