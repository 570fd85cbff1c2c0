-- The column of the inner query is called total.
select c.name, r.«sum»
from customers c
join (
    select o.customer_id, sum(o.total) as total
    from orders o
    where o.placed_at > @since
    group by o.customer_id
) r on r.customer_id = c.id
