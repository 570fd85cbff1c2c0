create table if not exists quickstart_runs (
    id text primary key not null,
    started_at text not null,
    calls integer not null,
    requests integer not null,
    as_expected integer not null
);

create table if not exists quickstart_products (
    sku text primary key not null,
    product text not null, -- as the shop said it
    seen_at text not null
);

create table if not exists quickstart_orders (
    id text primary key not null,
    run text not null references quickstart_runs (id),
    reference text not null,
    total text not null
);
