using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Integrations;

namespace Mistakes.Shop;

internal sealed record Customer(Guid Id, string Name, string Email);

internal sealed record Order(Guid Id, int CustomerId, decimal Total);

internal sealed record Shipped(Guid Id, DateOnly ShippedOn);

/// <summary>Each statement has one mistake.</summary>
[PostgresClient(Schema = "shop.schema.sql")]
internal sealed partial class ShopDatabase
{
    // INT4010
    [Sql("insert into «order_items» (order_id, sku) values (@order, @sku)")]
    public partial Task UnknownTargetAsync(Guid order, string sku);

    // INT4010
    [Sql("select what from «audit.entry» where actor = @actor")]
    public partial Task<List<string>> UnknownInSchemaAsync(string actor);

    // INT4010
    [Sql("delete from order_lines l using orders o, «clients» c where o.id = l.order_id and c.id = o.customer_id")]
    public partial Task<int> UnknownUsingAsync();

    // INT4010
    [Sql("select body from «legacy_notes»")]
    public partial Task<List<string?>> RenamedTableAsync();

    // INT4010
    [Sql("select number from «\"Orders\"»")]
    public partial Task<List<long>> QuotedInAnotherCaseAsync();

    // INT4010
    [Sql("select id from orders where id in (with late as (select id from orders) select id from late) and exists (select 1 from «late»)")]
    public partial Task<List<Guid>> QueryOutOfSightAsync();

    // INT4011
    [Sql("select name from customers where «phone» = @phone")]
    public partial Task<List<string>> RenamedColumnAsync(string phone);

    // INT4011
    [Sql("select id, «rank» from notes")]
    public partial Task<List<(int, int)>> DroppedColumnAsync();

    // INT4011
    [Sql("insert into customers (id, name, «mail») values (@id, @name, @mail)")]
    public partial Task InsertColumnAsync(Guid id, string name, string mail);

    // INT4011
    [Sql("update customers set «points» = loyalty_points + 1 where id = @id")]
    public partial Task<int> UpdateColumnAsync(Guid id);

    // INT4011
    [Sql("insert into products (sku, title, price) values (@sku, @title, @price) on conflict (sku) do update set price = excluded.«cost»")]
    public partial Task ExcludedAsync(string sku, string title, decimal price);

    // INT4011
    [Sql("delete from orders where id = @id returning id, «order_no»")]
    public partial Task<(Guid, long)> ReturningColumnAsync(Guid id);

    // INT4011
    [Sql("""
        select id, number
        from orders
        where state = 'open'
        order by placed_at desc, «created_at»
        """)]
    public partial Task<List<(Guid, long)>> OrderByAsync();

    // INT4011
    [Sql("select \"Id\", «\"Full name\"» from \"Mixed Case\"")]
    public partial Task<List<(int, string)>> QuotedColumnAsync();

    // INT4011
    [Sql("select t.sku, t.«amount» from unnest(@skus, @counts) as t (sku, quantity)")]
    public partial Task<List<(string?, int?)>> ColumnOfFunctionAsync(string[] skus, int[] counts);

    // INT4011
    [Sql("sql/unknown-column.sql")]
    public partial Task<List<(string, decimal)>> InFileAsync(DateTimeOffset since);

    // INT4011
    [Sql("update orders o set note = «c».name from (select id from customers) as k where k.id = o.customer_id")]
    public partial Task<int> UpdateFromAsync();

    // INT4012
    [Sql("select «id», name from customers c join orders o on o.customer_id = c.id")]
    public partial Task<List<(Guid, string)>> AmbiguousIdAsync();

    // INT4012
    [Sql("""
        select p.sku
        from products p
        where p.sku in (
            select pc.sku
            from product_categories pc join categories c on c.id = pc.category_id join products q on q.sku = pc.sku
            where «title» like @title)
        """)]
    public partial Task<List<string>> AmbiguousInSubqueryAsync(string title);

    // INT4012
    [Sql("insert into products as p (sku, title, price) values (@sku, @title, @price) on conflict (sku) do update set stock = «stock» + 1")]
    public partial Task AmbiguousWithExcludedAsync(string sku, string title, decimal price);

    // INT4013
    [Sql("select name from customers where id = «@id»")]
    public partial Task<string?> NumberForUuidAsync(int id);

    // INT4013
    [Sql("select id from orders where «total»")]
    public partial Task<List<Guid>> NumberAsConditionAsync();

    // INT4013
    [Sql("select o.id from orders o join order_lines l on o.number «=» l.order_id")]
    public partial Task<List<Guid>> NumberJoinedToUuidAsync();

    // INT4013
    [Sql("insert into orders (id, customer_id, total) values (@id, @customer, «'free'::text»)")]
    public partial Task TextIntoNumericAsync(Guid id, Guid customer);

    // INT4013
    [Sql("insert into order_lines (order_id, line_no, sku, quantity, unit_price) values (@order, @line, @sku, «@quantity», 1)")]
    public partial Task ArgumentIntoColumnAsync(Guid order, short line, string sku, bool quantity);

