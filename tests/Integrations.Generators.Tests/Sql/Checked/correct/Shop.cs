using System;
using System.Collections.Generic;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Integrations;
using NpgsqlTypes;

namespace Checked.Shop;

internal enum OrderState
{
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("paid")] Paid,
    [JsonStringEnumMemberName("sent-out")] SentOut,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
    [JsonStringEnumMemberName("returned")] Returned,
}

internal sealed record Customer(Guid Id, string Name, string? Email, string? PhoneNumber, string[] Tags, bool Vip, DateTimeOffset CreatedAt, DateTimeOffset? DeletedAt, DateOnly? Birthday)
{
    public int LoyaltyPoints { get; init; }

    public JsonElement Preferences { get; init; }
}

internal sealed record Order(Guid Id, long Number, Guid CustomerId, OrderState State, decimal Total, DateTimeOffset PlacedAt, DateOnly? ShippedOn, TimeSpan? DeliveryWindow, TimeOnly? PickUpAt, string? Note, string Channel);

internal sealed record Line(Guid OrderId, short LineNo, string Sku, int Quantity, decimal UnitPrice, float? Discount);

internal sealed record LineWithProduct(short LineNo, int Quantity, ProductInLine Product);

internal sealed record ProductInLine(string Sku, string Title, decimal Price);

internal sealed record Product(string Sku, string Title, string? Description, decimal Price, double? Weight, int Stock, JsonDocument? Attributes, byte[]? Image, int[]? Sizes);

internal sealed record Node(int Id, int? ParentId, string Title, int Depth, string Path);

/// <summary>What is asked of a shop: uuid, jsonb, arrays, ranges, text search, generated and renamed columns, quoted names, other schemas.</summary>
[PostgresClient(Schema = "shop.schema.sql")]
internal sealed partial class ShopDatabase
{
    [Sql("select * from customers where id = @id and deleted_at is null")]
    public partial Task<Customer?> CustomerAsync(Guid id, CancellationToken ct = default);

    [Sql("select id, number, customer_id, state, total, placed_at, shipped_on, delivery_window, pick_up_at, note, channel from orders where customer_id = @customer and state <> 'cancelled' order by placed_at desc limit @limit")]
    public partial IAsyncEnumerable<Order> OrdersAsync(Guid customer, int limit = 20, CancellationToken ct = default);

    [Sql("select * from orders where state = @state and total >= @least")]
    public partial Task<List<Order>> InStateAsync(OrderState state, decimal least);

    [Sql("select * from order_lines where order_id = any(@orders) order by order_id, line_no")]
    public partial Task<List<Line>> LinesAsync(Guid[] orders);

    [Sql("select l.line_no, l.quantity, p.sku as product_sku, p.title as product_title, p.price as product_price from order_lines l join products p on p.sku = l.sku where l.order_id = @order")]
    public partial Task<List<LineWithProduct>> LinesWithProductsAsync(Guid order);

    [Sql("select sku, title, description, price, weight, stock, attributes, image, sizes from products where sku = @sku")]
    public partial Task<Product?> ProductAsync(string sku);

    [Sql("select name from customers where preferences @> @wanted and preferences ? 'newsletter' and not preferences ?| array['blocked', 'gone']")]
    public partial Task<List<string>> PreferringAsync(JsonElement wanted);

    [Sql("select preferences->>'language', preferences->'colours'->0, preferences #>> '{address,city}' from customers where id = @id")]
    public partial Task<(string? Language, JsonElement? Colour, string? City)> PreferenceAsync(Guid id);

    [Sql("select sku, (attributes->>'pages')::int as pages from products where attributes ->> 'kind' = @kind and (attributes->'size'->>'width')::numeric < @width")]
    public partial Task<List<(string Sku, int? Pages)>> OfKindAsync(string kind, decimal width);

    [Sql("select p.sku, pair.key, pair.value from products p, jsonb_each_text(p.attributes) as pair where pair.value is not null")]
    public partial Task<List<(string Sku, string Key, string Value)>> AttributesAsync();

    [Sql("select sku, element::text from products cross join lateral jsonb_array_elements(attributes->'colours') as t(element)")]
    public partial Task<List<(string Sku, string Colour)>> ColoursAsync();

    [Sql("select jsonb_build_object('id', id, 'name', name), to_jsonb(tags), jsonb_agg(vip) over () from customers")]
    public partial Task<List<(JsonElement Customer, JsonElement Tags, JsonElement? All)>> AsJsonAsync();

