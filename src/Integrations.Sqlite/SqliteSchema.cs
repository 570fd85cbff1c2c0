namespace Integrations.Sqlite;

/// <summary>The schema's scripts. A published one never changes: what is new comes as another at the end.</summary>
internal static class SqliteSchema
{
    private const string Placeholder = "$prefix$";

    public static IReadOnlyList<string> Scripts { get; } =
    [
        // 1: leases, inbox, outbox. Ids are never used twice (autoincrement): a completed row's must not come again.
        """
        create table "$prefix$lease" (name text primary key not null, owner text not null, token integer not null, acquired_at integer not null, expires_at integer not null) strict, without rowid;
        create index "$prefix$lease_expires_at" on "$prefix$lease" (expires_at);
        create table "$prefix$token" (value integer not null) strict;
        insert into "$prefix$token" (value) values (0);
        create table "$prefix$inbox" (consumer text not null, message_id text not null, received_at integer not null, primary key (consumer, message_id)) strict, without rowid;
        create index "$prefix$inbox_received_at" on "$prefix$inbox" (received_at);
        create table "$prefix$outbox" (
            id integer primary key autoincrement, queue text not null, key text, payload blob not null, headers text,
            created_at integer not null, due_at integer, attempts integer not null, claim integer not null, error text) strict;
        create index "$prefix$outbox_due" on "$prefix$outbox" (queue, due_at, id) where due_at is not null;
        create index "$prefix$outbox_order" on "$prefix$outbox" (queue, key, id) where key is not null;
        create table "$prefix$outbox_key" (queue text not null, key text not null, pending integer not null, primary key (queue, key)) strict, without rowid;
        create table "$prefix$outbox_free" (id integer primary key autoincrement, queue text not null, key text not null) strict;
        create table "$prefix$outbox_dead" (
            id integer primary key not null, queue text not null, key text, payload blob not null, headers text, attempts integer not null, error text not null,
            created_at integer not null, died_at integer not null) strict;
        create index "$prefix$outbox_dead_queue" on "$prefix$outbox_dead" (queue, id);
        create index "$prefix$outbox_dead_died_at" on "$prefix$outbox_dead" (died_at);
        """,

        // 2: the log.
        """
        create table "$prefix$log_stream" (stream text primary key not null, version integer not null) strict, without rowid;
        create table "$prefix$log" (
            position integer primary key autoincrement, stream text not null, version integer not null, type text not null,
            payload blob not null, headers text, recorded_at integer not null, unique (stream, version)) strict;
        create index "$prefix$log_recorded_at" on "$prefix$log" (recorded_at);
        """,

        // 3: timers.
        """
        alter table "$prefix$outbox" add column name text;
        alter table "$prefix$outbox_dead" add column name text;
        create unique index "$prefix$outbox_name" on "$prefix$outbox" (queue, name) where name is not null;
        """,
    ];

    /// <summary>Makes room for the scripts.</summary>
    public const string Begin = """create table if not exists "$prefix$schema_version" (version integer primary key not null, applied_at integer not null) strict""";

    /// <summary>A script under a prefix. The prefix is checked before it comes here.</summary>
    public static string Within(string script, string prefix) => script.Replace(Placeholder, prefix, StringComparison.Ordinal);
}
