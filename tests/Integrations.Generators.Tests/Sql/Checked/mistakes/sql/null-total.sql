select c.name,
       «t.largest»
from customers c
join customer_totals t on t.customer_id = c.id
