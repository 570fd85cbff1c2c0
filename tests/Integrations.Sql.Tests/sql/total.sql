-- What a customer has ordered in all; @nobody is no parameter here.
select coalesce(sum(total), 0)::numeric
from orders
where customer = @customer;