    [Sql("select sku from products where attributes @? '$.size[*] ? (@.width > 3)' and jsonb_path_exists(attributes, '$.a')")]
    public partial Task<List<string>> ByPathAsync();

    [Sql("select name from customers where @tag = any(tags) or tags && @others or cardinality(tags) = 0")]
    public partial Task<List<string>> TaggedAsync(string tag, List<string> others);

    [Sql("select sku, sizes[1], sizes[2:3], array_to_string(sizes, ','), array_position(sizes, 4), array_append(sizes, @extra) from products where sizes is not null")]
    public partial Task<List<(string Sku, int? First, int[] Some, string? Text, int? At, int[] More)>> SizesAsync(int extra);

    [Sql("select t.sku, t.quantity, p.price from unnest(@skus, @quantities) as t(sku, quantity) join products p on p.sku = t.sku where p.stock >= t.quantity")]
    public partial Task<List<(string? Sku, int? Quantity, decimal Price)>> BasketAsync(string[] skus, int[] quantities);

    [Sql("select sku, n from products, unnest(sizes) with ordinality as s(size, n) where size = @size")]
    public partial Task<List<(string Sku, long Position)>> PositionAsync(int size);

    [Sql("select sku, ts_rank_cd(search, query), ts_headline('english', title, query) from products, websearch_to_tsquery('english', @words) query where search @@ query")]
    public partial Task<List<(string Sku, float Rank, string Headline)>> SearchAsync(string words);

    [Sql("select sku from products where on_sale @> @day::date and not isempty(on_sale) and upper(on_sale) > current_date")]
    public partial Task<List<string>> OnSaleAsync(DateOnly day);

    [Sql("select sku from products where on_sale && @during")]
    public partial Task<List<string>> OnSaleDuringAsync(NpgsqlRange<DateOnly> during);

    [Sql("select price_with_tax, price * (1 + @tax) from products where sku = @sku")]
    public partial Task<(decimal? WithTax, decimal Other)> PricesAsync(string sku, decimal tax);

    [Sql("select amount from order_lines where order_id = @order and line_no = @line")]
    public partial Task<decimal?> AmountAsync(Guid order, short line);

    [Sql("select \"Id\", \"Full Name\", m.\"select\" from \"Mixed Case\" m where \"Full Name\" like @pattern escape '!'")]
    public partial Task<List<(int Id, string Name, bool? Chosen)>> MixedAsync(string pattern);

    [Sql("select \"order\", ORDERS.Number from Orders where \"order\" is not null")]
    public partial Task<List<(int Order, long Number)>> QuotedAsync();

    [Sql("select e.what, e.actor, e.details, e.from_address from audit.entries as e where e.at > @since and (@actor::text is null or e.actor = @actor)")]
    public partial Task<List<(string What, string? Actor, JsonElement? Details, IPAddress? From)>> AuditAsync(DateTimeOffset since, string? actor);

    [Sql("""
        select o.id, -- what it is, not "id" of customers
            c.name /* who: @nobody */
        from public.orders o /* nested /* comments */ */
            join public.customers c on c.id = o.customer_id
        where c.name <> 'O''Brien @home; -- no comment' and o.note is distinct from $$it's $1 @here$$
        """)]
    public partial Task<List<(Guid Id, string Name)>> CommentedAsync();

    [Sql("""
        with recursive tree as (
            select id, parent_id, title, 0 as depth, title as path from categories where parent_id is null
            union all
            select c.id, c.parent_id, c.title, t.depth + 1, t.path || ' > ' || c.title from categories c join tree t on c.parent_id = t.id
        )
        select id, parent_id, title, depth, path from tree order by path
        """)]
    public partial Task<List<Node>> TreeAsync();

    [Sql("select child.title, parent.title from categories child left join categories parent on parent.id = child.parent_id")]
    public partial Task<List<(string Child, string? Parent)>> ParentsAsync();

    [Sql("select id, customer_name, total, note from open_orders where customer_id = @customer")]
    public partial Task<List<(Guid Id, string Customer, decimal Total, string? Note)>> OpenAsync(Guid customer);

    [Sql("select name, orders, total, largest from customer_totals where orders > 0 order by total desc")]
    public partial Task<List<(string Name, long Orders, decimal Total, decimal? Largest)>> TotalsAsync();

    [Sql("select c.name from customers c where not exists (select from orders o where o.customer_id = c.id and o.placed_at > now() - make_interval(days => @days))")]
    public partial Task<List<string>> SilentAsync(int days);

