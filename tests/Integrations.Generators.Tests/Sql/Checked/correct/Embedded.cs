using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Integrations;

namespace Checked.Embedded;

internal enum OrderState
{
    Open,
    Paid,
    Closed,
}

internal sealed record Customer(Guid Id, string Name, string? Email, bool Vip, DateTimeOffset CreatedAt, DateOnly? Birthday, int Points = 0);

internal sealed record Order(long Id, Guid CustomerId, OrderState State, decimal? Total, DateTimeOffset PlacedAt, string? Note);

internal sealed record Line(int LineNo, string Sku, int Quantity, double UnitPrice, string Title);

internal sealed record NewCustomer(Guid Id, string Name, string? Email, bool Vip, DateTimeOffset CreatedAt, DateOnly? Birthday);

internal sealed record Node(long Id, string Title, int Depth);

/// <summary>The shop in one file: SQLite's own dialect.</summary>
[SqliteClient(Schema = "shop.sqlite.schema.sql")]
internal sealed partial class EmbeddedDatabase
{
    [Sql("select id, name, email, vip, created_at, birthday, points from customers where id = @id")]
    public partial Task<Customer?> CustomerAsync(Guid id, CancellationToken ct = default);

    [Sql("select * from customers where name like @pattern escape '\\' order by name collate nocase limit @take offset @skip")]
    public partial IAsyncEnumerable<Customer> NamedAsync(string pattern, int take, int skip);

    [Sql("SELECT id, customer_id, state, total, placed_at, note FROM orders WHERE state = @state AND placed_at >= @since ORDER BY placed_at DESC")]
    public partial Task<List<Order>> InStateAsync(OrderState state, DateTimeOffset since);

    [Sql("select o.* from main.orders as o where o.customer_id = @customer limit 10, 20")]
    public partial Task<List<Order>> OfCustomerAsync(Guid customer);

    [Sql("select l.line_no, l.sku, l.quantity, l.unit_price, p.title from order_lines l join products p using (sku) where l.order_id = @order")]
    public partial Task<List<Line>> LinesAsync(long order);

    [Sql("select c.name, o.id, o.total from customers c left outer join orders o on o.customer_id = c.id and o.state is not 'Closed'")]
    public partial Task<List<(string Name, long? Order, decimal? Total)>> WithOrdersAsync();

    [Sql("select c.name, count(o.id), total(o.total), sum(o.total), max(o.placed_at) from customers c left join orders o on o.customer_id = c.id group by c.id having count(o.id) >= @least")]
    public partial Task<List<(string Name, long Count, double Total, decimal? Sum, DateTimeOffset? Last)>> TotalsAsync(int least);

    [Sql("select count(*) from orders where placed_at between @from and @until")]
    public partial Task<long> BetweenAsync(DateTimeOffset from, DateTimeOffset until);

    [Sql("select max(price), min(price), avg(price) from products")]
    public partial Task<(double? Most, double? Least, double? Average)> PricesAsync();

    [Sql("select ifnull(sum(quantity), 0) from order_lines where sku = @sku")]
    public partial Task<long> SoldAsync(string sku);

    [Sql("select sku from products where sku in (select value from json_each(@skus)) and stock > 0")]
    public partial Task<List<string>> AvailableAsync(string[] skus);

    [Sql("select sku, json_extract(attributes, '$.size.width'), attributes ->> 'colour' from products where json_type(attributes, '$.size') is not null")]
    public partial Task<List<(string Sku, double? Width, string? Colour)>> SizesAsync();

    [Sql("select p.sku, j.key, j.value from products p, json_each(p.attributes) as j where j.type = 'text'")]
    public partial Task<List<(string Sku, string? Key, string? Value)>> AttributesAsync();

    [Sql("select attributes from products where sku = @sku")]
    public partial Task<JsonElement?> AttributesOfAsync(string sku);

    [Sql("select date(placed_at) as day, count(*) from orders where placed_at > datetime('now', '-30 days') group by day order by day")]
    public partial Task<List<(string? Day, long Count)>> PerDayAsync();

    [Sql("select strftime('%Y', placed_at), julianday('now') - julianday(placed_at), unixepoch(placed_at) from orders")]
    public partial Task<List<(string? Year, double? Days, long? Seconds)>> AgesAsync();

    [Sql("select name || ' <' || coalesce(email, 'none') || '>', upper(substr(name, 1, 1)), length(name), iif(vip, 'yes', 'no'), typeof(points), printf('%05d', points) from customers")]
    public partial Task<List<(string, string, long, string, string, string?)>> TextsAsync();

    [Sql("""
        with recursive tree(id, title, depth) as (
            select id, title, 0 from categories where parent_id is null
            union all
            select c.id, c.title, tree.depth + 1 from categories c join tree on c.parent_id = tree.id
            order by 3 desc
        )
        select id, title, depth from tree -- depth first, "id" is the row
        """)]
    public partial IAsyncEnumerable<Node> TreeAsync();

    [Sql("with n(x) as (values (1) union all select x + 1 from n where x < @most) select x from n")]
    public partial Task<List<long>> CountAsync(int most);

