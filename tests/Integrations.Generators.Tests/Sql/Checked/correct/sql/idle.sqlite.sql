select c.name
from customers c
where not exists (select 1 from orders o where o.customer_id = c.id and o.placed_at > datetime('now', '-' || @days || ' days'))
order by c.name
