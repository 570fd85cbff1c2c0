-- The shop for SQLite.
pragma foreign_keys = on;

create table customers (
    id text primary key not null,
    name text not null collate nocase,
    email text unique,
    vip integer not null default 0 check (vip in (0, 1)),
    created_at text not null default (strftime('%Y-%m-%d %H:%M:%f', 'now')),
    birthday text,
    preferences text
) strict;

create table if not exists products (
    sku varchar(40) not null primary key,
    title text not null,
    description text,
    price real not null default 0.0,
    stock integer not null default 0,
    image blob,
    attributes json
) without rowid;

CREATE TABLE "orders" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'Open',
    total NUMERIC,
    placed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    note TEXT,
    [group] TEXT,
    `index` INTEGER
);

create table order_lines (
    order_id integer not null references orders,
    line_no integer not null,
    sku text not null references products (sku),
    quantity integer not null,
    unit_price real not null,
    amount real generated always as (quantity * unit_price) stored,
    primary key (order_id, line_no)
);

create table categories (
    id integer primary key,
    parent_id integer references categories (id),
    title text not null
);

create table settings (key text primary key, value);

alter table customers add column points integer not null default 0;
alter table products rename column description to details;
alter table settings rename to options;

create virtual table products_search using fts5 (sku unindexed, title, details);

create index orders_by_customer on orders (customer_id, placed_at desc) where state <> 'Closed';

create view open_orders as
    select o.id, o.customer_id, c.name as customer_name, o.total, o.placed_at from orders as o join customers as c on c.id = o.customer_id where o.state = 'Open';

create trigger lines_total after insert on order_lines
begin
    update orders set total = (select sum(amount) from order_lines where order_id = new.order_id) where id = new.order_id;
    select 1;
end;
