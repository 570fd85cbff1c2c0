using System.Data.Common;

namespace Integrations.Storage.Relational;

internal sealed class AppendLog(RelationalStore store) : IAppendLog
{
    private const int MostRecords = 10_000;
    private const string Columns = "position, stream, version, type, payload, headers";

    private readonly string _begin = $"""
        insert into {store.Dialect.Table("log_stream")} (stream, version) values (@stream, @count)
        on conflict (stream) do nothing returning version
        """;

    private readonly string _continue = $"update {store.Dialect.Table("log_stream")} set version = version + @count where stream = @stream and version = @expected returning version";

    private readonly string _any = $"""
        insert into {store.Dialect.Table("log_stream")} (stream, version) values (@stream, @count)
        on conflict (stream) do update set version = {store.Dialect.Table("log_stream")}.version + @count returning version
        """;

    private readonly string _version = $"select version from {store.Dialect.Table("log_stream")} where stream = @stream";

    private readonly string _append = $"""
        insert into {store.Dialect.Table("log")} (stream, version, type, payload, headers, recorded_at)
        values (@stream, @version, @type, @payload, @headers, {store.Dialect.Now})
        """;

    private readonly string _read = $"""
        select {Columns}, {store.Dialect.Micros("recorded_at")} from {store.Dialect.Table("log")}
        where stream = @stream and version > @after order by version limit @count
        """;

    private readonly string _readAll = $"""
        select {Columns}, {store.Dialect.Micros("recorded_at")} from {store.Dialect.Table("log")}
        where position > @after and position <= @last order by position limit @count
        """;

    public async Task<long> AppendAsync(DbTransaction transaction, string stream, long expectedVersion, IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken = default)
    {
        Check.Name(stream, nameof(stream));
        ArgumentOutOfRangeException.ThrowIfLessThan(expectedVersion, LogEntry.AnyVersion);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count, nameof(entries));
        var rows = new (string Name, object? Value)[entries.Count][];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = Row(stream, entries[i]);
        store.Joined(transaction);

        var sql = expectedVersion switch { LogEntry.AnyVersion => _any, 0 => _begin, _ => _continue };
        var version = await transaction.NumberAsync(sql, [("stream", stream), ("count", (long)entries.Count), ("expected", expectedVersion)], cancellationToken).ConfigureAwait(false)
            ?? throw new LogConflictException(stream, expectedVersion, await transaction.NumberAsync(_version, [("stream", stream)], cancellationToken).ConfigureAwait(false) ?? 0);
        await store.Dialect.BeforePositionsAsync(transaction, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < rows.Length; i++)
            await transaction.ExecuteAsync(_append, [("version", version - rows.Length + i + 1), .. rows[i]], cancellationToken).ConfigureAwait(false);
        return version;
    }

    public async Task<IReadOnlyList<LogRecord>> ReadAsync(string stream, long afterVersion, int count, CancellationToken cancellationToken = default)
    {
        Check.Name(stream, nameof(stream));
        Check.Count(count, MostRecords, nameof(count));
        await using var connection = await store.ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using var command = connection.Command(_read, ("stream", stream), ("after", afterVersion), ("count", count));
        return await command.ListAsync(Read, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<LogRecord>> ReadAllAsync(long afterPosition, int count, CancellationToken cancellationToken = default)
    {
        Check.Count(count, MostRecords, nameof(count));
        await using var connection = await store.ConnectAsync(cancellationToken).ConfigureAwait(false);
        var last = await store.Dialect.ReadablePositionAsync(connection, cancellationToken).ConfigureAwait(false);
        await using var command = connection.Command(_readAll, ("after", afterPosition), ("last", last), ("count", count));
        return await command.ListAsync(Read, cancellationToken).ConfigureAwait(false);
    }

    private (string Name, object? Value)[] Row(string stream, LogEntry entry) =>
    [
        ("stream", stream),
        ("type", Check.Name(entry.Type, nameof(entry.Type))),
        ("payload", Check.Payload(entry.Payload, store.Options, nameof(entry.Payload))),
        ("headers", Check.Headers(entry.Headers, nameof(entry.Headers))),
    ];

    private static LogRecord Read(DbDataReader reader) => new()
    {
        Position = reader.GetInt64(0),
        Stream = reader.GetString(1),
        Version = reader.GetInt64(2),
        Type = reader.GetString(3),
        Payload = reader.Bytes(4),
        Headers = reader.Text(5),
        RecordedAt = reader.Time(6),
    };
}
