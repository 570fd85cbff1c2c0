create table if not exists quickstart_runs (
    id uuid primary key,
    started_at timestamptz not null,
    calls integer not null,
    requests integer not null,
    as_expected boolean not null
);

create table if not exists quickstart_products (
    sku text primary key,
    product jsonb not null, -- as the shop said it
    seen_at timestamptz not null
);

create table if not exists quickstart_orders (
    id uuid primary key,
    run uuid not null references quickstart_runs (id),
    reference text not null,
    total numeric(10, 2) not null
);
