using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Integrations;

namespace Checked.Rentals;

internal sealed record Rental(int RentalId, DateTimeOffset RentalDate, DateTimeOffset? ReturnDate, int CustomerId);

internal sealed record Sales(int CustomerId, long Payments, decimal Total, decimal Average, decimal Largest);

internal sealed record Day(DateOnly Date, long Rentals);

internal sealed record Ranked(int CustomerId, decimal Amount, long Rank, decimal Running, decimal? Before);

internal sealed record Customer(int CustomerId, string FirstName, string LastName, string? Email, bool Activebool, DateOnly CreateDate, int? Active);

/// <summary>Rentals and payments: aggregates, windows, CTEs, set operations, dates.</summary>
[PostgresClient(Schema = "pagila.schema.sql")]
internal sealed partial class RentalsDatabase
{
    [Sql("select rental_id, rental_date, return_date, customer_id from rental where customer_id = @customer and return_date is null")]
    public partial Task<List<Rental>> OpenAsync(int customer);

    [Sql("select customer_id, count(*) as payments, sum(amount) as total, avg(amount) as average, max(amount) as largest from payment group by customer_id having sum(amount) > @least order by total desc")]
    public partial Task<List<Sales>> SalesAsync(decimal least);

    [Sql("select sum(amount) from payment where customer_id = @customer")]
    public partial Task<decimal?> TotalAsync(int customer);

    [Sql("select coalesce(sum(amount), 0) from payment where customer_id = @customer")]
    public partial Task<decimal> TotalOrZeroAsync(int customer);

    [Sql("select max(payment_date), min(payment_date) from payment")]
    public partial Task<(DateTimeOffset? Last, DateTimeOffset? First)> SpanAsync();

    [Sql("select count(*), count(return_date), count(distinct customer_id), count(*) filter (where return_date is null) from rental")]
    public partial Task<(long All, long Returned, long Customers, long Out)> NumbersAsync();

    [Sql("select rental_date::date as date, count(*) as rentals from rental group by 1 order by 1")]
    public partial IAsyncEnumerable<Day> PerDayAsync(CancellationToken ct = default);

    [Sql("select date_trunc('month', payment_date) as month, sum(amount) filter (where amount > 1) from payment group by month")]
    public partial Task<List<(DateTimeOffset Month, decimal? Sum)>> PerMonthAsync();

    [Sql("select extract(year from payment_date), to_char(payment_date, 'YYYY-MM'), sum(amount) from payment group by extract(year from payment_date), to_char(payment_date, 'YYYY-MM')")]
    public partial Task<List<(decimal Year, string Month, decimal Sum)>> PerYearAsync();

    [Sql("select rental_id from rental where return_date - rental_date > interval '3 days' or (return_date is null and rental_date < now() - @age)")]
    public partial Task<List<int>> LateAsync(TimeSpan age);

    [Sql("select count(*) from rental where rental_date >= @from and rental_date < @until")]
    public partial Task<long> BetweenAsync(DateTimeOffset from, DateTimeOffset until);

    [Sql("select count(*) from rental where rental_date::date between @first and @last")]
    public partial Task<long> BetweenDaysAsync(DateOnly first, DateOnly last);

    [Sql("select day::date, count(r.rental_id) from generate_series(@first::timestamptz, @last::timestamptz, interval '1 day') as day left join rental r on r.rental_date >= day and r.rental_date < day + interval '1 day' group by day order by day")]
    public partial Task<List<(DateOnly Day, long Rentals)>> CalendarAsync(DateTimeOffset first, DateTimeOffset last);

    [Sql("""
        select customer_id, amount, rank() over (partition by customer_id order by amount desc) as rank,
            sum(amount) over (partition by customer_id order by payment_date rows between unbounded preceding and current row) as running,
            lag(amount) over w as before
        from payment
        window w as (partition by customer_id order by payment_date)
        """)]
    public partial Task<List<Ranked>> RankedAsync();

    [Sql("select payment_id, row_number() over (order by payment_date), ntile(4) over (order by amount), first_value(amount) over (order by amount), coalesce(lead(amount, 1) over (order by amount), 0) from payment")]
    public partial Task<List<(int Id, long Row, int Quarter, decimal? First, decimal Next)>> WindowsAsync();

    [Sql("select customer_id from (select customer_id, row_number() over (partition by store_id order by create_date) as n from customer) as numbered where n = 1")]
    public partial Task<List<int>> FirstOfEachStoreAsync();

    [Sql("""
        with per_customer as (
            select customer_id, sum(amount) as total from payment group by customer_id
        ), best as (
            select customer_id, total from per_customer order by total desc limit 10
        )
        select c.first_name, c.last_name, b.total from best b join customer c on c.customer_id = b.customer_id order by b.total desc
        """)]
    public partial Task<List<(string First, string Last, decimal Total)>> BestAsync();

    [Sql("with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < @most) select n from numbers")]
    public partial Task<List<int>> CountToAsync(int most);

