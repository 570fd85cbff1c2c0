using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Integrations;

namespace Mistakes.Embedded;

internal sealed record Customer(Guid Id, string Name, string Email);

/// <summary>Each statement has one mistake.</summary>
[SqliteClient(Schema = "shop.sqlite.schema.sql")]
internal sealed partial class EmbeddedDatabase
{
    // INT4010
    [Sql("select value from «settings» where key = @key")]
    public partial Task<string?> RenamedTableAsync(string key);

    // INT4010
    [Sql("insert or replace into «customer» (id, name) values (@id, @name)")]
    public partial Task UnknownTargetAsync(Guid id, string name);

    // INT4010
    [Sql("select c.name from customers c where exists (select 1 from «main.purchases» p where p.customer_id = c.id)")]
    public partial Task<List<string>> UnknownInSchemaAsync();

    // INT4011
    [Sql("select sku, «description» from products")]
    public partial Task<List<(string, string?)>> RenamedColumnAsync();

    // INT4011
    [Sql("select o.id, o.«customer» from orders o")]
    public partial Task<List<(long, Guid)>> MisspelledAsync();

    // INT4011
    [Sql("select c.name from customers c join orders o on o.customer_id = c.id where «x».state = 'Open'")]
    public partial Task<List<string>> UnknownAliasAsync();

    // INT4011
    [Sql("insert into products (sku, title, «cost») values (@sku, @title, @cost)")]
    public partial Task InsertColumnAsync(string sku, string title, double cost);

    // INT4011
    [Sql("insert into products (sku, title) values (@sku, @title) on conflict (sku) do update set title = excluded.«name»")]
    public partial Task ExcludedAsync(string sku, string title);

    // INT4011
    [Sql("with t as (select customer_id, sum(total) as total from orders group by customer_id) select t.customer_id, t.«sum» from t")]
    public partial Task<List<(Guid, decimal?)>> ColumnOfQueryAsync();

    // INT4011
    [Sql("select id from orders where «\"stat\"» = 'Open'")]
    public partial Task<List<long>> QuotedNameAsync();

    // INT4012
    [Sql("select «id», name from customers join orders on customers.id = orders.customer_id")]
    public partial Task<List<(Guid, string)>> AmbiguousAsync();

    // INT4012
    [Sql("select l.quantity from order_lines l, products p where «sku» = @sku")]
    public partial Task<List<int>> AmbiguousInWhereAsync(string sku);

    // INT4013 (the database accepts it)
    [Sql("select «image» from products where sku = @sku")]
    public partial Task<DateTimeOffset?> BytesAsMomentAsync(string sku);

    // INT4014 (the database accepts it)
    [Sql("select id, name, «email» from customers")]
    public partial Task<List<Customer>> NullableMemberAsync();

    // INT4014 (the database accepts it)
    [Sql("insert into «order_lines» (order_id, line_no, sku, quantity) values (@order, @line, @sku, 1)")]
    public partial Task WithoutPriceAsync(long order, int line, string sku);

    // INT4014 (the database accepts it)
    [Sql("select «max(points)» from customers where vip")]
    public partial Task<int> MaximumOfNothingAsync();

    // INT4014 (the database accepts it)
    [Sql("select c.name, «o.id» from customers c left join orders o on o.customer_id = c.id")]
    public partial Task<List<(string, long)>> OuterJoinAsync();

    // INT4015
    [Sql("insert into customers (id, name) values (@id, @name, «@email»)")]
    public partial Task TooManyValuesAsync(Guid id, string name, string email);

    // INT4015
    [Sql("select sku, title from products union select «sku» from order_lines")]
    public partial Task<List<(string, string)>> UnequalBranchesAsync();

    // INT4015
    [Sql("select name from customers where points > «(»select quantity, unit_price from order_lines limit 1)")]
    public partial Task<List<string>> TwoColumnsForOneAsync();

    // INT4015
    [Sql("select «substr»(name) from customers")]
    public partial Task<List<string>> FunctionArityAsync();
}

/// <summary>The mistake is in one dialect only.</summary>
[PostgresClient(Schema = "shop.schema.sql"), SqliteClient(Schema = "shop.sqlite.schema.sql")]
internal sealed partial class BothDatabase
{
    // INT4011
    [Sql("select name from customers where loyalty_points > @points", Sqlite = "select name from customers where «loyalty_points» > @points")]
    public partial Task<List<string>> OfSqliteAloneAsync(int points);
}
