using System.Data.Common;

namespace Integrations.Storage.Relational;

/// <summary>
/// The outbox's statements. A row is due at due_at; claiming it moves that forward, a row behind its key's head has none. outbox_key counts the rows of each key, outbox_free notes keys whose head is gone.
/// </summary>
internal sealed class OutboxSql(Dialect dialect)
{
    private const string DeadColumns = "id, queue, name, key, payload, headers, attempts, error";

    public string CountKey { get; } = $"""
        insert into {dialect.Table("outbox_key")} (queue, key, pending) values (@queue, @key, 1)
        on conflict (queue, key) do update set pending = {dialect.Table("outbox_key")}.pending + 1
        returning pending
        """;

    public string AppendDue { get; } = Append(dialect, dialect.After("@delay"));

    public string AppendBehind { get; } = Append(dialect, "null");

    /// <summary>Materialized, so that it runs once; the sum keeps what is read at once within bounds.</summary>
    public string Claim { get; } = $"""
        {dialect.Advance($"exists (select 1 from {dialect.Table("outbox")} where queue = @queue and due_at <= {dialect.Now})")}
        with due as materialized (
            select id, due_at, length(payload) as size from {dialect.Table("outbox")}
            where queue = @queue and due_at <= {dialect.Now} {dialect.AndAdvanced}
            order by due_at, id limit @count {dialect.SkipLocked()}),
        fitting as materialized (
            select id from (select id, sum(size) over (order by due_at, id) as total, row_number() over (order by due_at, id) as place from due) as sums
            where total <= @bytes or place = 1)
        update {dialect.Table("outbox")}
        set claim = {dialect.NextToken}, attempts = attempts + 1, due_at = {dialect.After("@visibility")}
        where id in (select id from fitting)
        returning id, claim, queue, name, key, payload, headers, attempts, {dialect.Micros("created_at")};
        """;

    public string Complete { get; } = $"delete from {dialect.Table("outbox")} where id = @id and claim = @claim";

    public string Extend { get; } = $"update {dialect.Table("outbox")} set due_at = {dialect.After("@delay")} where id = @id and claim = @claim";

    public string Retry { get; } = $"update {dialect.Table("outbox")} set due_at = {dialect.After("@delay")}, error = @error, claim = 0 where id = @id and claim = @claim";

    public string Bury { get; } = $"""
        insert into {dialect.Table("outbox_dead")} ({DeadColumns}, created_at, died_at)
        select id, queue, name, key, payload, headers, attempts, @error, created_at, {dialect.Now} from {dialect.Table("outbox")} where id = @id and claim = @claim
        """;

    public string ReadDead { get; } = $"""
        select {DeadColumns}, {dialect.Micros("created_at")}, {dialect.Micros("died_at")} from {dialect.Table("outbox_dead")}
        where queue = @queue and id > @after order by id limit @count
        """;

    public string Revive { get; } = $"""
        delete from {dialect.Table("outbox_dead")} where id = @id
        returning {DeadColumns}, {dialect.Micros("created_at")}, {dialect.Micros("died_at")}
        """;

    public string HasTimer { get; } = $"select 1 from {dialect.Table("outbox")} where queue = @queue and name = @name";

    public string FreeKey { get; } = $"insert into {dialect.Table("outbox_free")} (queue, key) values (@queue, @key)";

    public string FreeKeys { get; } = $"""
        select f.id, f.queue, f.key from {dialect.Table("outbox_free")} f
        join {dialect.Table("outbox_key")} k on k.queue = f.queue and k.key = f.key
        order by f.id limit 100 {dialect.SkipLocked("f, k")}
        """;

    public string MoveOn { get; } = $"""
        delete from {dialect.Table("outbox_free")} where id = @id;
        update {dialect.Table("outbox_key")} set pending = pending - 1 where queue = @queue and key = @key;
        delete from {dialect.Table("outbox_key")} where queue = @queue and key = @key and pending <= 0;
        update {dialect.Table("outbox")} set due_at = {dialect.Now}
        where id = (select min(id) from {dialect.Table("outbox")} where queue = @queue and key = @key) and due_at is null;
        """;

    public static OutboxRow ReadRow(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Claim = reader.GetInt64(1),
        Queue = reader.GetString(2),
        Name = reader.Text(3),
        Key = reader.Text(4),
        Payload = reader.Bytes(5),
        Headers = reader.Text(6),
        Attempts = reader.GetInt32(7),
        CreatedAt = reader.Time(8),
    };

    public static DeadLetter ReadDeadLetter(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Queue = reader.GetString(1),
        Name = reader.Text(2),
        Key = reader.Text(3),
        Payload = reader.Bytes(4),
        Headers = reader.Text(5),
        Attempts = reader.GetInt32(6),
        Error = reader.GetString(7),
        CreatedAt = reader.Time(8),
        DiedAt = reader.Time(9),
    };

    private static string Append(Dialect dialect, string due) => $"""
        insert into {dialect.Table("outbox")} (queue, name, key, payload, headers, created_at, due_at, attempts, claim)
        values (@queue, @name, @key, @payload, @headers, {dialect.Now}, {due}, 0, 0)
        returning id
        """;
}
