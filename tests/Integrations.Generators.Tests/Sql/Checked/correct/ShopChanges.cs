using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Integrations;

namespace Checked.ShopChanges;

internal enum OrderState
{
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("paid")] Paid,
    [JsonStringEnumMemberName("sent-out")] SentOut,
}

internal sealed record NewCustomer(Guid Id, string Name, string? Email, List<string> Tags, JsonElement Preferences, DateOnly? Birthday);

internal sealed record NewLine(Guid OrderId, short LineNo, string Sku, int Quantity, decimal UnitPrice, float? Discount);

internal sealed record Changed(Guid Id, OrderState State, DateTimeOffset PlacedAt, string? Note);

/// <summary>What is written in a shop: insert, upsert, update from, delete using, merge of both by CTEs.</summary>
[PostgresClient(Schema = "shop.schema.sql")]
internal sealed partial class ShopChangesDatabase
{
    [Sql("insert into customers (id, name, email, tags, preferences, birthday) values (@id, @name, @email, @tags, @preferences, @birthday)")]
    public partial Task AddAsync(NewCustomer customer, CancellationToken ct = default);

    [Sql("insert into customers (name) values (@name) returning id, created_at")]
    public partial Task<(Guid Id, DateTimeOffset CreatedAt)> AddNamedAsync(string name);

    [Sql("insert into customers (id, name, email) values (@id, @name, @email) on conflict (id) do update set name = excluded.name, email = coalesce(excluded.email, customers.email) where customers.name is distinct from excluded.name")]
    public partial Task<int> UpsertAsync(Guid id, string name, string? email);

    [Sql("insert into products as p (sku, title, price, stock) values (@sku, @title, @price, @stock) on conflict (sku) do update set stock = p.stock + excluded.stock, (title, price) = (excluded.title, excluded.price) returning p.stock, xmax = 0 as inserted")]
    public partial Task<(int Stock, bool Inserted)> RestockAsync(string sku, string title, decimal price, int stock);

    [Sql("insert into orders (id, customer_id, total) values (@id, @customer, @total) on conflict do nothing")]
    public partial Task<int> PlaceAsync(Guid id, Guid customer, decimal total);

    [Sql("insert into orders values (@id, default, @customer, @state, @total) returning *")]
    public partial Task<Changed> PlaceInStateAsync(Guid id, Guid customer, OrderState state, decimal total);

    [Sql("insert into order_lines (order_id, line_no, sku, quantity, unit_price, discount) values (@order_id, @line_no, @sku, @quantity, @unit_price, @discount)")]
    public partial Task AddLineAsync(NewLine line);

    [Sql("insert into order_lines (order_id, line_no, sku, quantity, unit_price) select @order, row_number() over (order by t.sku), t.sku, t.quantity, p.price from unnest(@skus, @quantities) as t (sku, quantity) join products p using (sku)")]
    public partial Task<int> AddLinesAsync(Guid order, IReadOnlyList<string> skus, IReadOnlyList<int> quantities);

    [Sql("insert into product_categories (sku, category_id) select sku, @category from products where title ~ @pattern on conflict (sku, category_id) do nothing")]
    public partial Task<int> CategorizeAsync(int category, string pattern);

    [Sql("insert into categories (title) values ('Books'), ('Music'), (@third) returning id")]
    public partial Task<List<int>> AddCategoriesAsync(string third);

    [Sql("insert into categories (id, title) overriding system value values (@id, @title)")]
    public partial Task AddCategoryAsync(int id, string title);

    [Sql("insert into audit.entries (what, details, actor) values (@what, @details::json, current_user)")]
    public partial Task LogAsync(string what, string? details);

    [Sql("insert into \"Mixed Case\" (\"Id\", \"Full Name\") values (@id, @name)")]
    public partial Task AddMixedAsync(int id, string name);

    [Sql("update orders set state = @state, shipped_on = @day, note = null where id = @id returning id, state, placed_at, note")]
    public partial Task<Changed?> ShipAsync(Guid id, OrderState state, DateOnly? day);

