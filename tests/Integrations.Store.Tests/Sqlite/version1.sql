create table "integrations_schema_version" (version integer primary key not null, applied_at integer not null) strict;
insert into "integrations_schema_version" values (1, 1);
create table "integrations_lease" (name text primary key not null, owner text not null, token integer not null, acquired_at integer not null, expires_at integer not null) strict, without rowid;
create index "integrations_lease_expires_at" on "integrations_lease" (expires_at);
create table "integrations_token" (value integer not null) strict;
insert into "integrations_token" (value) values (0);
create table "integrations_inbox" (consumer text not null, message_id text not null, received_at integer not null, primary key (consumer, message_id)) strict, without rowid;
create index "integrations_inbox_received_at" on "integrations_inbox" (received_at);
create table "integrations_outbox" (
    id integer primary key autoincrement, queue text not null, key text, payload blob not null, headers text,
    created_at integer not null, due_at integer, attempts integer not null, claim integer not null, error text) strict;
create index "integrations_outbox_due" on "integrations_outbox" (queue, due_at, id) where due_at is not null;
create index "integrations_outbox_order" on "integrations_outbox" (queue, key, id) where key is not null;
create table "integrations_outbox_key" (queue text not null, key text not null, pending integer not null, primary key (queue, key)) strict, without rowid;
create table "integrations_outbox_free" (id integer primary key autoincrement, queue text not null, key text not null) strict;
create table "integrations_outbox_dead" (
    id integer primary key not null, queue text not null, key text, payload blob not null, headers text, attempts integer not null, error text not null,
    created_at integer not null, died_at integer not null) strict;
create index "integrations_outbox_dead_queue" on "integrations_outbox_dead" (queue, id);
create index "integrations_outbox_dead_died_at" on "integrations_outbox_dead" (died_at);
