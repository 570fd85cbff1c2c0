namespace Integrations.Postgres;

/// <summary>The schema's scripts. A published one never changes: what is new comes as another at the end.</summary>
internal static class PostgresSchema
{
    private const string Placeholder = "$schema$";

    public static IReadOnlyList<string> Scripts { get; } =
    [
        // 1: leases, inbox, outbox. Rows of the outbox are short-lived and updated at each claim: room is left on their pages, and they are vacuumed early.
        """
        create table "$schema$".lease (
            name text collate "C" primary key, owner text not null, token bigint not null, acquired_at timestamptz not null, expires_at timestamptz not null)
            with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
        create index lease_expires_at on "$schema$".lease (expires_at);
        create sequence "$schema$".token;
        create table "$schema$".inbox (
            consumer text collate "C" not null, message_id text collate "C" not null, received_at timestamptz not null, primary key (consumer, message_id));
        create index inbox_received_at on "$schema$".inbox (received_at);
        create table "$schema$".outbox (
            id bigint generated always as identity primary key, queue text collate "C" not null, key text collate "C", payload bytea not null, headers text,
            created_at timestamptz not null, due_at timestamptz, attempts integer not null, claim bigint not null, error text)
            with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
        create index outbox_due on "$schema$".outbox (queue, due_at, id) where due_at is not null;
        create index outbox_order on "$schema$".outbox (queue, key, id) where key is not null;
        create table "$schema$".outbox_key (
            queue text collate "C" not null, key text collate "C" not null, pending bigint not null, primary key (queue, key))
            with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
        create table "$schema$".outbox_free (
            id bigint generated always as identity primary key, queue text collate "C" not null, key text collate "C" not null);
        create table "$schema$".outbox_dead (
            id bigint primary key, queue text collate "C" not null, key text collate "C", payload bytea not null, headers text, attempts integer not null, error text not null,
            created_at timestamptz not null, died_at timestamptz not null);
        create index outbox_dead_queue on "$schema$".outbox_dead (queue, id);
        create index outbox_dead_died_at on "$schema$".outbox_dead (died_at);
        """,

        // 2: the log. The sequence is moved once so that last_value is what was drawn last.
        """
        create table "$schema$".log_stream (stream text collate "C" primary key, version bigint not null) with (fillfactor = 80);
        create sequence "$schema$".log_position minvalue 0 start 0;
        select nextval('"$schema$".log_position');
        create table "$schema$".log (
            position bigint primary key default nextval('"$schema$".log_position'), stream text collate "C" not null, version bigint not null, type text collate "C" not null,
            payload bytea not null, headers text, recorded_at timestamptz not null, unique (stream, version));
        create index log_recorded_at on "$schema$".log using brin (recorded_at);
        """,

        // 3: timers.
        """
        alter table "$schema$".outbox add column name text collate "C";
        alter table "$schema$".outbox_dead add column name text collate "C";
        create unique index outbox_name on "$schema$".outbox (queue, name) where name is not null;
        """,
    ];

    /// <summary>Makes room for the scripts, in a schema that exists.</summary>
    public const string Begin = """create table if not exists "$schema$".schema_version (version integer primary key, applied_at timestamptz not null)""";

    /// <summary>The rights of the program's role: on rows only, and in the log only to add. Sequences are named by their columns: an identity's is the system's.</summary>
    public const string Grants = """
        revoke all on schema "$schema$" from public;
        grant usage on schema "$schema$" to "$role$";
        grant select on "$schema$".schema_version to "$role$";
        grant select, insert, update, delete on "$schema$".lease, "$schema$".inbox, "$schema$".outbox, "$schema$".outbox_key, "$schema$".outbox_free, "$schema$".outbox_dead to "$role$";
        grant select, insert, update on "$schema$".log_stream to "$role$";
        grant select, insert on "$schema$".log to "$role$";
        grant usage, select on sequence "$schema$".token, "$schema$".log_position to "$role$";
        """;

    /// <summary>A script in a schema. The name is checked before it comes here.</summary>
    public static string Within(string script, string schema) => script.Replace(Placeholder, schema, StringComparison.Ordinal);
}
