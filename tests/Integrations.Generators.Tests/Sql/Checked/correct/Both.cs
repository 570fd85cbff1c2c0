using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Integrations;

namespace Checked.Both;

internal sealed record Person(Guid Id, string Name, string? Email, DateTimeOffset CreatedAt);

/// <summary>One client for both engines, each with its own schema.</summary>
[PostgresClient(Schema = "shop.schema.sql"), SqliteClient(Schema = "shop.sqlite.schema.sql")]
internal sealed partial class BothDatabase
{
    [Sql("select id, name, email, created_at from customers where email = @email")]
    public partial Task<Person?> ByEmailAsync(string email);

    [Sql("select id, name, email, created_at from customers where id = any(@ids)", Sqlite = "select id, name, email, created_at from customers where id in (select value from json_each(@ids))")]
    public partial Task<List<Person>> ByIdsAsync(Guid[] ids);

    [Sql("select p.sku, coalesce(sum(l.quantity), 0) as sold from products p left join order_lines l on l.sku = p.sku group by p.sku order by sold desc limit @most")]
    public partial Task<List<(string Sku, long Sold)>> BestSellersAsync(int most);

    [Sql("insert into customers (id, name, email, birthday) values (@id, @name, @email, @birthday) on conflict (id) do update set name = excluded.name")]
    public partial Task<int> SaveAsync(Guid id, string name, string? email, DateOnly? birthday);

    [Sql("update products set stock = stock - @count where sku = @sku and stock >= @count returning stock")]
    public partial Task<int?> TakeAsync(string sku, int count);

    [Sql("sql/idle.sql", Sqlite = "sql/idle.sqlite.sql")]
    public partial Task<List<string>> IdleAsync(int days);
}