    [Sql("select id, total, row_number() over (partition by customer_id order by placed_at) as n, sum(total) over w, lag(id) over w from orders window w as (order by placed_at)")]
    public partial Task<List<(long Id, decimal? Total, long N, decimal? Running, long? Before)>> RunningAsync();

    [Sql("select [group], `index`, \"note\" from \"orders\" where [group] is not null")]
    public partial Task<List<(string Group, int? Index, string? Note)>> QuotedAsync();

    [Sql("select rowid, _rowid_, oid, id from orders where rowid = @id")]
    public partial Task<(long, long, long, long)> RowIdAsync(long id);

    [Sql("select sku, title, bm25(products_search) from products_search where products_search match @words order by rank limit 10")]
    public partial Task<List<(string? Sku, string? Title, double? Rank)>> SearchAsync(string words);

    [Sql("select name from customers where email glob '*@example.org' or name glob @pattern")]
    public partial Task<List<string>> GlobAsync(string pattern);

    [Sql("select name from customers c where not exists (select 1 from orders o where o.customer_id = c.id) and (c.vip, c.points) > (@vip, @points)")]
    public partial Task<List<string>> SilentAsync(bool vip, int points);

    [Sql("select name from customers union select customer_name from open_orders except select title from categories order by 1")]
    public partial Task<List<string>> SetsAsync();

    [Sql("select id, customer_id, customer_name, total from open_orders where total is not null")]
    public partial Task<List<(long Id, Guid Customer, string Name, decimal Total)>> OpenAsync();

    [Sql("select cast(total as real), cast(id as text), +total, quote(note), case when total is null then 'none' when cast(total as real) > 100 then 'big' else 'small' end from orders")]
    public partial Task<List<(double?, string, decimal?, string, string)>> CastsAsync();

    [Sql("select value from options where key = @key")]
    public partial Task<string?> OptionAsync(string key);

    [Sql("select name, type from sqlite_schema where type = 'table' and name not like 'sqlite_%'")]
    public partial Task<List<(string? Name, string? Type)>> TablesAsync();

    [Sql("select count(*) filter (where vip), group_concat(name, ', '), json_group_array(name) from customers")]
    public partial Task<(long Vips, string? Names, JsonElement Json)> AggregatesAsync();

    [Sql("select 1, 'a', null, x'00ff', 1.5e3, true, last_insert_rowid(), changes()")]
    public partial Task<(long, string, string?, byte[], double, bool, long, long)> LiteralsAsync();
}

/// <summary>What is written in it.</summary>
[SqliteClient(Schema = "shop.sqlite.schema.sql")]
internal sealed partial class EmbeddedChangesDatabase
{
    [Sql("insert into customers (id, name, email, vip, created_at, birthday) values (@id, @name, @email, @vip, @created_at, @birthday)")]
    public partial Task AddAsync(NewCustomer customer);

    [Sql("insert or ignore into customers (id, name) values (@id, @name)")]
    public partial Task<int> AddOnceAsync(Guid id, string name);

    [Sql("insert into orders (customer_id, total) values (@customer, @total) returning id, placed_at")]
    public partial Task<(long Id, DateTimeOffset PlacedAt)> PlaceAsync(Guid customer, decimal? total);

    [Sql("replace into options (key, value) values (@key, @value)")]
    public partial Task SetAsync(string key, string value);

    [Sql("insert into products (sku, title, price, stock) values (@sku, @title, @price, @stock) on conflict (sku) do update set stock = products.stock + excluded.stock, price = excluded.price where excluded.price > 0")]
    public partial Task<int> RestockAsync(string sku, string title, double price, int stock);

    [Sql("insert into order_lines (order_id, line_no, sku, quantity, unit_price) select @order, row_number() over (), p.sku, 1, p.price from products p join json_each(@skus) j on j.value = p.sku")]
    public partial Task<int> AddLinesAsync(long order, IReadOnlyList<string> skus);

    [Sql("update orders set (state, note) = (@state, @note), total = coalesce(total, 0) where id = @id returning id, customer_id, state, total, placed_at, note")]
    public partial Task<Order?> CloseAsync(long id, OrderState state, string? note);

    [Sql("update products set stock = stock - l.n from (select sku, sum(quantity) as n from order_lines where order_id = @order group by sku) as l where l.sku = products.sku")]
    public partial Task<int> TakeAsync(long order);

    [Sql("update or rollback customers set points = points + @points, preferences = json_set(coalesce(preferences, '{}'), '$.language', @language) where id = @id")]
    public partial Task<int> RewardAsync(Guid id, int points, string language);

    [Sql("delete from orders where id in (select o.id from orders o left join order_lines l on l.order_id = o.id where l.order_id is null) and state = 'Closed'")]
    public partial Task<int> TrimAsync();

    [Sql("insert into products_search (sku, title, details) select sku, title, details from products")]
    public partial Task<int> IndexAsync();

    [Sql("insert into order_lines values (@order, @line, @sku, @quantity, @price)")]
    public partial Task AddLineAsync(long order, int line, string sku, int quantity, double price);
}