    [Sql("""
        with recursive days as (
            select min(rental_date)::date as day from rental
            union all
            select (day + interval '1 day')::date from days where day < current_date
        )
        select day, (select count(*) from rental where rental_date::date = days.day) from days
        """)]
    public partial Task<List<(DateOnly? Day, long? Count)>> DaysAsync();

    [Sql("with gone as (delete from rental where rental_date < @before returning rental_id, customer_id) select customer_id, count(*) from gone group by customer_id")]
    public partial Task<List<(int Customer, long Count)>> PurgeAsync(DateTimeOffset before);

    [Sql("with returned as (update rental set return_date = now() where inventory_id = @item and return_date is null returning *) insert into payment (customer_id, staff_id, rental_id, amount, payment_date) select customer_id, staff_id, rental_id, @amount, now() from returned returning payment_id")]
    public partial Task<List<int>> TakeBackAsync(int item, decimal amount);

    [Sql("select first_name, last_name from customer union select first_name, last_name from staff order by last_name, first_name")]
    public partial Task<List<(string, string)>> PeopleAsync();

    [Sql("select email from customer where email is not null union all select email from staff where email is not null")]
    public partial Task<List<string>> EmailsAsync();

    [Sql("(select customer_id from rental intersect select customer_id from payment) except select customer_id from customer where not activebool")]
    public partial Task<List<int>> SetsAsync();

    [Sql("select customer_id, null as note from customer union all select staff_id, username from staff")]
    public partial Task<List<(int Id, string? Note)>> MixedAsync();

    [Sql("select s.store_id, c.activebool, count(*) from store s join customer c using (store_id) group by grouping sets ((s.store_id, c.activebool), (s.store_id), ())")]
    public partial Task<List<(int? Store, bool? Active, long Count)>> GroupingSetsAsync();

    [Sql("select store_id, active, count(*), grouping(active) from customer group by rollup (store_id, active)")]
    public partial Task<List<(int? Store, int? Active, long Count, int Level)>> RollupAsync();

    [Sql("select percentile_cont(0.5) within group (order by amount), mode() within group (order by customer_id), stddev(amount) from payment")]
    public partial Task<(double? Median, int? Mode, decimal? Deviation)> StatisticsAsync();

    [Sql("select customer_id, array_agg(amount order by payment_date), string_agg(amount::text, ';'), bool_or(amount > 5), every(amount > 0) from payment group by customer_id")]
    public partial Task<List<(int Customer, decimal[] Amounts, string Text, bool Any, bool All)>> CollectedAsync();

    [Sql("select c.* from customer c where c.store_id = @store and lower(c.last_name) = lower(@name)")]
    public partial Task<Customer?> ByNameAsync(int store, string name);

    [Sql("select customer_id, first_name, last_name, email, activebool, create_date, active from rewards_report(@purchases, @amount)")]
    public partial Task<List<Customer>> RewardsAsync(int purchases, decimal amount);

    [Sql("select inventory_id from inventory where film_id = @film and store_id = @store and inventory_in_stock(inventory_id)")]
    public partial Task<List<int>> InStockAsync(int film, int store);

    [Sql("select greatest(amount, 1), least(amount, @most), nullif(amount, 0), round(amount, 1), abs(amount), amount % 2 from payment")]
    public partial Task<List<(decimal Greatest, decimal Least, decimal? NotZero, decimal Round, decimal Abs, decimal Remainder)>> ArithmeticAsync(decimal most);

    [Sql("select customer_id, age(return_date, rental_date), coalesce(return_date, now()) - rental_date from rental")]
    public partial Task<List<(int Customer, TimeSpan? Age, TimeSpan Span)>> AgesAsync();

    [Sql("select store_id, total_sales from sales_by_store where store = @store")]
    public partial Task<(int? Id, decimal? Sales)> SalesOfStoreAsync(string store);

    [Sql("insert into rental (rental_date, inventory_id, customer_id, staff_id) values (current_timestamp, @item, @customer, @staff) on conflict on constraint rental_once do nothing")]
    public partial Task<int> RentAsync(int item, int customer, int staff);

    [Sql("update customer set active = 0, activebool = false, last_update = now() where customer_id not in (select customer_id from rental where rental_date > now() - interval '1 year')")]
    public partial Task<int> RestAsync();

    [Sql("delete from payment p using rental r where r.rental_id = p.rental_id and r.inventory_id = @item returning p.payment_id, p.amount")]
    public partial Task<List<(int Id, decimal Amount)>> ForgetAsync(int item);

    [Sql("select customer_id, amount from payment where payment_date > @since for update skip locked", Idempotent = true)]
    public partial Task<List<(int, decimal)>> LockAsync(DateTimeOffset since);

    [Sql("select to_date(@text, 'YYYY-MM-DD'), date_part('dow', rental_date), rental_date at time zone 'UTC', make_interval(days => 3), current_date - 1 from rental where rental_date >= date '2026-01-01' and rental_date < timestamptz '2026-02-01 00:00+00'")]
    public partial Task<List<(DateOnly Parsed, double WeekDay, DateTime Utc, TimeSpan Days, DateOnly Yesterday)>> DatesAsync(string text);
}
