namespace Integrations.Sql.Tests;

public enum OrderState
{
    Open,
    Paid,
    [System.Text.Json.Serialization.JsonStringEnumMemberName("sent-out")]
    Sent,
}

public sealed record Order(Guid Id, Guid Customer, decimal Total, DateTimeOffset PlacedAt, OrderState State = OrderState.Open, string? Note = null);

public sealed record Address(string Street, string? City);

public sealed record OrderWithAddress(Guid Id, Address? Ship);

public sealed class OrderLine
{
    public long Id { get; init; }

    public required string Article { get; init; }

    public int Count { get; set; }

    public string Colour { get; set; } = "none";
}

[PostgresClient, SqliteClient]
[Retry(MaxAttempts = 4, DelayMilliseconds = 20)]
public sealed partial class OrdersDatabase
{
    [Sql("select id, customer, total, placed_at, state, note from orders where customer = @customer order by placed_at desc limit @limit")]
    public partial IAsyncEnumerable<Order> RecentAsync(Guid customer, int limit = 20, CancellationToken ct = default);

    [Sql("insert into orders (id, customer, total) values (@id, @customer, @total) on conflict (id) do nothing")]
    public partial Task<int> PlaceAsync(Guid id, Guid customer, decimal total, CancellationToken ct = default);

    [Sql("insert into orders (id, customer, total, placed_at, state, note) values (@id, @customer, @total, @placed_at, @state, @note)")]
    public partial Task AddAsync(Order order, CancellationToken ct = default);

    [Sql("select * from orders where id = @id")]
    public partial Task<Order> GetAsync(Guid id, CancellationToken ct = default);

    [Sql("select * from orders where id = @id", Idempotent = true)]
    public partial Task<Order?> FindAsync(Guid id, CancellationToken ct = default);

    [Sql("select count(*) from orders")]
    public partial Task<long> CountAsync(CancellationToken ct = default);

    [Sql("select max(total) from orders where customer = @customer")]
    public partial ValueTask<decimal?> LargestAsync(Guid customer, CancellationToken ct = default);

    [Sql("select id, customer, total, placed_at, state from orders order by id")]
    public partial Task<List<Order>> AllAsync(CancellationToken ct = default);

    [Sql("select id, total from orders order by total")]
    public partial Task<(Guid Id, decimal Total)[]> TotalsAsync(CancellationToken ct = default);

    [Sql("select id, ship_street, ship_city from orders where id = @id")]
    public partial Task<OrderWithAddress> WithAddressAsync(Guid id, CancellationToken ct = default);

    [Sql("update orders set ship_street = @street, ship_city = @city where id = @id")]
    public partial Task<int> ShipToAsync(Guid id, Address address, CancellationToken ct = default);

    [Sql("insert into lines (article, count) values (@article, @count) returning id, article, count")]
    public partial Task<OrderLine> AddLineAsync(string article, int count, CancellationToken ct = default);

    [Sql("select id from orders where id = any(@ids) order by id", Sqlite = "select id from orders where id in (select value from json_each(@ids)) order by id")]
    public partial Task<IReadOnlyList<Guid>> KnownAsync(Guid[] ids, CancellationToken ct = default);

    [Sql("update orders set note = @note where state = @state")]
    public partial Task<int> AnnotateAsync(OrderState state, string? note);

    [Sql("sql/total.sql", Sqlite = "sql/total.sqlite.sql")]
    public partial Task<decimal> TotalAsync(Guid customer, CancellationToken ct = default);

    [Sql("update counters set value = value + 1 where name = @name")]
    public partial Task<int> CountUpAsync(string name, CancellationToken ct = default);

    [Sql("select value from counters where name = @name")]
    public partial Task<int> CounterAsync(string name, CancellationToken ct = default);

    [Sql("update counters set value = @value where name = @name")]
    public partial Task<int> SetCounterAsync(string name, int value, CancellationToken ct = default);

    [Sql("insert into lines (article, count, ref) values (@article, 1, @order)")]
    public partial Task<int> AddLineOfAsync(string article, Guid order, CancellationToken ct = default);

    [Sql("insert into lines (article, count) values (@article, @count)")]
    public partial Task<int> AddBareLineAsync(string? article, int count, CancellationToken ct = default);

    [Sql("copy orders (id, customer, total, placed_at, state, note) from stdin")]
    public partial Task<long> ImportAsync(IAsyncEnumerable<Order> rows, CancellationToken ct = default);

    [Sql("copy orders (id, customer, total, placed_at, state, note) from stdin")]
    public partial Task<long> ImportListAsync(IEnumerable<Order> rows, CancellationToken ct = default);

    [Sql("selec nonsense")]
    public partial Task NonsenseAsync(CancellationToken ct = default);
}
