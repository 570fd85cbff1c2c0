using QuickStart.Shop;

namespace QuickStart.Notebook;

/// <summary>A run of the tour, as it is kept.</summary>
internal sealed record TourRun(Guid Id, DateTimeOffset StartedAt, int Calls, int Requests, bool AsExpected);

/// <summary>A run that is remembered.</summary>
internal sealed record RememberedRun(DateTimeOffset StartedAt, int Calls, int Requests, bool AsExpected, long Orders);

/// <summary>
/// What the tour has learnt. This is all that is written by hand: the compiler reads the statements, holds them against what the migrations make, and writes the rest. It is SQLite, unless
/// <c>ConnectionStrings:Notebook</c> names a PostgreSQL.
/// </summary>
[PostgresClient, SqliteClient]
[Migrations("migrations/*.sql", Sqlite = "migrations/sqlite/*.sql")]
internal sealed partial class NotebookDatabase
{
    [Sql("""
        select r.started_at, r.calls, r.requests, r.as_expected, count(o.id) as orders
        from quickstart_runs r
        left join quickstart_orders o on o.run = r.id
        group by r.id
        order by r.started_at desc
        limit 1
        """)]
    public partial Task<RememberedRun?> LastRunAsync();

    [Sql("select product from quickstart_products order by sku")]
    public partial Task<List<Product>> ProductsAsync();

    [Sql("insert into quickstart_runs (id, started_at, calls, requests, as_expected) values (@id, @started_at, @calls, @requests, @as_expected)")]
    public partial Task AddRunAsync(TourRun run);

    [Sql("insert into quickstart_products (sku, product, seen_at) values (@sku, @product, @seen_at) on conflict (sku) do update set product = excluded.product, seen_at = excluded.seen_at")]
    public partial Task KeepProductAsync(string sku, Product product, DateTimeOffset seenAt);

    [Sql("insert into quickstart_orders (id, run, reference, total) values (@id, @run, @reference, @total)")]
    public partial Task AddOrderAsync(Guid id, Guid run, string reference, decimal total);
}