    [Sql("select v.sku, v.price from (values ('a', 1.5), ('b', 2)) as v (sku, price) left join products p on p.sku = v.sku where p.sku is null")]
    public partial Task<List<(string, decimal)>> ValuesAsync();

    [Sql("values (1, 'one'), (2, 'two'), (@number, @name)")]
    public partial Task<List<(int Number, string Name)>> PlainValuesAsync(int number, string name);

    [Sql("select 1")]
    public partial Task<int> PingAsync();

    [Sql("select @a::int + @b, @a::text || 'x', not @flag, -@a, current_user, version(), pi()")]
    public partial Task<(int, string, bool, int, string, string, double)> ExpressionsAsync(int a, int b, bool flag);

    [Sql("select exists (select 1 from customers where email = lower(@email)), (select count(*) from orders) > 0")]
    public partial Task<(bool Known, bool? Any)> KnownAsync(string email);

    [Sql("select price from prices_history where sku = @sku and valid_from <= @at and (valid_to is null or valid_to > @at) order by valid_from desc limit 1")]
    public partial Task<decimal?> PriceAtAsync(string sku, DateTime at);

    [Sql("select sku, price, lead(valid_from) over (partition by sku order by valid_from), valid_to from prices_history")]
    public partial Task<List<(string Sku, decimal Price, DateTime? Next, DateTime? Until)>> HistoryAsync();

    [Sql("select p.sku, coalesce(l.sold, 0) from products p left join (select sku, sum(quantity) as sold from order_lines group by sku) l using (sku)")]
    public partial Task<List<(string Sku, long Sold)>> SoldAsync();

    [Sql("select c.title, array_agg(pc.sku) filter (where pc.sku is not null), count(*) from categories c left join product_categories pc on pc.category_id = c.id group by c.id")]
    public partial Task<List<(string Title, string[]? Skus, long Count)>> SkusAsync();

    [Sql("select case state when 'open' then 1 when 'paid' then 2 end, case when shipped_on is null then 'waiting' else 'shipped' end from orders")]
    public partial Task<List<(int? Rank, string Text)>> CasesAsync();

    [Sql("select id, body, written_by from notes where id > @after order by id limit all")]
    public partial Task<List<(int Id, string? Body, Guid? WrittenBy)>> NotesAsync(int after);

    [Sql("select cast(total as bigint), total::double precision, cast(placed_at as date), number::text, md5(note), id::text from orders")]
    public partial Task<List<(long, double, DateOnly, string, string?, string)>> CastsAsync();

    [Sql("select image, octet_length(image), encode(image, 'hex'), sha256(image) from products where image is not null and sku = @sku")]
    public partial Task<(byte[] Image, int Length, string Hex, byte[] Hash)> ImageAsync(string sku);

    [Sql("select sku from products where (@words::text[] is null or title ilike any(@words)) and (price, stock) >= (@price, @stock) limit @take")]
    public partial Task<List<string>> FilteredAsync(string[]? words, decimal price, int stock, long take);

    [Sql("select id, note is not distinct from @note, shipped_on is distinct from current_date as late, number from orders")]
    public partial Task<List<(Guid Id, bool Same, bool Late, long Number)>> DistinctAsync(string? note);

    [Sql("table categories")]
    public partial Task<List<(int Id, int? Parent, string Title, string? Path)>> TableAsync();

    [Sql("select * from product_categories pc join categories c on c.id = pc.category_id")]
    public partial Task<List<(string Sku, int Category, int Id, int? Parent, string Title, string? Path)>> StarOfJoinAsync();

    [Sql("select * from product_categories natural join (select id as category_id, title from categories) as c")]
    public partial Task<List<(int Category, string Sku, string Title)>> StarOfNaturalJoinAsync();

    [Sql("select * from (select p.sku, count(l.order_id) over (partition by p.sku), l.* from products p left join order_lines l on l.sku = p.sku) as t (sku, n, order_id, line_no, sku_of_line)")]
    public partial Task<List<(string Sku, long N, Guid? Order, short? Line, string? SkuOfLine, int? Quantity, decimal? Price, float? Discount, decimal? Amount)>> StarOfSubqueryAsync();

    [Sql("select o.id, o.total from only orders as o tablesample bernoulli (50) order by o.total desc fetch first 3 rows with ties")]
    public partial Task<List<(Guid, decimal)>> SampleAsync();

    [Sql("sql/best-customers.sql")]
    public partial Task<List<(Guid Id, string Name, decimal Total, long Rank)>> BestAsync(DateTimeOffset since, int most);
}
