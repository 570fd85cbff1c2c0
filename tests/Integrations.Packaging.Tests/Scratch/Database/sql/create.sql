create table if not exists notes (id text primary key not null, text text not null, written_at text not null, price text)
