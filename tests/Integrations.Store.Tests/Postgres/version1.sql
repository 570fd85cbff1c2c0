create schema "integrations";
create table "integrations".schema_version (version integer primary key, applied_at timestamptz not null);
insert into "integrations".schema_version values (1, now());
create table "integrations".lease (
    name text collate "C" primary key, owner text not null, token bigint not null, acquired_at timestamptz not null, expires_at timestamptz not null)
    with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
create index lease_expires_at on "integrations".lease (expires_at);
create sequence "integrations".token;
create table "integrations".inbox (
    consumer text collate "C" not null, message_id text collate "C" not null, received_at timestamptz not null, primary key (consumer, message_id));
create index inbox_received_at on "integrations".inbox (received_at);
create table "integrations".outbox (
    id bigint generated always as identity primary key, queue text collate "C" not null, key text collate "C", payload bytea not null, headers text,
    created_at timestamptz not null, due_at timestamptz, attempts integer not null, claim bigint not null, error text)
    with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
create index outbox_due on "integrations".outbox (queue, due_at, id) where due_at is not null;
create index outbox_order on "integrations".outbox (queue, key, id) where key is not null;
create table "integrations".outbox_key (
    queue text collate "C" not null, key text collate "C" not null, pending bigint not null, primary key (queue, key))
    with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
create table "integrations".outbox_free (
    id bigint generated always as identity primary key, queue text collate "C" not null, key text collate "C" not null);
create table "integrations".outbox_dead (
    id bigint primary key, queue text collate "C" not null, key text collate "C", payload bytea not null, headers text, attempts integer not null, error text not null,
    created_at timestamptz not null, died_at timestamptz not null);
create index outbox_dead_queue on "integrations".outbox_dead (queue, id);
create index outbox_dead_died_at on "integrations".outbox_dead (died_at);
