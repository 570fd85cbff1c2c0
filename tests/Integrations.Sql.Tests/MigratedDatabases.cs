namespace Integrations.Sql.Tests;

[PostgresClient, SqliteClient]
[Migrations("migrations/stock/*.sql", Sqlite = "migrations/stock-sqlite/*.sql")]
public sealed partial class StockDatabase
{
    [Sql("select name from articles order by id")]
    public partial Task<List<string>> NamesAsync(CancellationToken ct = default);
}

/// <summary>Its second migration fails at its second table.</summary>
[PostgresClient, SqliteClient]
[Migrations("migrations/broken/*.sql")]
public sealed partial class BrokenDatabase
{
    [Sql("select count(*) from good")]
    public partial Task<long> CountAsync(CancellationToken ct = default);
}

/// <summary>Its migration cannot run in a transaction.</summary>
[PostgresClient, SqliteClient]
[Migrations("migrations/vacuum/*.sql")]
public sealed partial class VacuumDatabase;

/// <summary>Its second migration sleeps.</summary>
[PostgresClient, SqliteClient]
[Migrations("migrations/slow/*.sql")]
public sealed partial class SlowDatabase;

/// <summary>Its second migration begins a transaction and forgets it.</summary>
[PostgresClient, SqliteClient]
[Migrations("migrations/open/*.sql")]
public sealed partial class OpenDatabase;
