-- The customers who paid most since @since; this is no parameter, those below are.
with recent as materialized (
    select o.customer_id, sum(o.total) as total
    from orders o
    where o.placed_at >= @since
      and o.state in ('paid', 'sent-out')
    group by o.customer_id
)
select c.id, c.name, r.total, rank() over (order by r.total desc)
from recent r
join customers c on c.id = r.customer_id
order by r.total desc
limit @most;
