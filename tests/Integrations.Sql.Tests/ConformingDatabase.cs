namespace Integrations.Sql.Tests;

/// <summary>What the tests of every kind of integration use; it needs no table.</summary>
[PostgresClient, SqliteClient]
public sealed partial class ConformingDatabase
{
    [Sql("select 1")]
    public partial Task<int> UseAsync(CancellationToken ct = default);

    [Sql("select no_column")]
    public partial Task<int> FailAsync(CancellationToken ct = default);

    [Sql("select 1 from (select pg_sleep(600)) s", Sqlite = "select 1")]
    public partial Task<int> HangAsync(CancellationToken ct = default);
}