    [Sql("update orders o set total = s.sum from (select order_id, sum(amount) as sum from order_lines group by order_id) s where s.order_id = o.id and o.state = 'open'")]
    public partial Task<int> SumUpAsync();

    [Sql("update orders set total = coalesce((select sum(l.amount) from order_lines l where l.order_id = orders.id), 0), note = note || @more where id = @id")]
    public partial Task<int> SumUpOneAsync(Guid id, string more);

    [Sql("update products as p set (price, title) = (@price, upper(p.title)), stock = default where p.sku = @sku")]
    public partial Task<int> RepriceAsync(string sku, decimal price);

    [Sql("update customers set preferences = jsonb_set(preferences, '{language}', to_jsonb(@language)), tags = array_remove(array_append(tags, @tag), 'new'), loyalty_points = loyalty_points + 1 where id = @id")]
    public partial Task<int> PreferAsync(Guid id, string language, string tag);

    [Sql("update customers set preferences = preferences || @patch - 'old', vip = not vip where id = @id returning preferences")]
    public partial Task<JsonElement?> PatchAsync(Guid id, JsonElement patch);

    [Sql("update products p set stock = p.stock - l.quantity from order_lines l join orders o on o.id = l.order_id where l.sku = p.sku and o.id = @order returning p.sku, p.stock, l.quantity, o.number")]
    public partial Task<List<(string Sku, int Left, int Taken, long Number)>> TakeAsync(Guid order);

    [Sql("update customers set name = @name, phone_number = @phone, deleted_at = case when @gone then now() end where id = @id")]
    public partial Task<int> ChangeAsync(Guid id, string name, string? phone, bool gone);

    [Sql("update products set image = @image, weight = @weight, sizes = @sizes, attributes = @attributes where sku = @sku")]
    public partial Task<int> DescribeAsync(string sku, byte[]? image, double? weight, int[]? sizes, JsonDocument? attributes);

    [Sql("""
        merge into products as p
        using (select sku, sum(quantity) as sold from order_lines group by sku) as l on l.sku = p.sku
        when matched and p.stock <= l.sold then update set stock = 0, title = p.title || ' (sold out)'
        when matched then update set stock = p.stock - l.sold
        when not matched then insert (sku, title, price) values (l.sku, @title, 0)
        """)]
    public partial Task<int> MergeAsync(string title);

    [Sql("delete from orders where id = @id and state = 'cancelled'")]
    public partial Task<int> RemoveAsync(Guid id);

    [Sql("delete from order_lines as l using orders o, customers c where o.id = l.order_id and c.id = o.customer_id and c.deleted_at < @before returning l.order_id, l.line_no, c.name")]
    public partial Task<List<(Guid Order, short Line, string Customer)>> ForgetAsync(DateTimeOffset before);

    [Sql("delete from notes where id in (select n.id from notes n order by n.id limit @most) returning *")]
    public partial Task<List<(int Id, string? Body, Guid? WrittenBy)>> TrimAsync(int most);

    [Sql("with moved as (delete from prices_history where valid_to < @before returning sku, price) insert into products (sku, title, price) select m.sku, 'Gone', max(m.price) from moved m where not exists (select 1 from products p where p.sku = m.sku) group by m.sku")]
    public partial Task<int> ArchiveAsync(DateTime before);

    [Sql("with new_order as (insert into orders (id, customer_id, total, note) values (@id, @customer, 0, @note) returning id, number) insert into order_lines (order_id, line_no, sku, quantity, unit_price) select n.id, 1, p.sku, @quantity, p.price from new_order n cross join products p where p.sku = @sku returning order_id, unit_price")]
    public partial Task<(Guid Order, decimal Price)> OrderOneAsync(Guid id, Guid customer, string? note, string sku, int quantity);

    [Sql("select add_points(@customer, @points)")]
    public partial Task<int?> AddPointsAsync(Guid customer, int points);

    [Sql("update orders set delivery_window = @window, pick_up_at = @at, \"order\" = coalesce(\"order\", 0) + 1, channel = lower(@channel) where (id, customer_id) = (@id, @customer)")]
    public partial Task<int> DeliverAsync(Guid id, Guid customer, TimeSpan window, TimeOnly at, string channel);
}
