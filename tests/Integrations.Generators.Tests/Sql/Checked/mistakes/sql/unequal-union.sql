select sku, title
from products
where stock = 0
union
select «sku»
from order_lines