    // INT4013
    [Sql("update products set image = «@image» where sku = @sku")]
    public partial Task<int> TextIntoBytesAsync(string sku, string image);

    // INT4013
    [Sql("select id from orders where id = any(«@ids»)")]
    public partial Task<List<Guid>> NumbersForUuidsAsync(int[] ids);

    // INT4013
    [Sql("select sku from products where sizes «=» 4")]
    public partial Task<List<string>> ArrayAgainstNumberAsync();

    // INT4013
    [Sql("select name from customers where tags @> «@tag»")]
    public partial Task<List<string>> TextForArrayAsync(string tag);

    // INT4013 (the database accepts it)
    [Sql("select id, «customer_id», total from orders")]
    public partial Task<List<Order>> UuidAsNumberAsync();

    // INT4013 (the database accepts it)
    [Sql("select «placed_at» from orders where id = @id")]
    public partial Task<string> MomentAsTextAsync(Guid id);

    // INT4013 (the database accepts it)
    [Sql("select name, «tags» from customers")]
    public partial Task<List<(string, string)>> ArrayAsTextAsync();

    // INT4013
    [Sql("select number from orders where state «=» 1")]
    public partial Task<List<long>> EnumAgainstNumberAsync();

    // INT4013
    [Sql("select coalesce(shipped_on, «note») from orders")]
    public partial Task<List<DateOnly?>> CoalesceAsync();

    // INT4013
    [Sql("select case when vip then 1 else «name» end from customers")]
    public partial Task<List<int>> BranchesAsync();

    // INT4013
    [Sql("select id, total from orders union all select «sku», price from products")]
    public partial Task<List<(Guid, decimal)>> UnionTypesAsync();

    // INT4014 (the database accepts it)
    [Sql("select id, name, «email» from customers")]
    public partial Task<List<Customer>> NullableMemberAsync();

    // INT4014 (the database accepts it)
    [Sql("select c.name, «o.total» from customers c left join orders o on o.customer_id = c.id")]
    public partial Task<List<(string, decimal)>> OuterJoinAsync();

    // INT4014 (the database accepts it)
    [Sql("select «sum(total)» from orders where customer_id = @customer")]
    public partial Task<decimal> SumOfNothingAsync(Guid customer);

    // INT4014 (the database accepts it)
    [Sql("insert into «orders» (id, customer_id) values (@id, @customer)")]
    public partial Task DefaultWasDroppedAsync(Guid id, Guid customer);

    // INT4014 (the database accepts it)
    [Sql("insert into customers (name) values («null»)")]
    public partial Task NullLiteralAsync();

    // INT4014 (the database accepts it)
    [Sql("update customers set name = «@name» where id = @id")]
    public partial Task<int> NullableArgumentAsync(Guid id, string? name);

    // INT4014 (the database accepts it)
    [Sql("update orders set shipped_on = current_date where id = @id returning id, «note»")]
    public partial Task<(Guid, string)> ReturningAsync(Guid id);

    // INT4014 (the database accepts it)
    [Sql("select «preferences ->> 'language'» from customers")]
    public partial Task<List<string>> MemberOfJsonAsync();

    // INT4014 (the database accepts it)
    [Sql("select sku, «lag(price) over (order by valid_from)» from prices_history")]
    public partial Task<List<(string, decimal)>> BeforeTheFirstAsync();

    // INT4014 (the database accepts it)
    [Sql("sql/null-total.sql")]
    public partial Task<List<(string, decimal)>> NullableInFileAsync();

    // INT4014 (the database accepts it)
    [Sql("select sku, «case when stock > 0 then title end» from products")]
    public partial Task<List<(string, string)>> CaseWithoutElseAsync();

    // INT4015
    [Sql("insert into orders (id, customer_id, total, «note») values (@id, @customer, @total)")]
    public partial Task TooFewValuesAsync(Guid id, Guid customer, decimal total);

    // INT4015
    [Sql("insert into product_categories (sku, category_id) select sku, @category, «title» from products")]
    public partial Task<int> InsertSelectAsync(int category);

    // INT4015
    [Sql("select id from orders where (id, customer_id) «=» (@id, @customer, @total)")]
    public partial Task<List<Guid>> UnequalRowsAsync(Guid id, Guid customer, decimal total);

    // INT4015
    [Sql("select «round»(total, 1, 2) from orders")]
    public partial Task<List<decimal>> FunctionArityAsync();

    // INT4015 (the database accepts it)
    [Sql("select «*» from product_categories")]
    public partial Task<List<(string, int, int)>> TupleOfStarAsync();

    // INT4015
    [Sql("values (1, 'one'), («2»)")]
    public partial Task<List<(int, string)>> UnequalValuesAsync();

    // INT4015
    [Sql("sql/unequal-union.sql")]
    public partial Task<List<(string, string)>> UnionInFileAsync();
}
