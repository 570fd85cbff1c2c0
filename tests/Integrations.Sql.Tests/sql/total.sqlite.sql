-- SQLite has decimals as text.
select cast(coalesce(sum(total), 0) as text) from orders where customer = @customer
