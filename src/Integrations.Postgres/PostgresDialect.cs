using System.Data.Common;
using System.Globalization;
using Integrations.Storage.Relational;
using Npgsql;

namespace Integrations.Postgres;

internal sealed class PostgresDialect : Dialect
{
    private readonly string _schema;
    private readonly string _lockPosition;
    private readonly string _findAppenders;

    public PostgresDialect(string schema)
    {
        _schema = schema;
        Migrations = [.. PostgresSchema.Scripts.Select(script => PostgresSchema.Within(script, schema))];
        // The lock's first half is the schema, its second the low half of where the sequence stood; a transaction that has one needs no other, for its is the lower.
        _lockPosition = $"""
            select pg_advisory_xact_lock_shared({Class}, (last_value & 4294967295)::bit(32)::int4), set_config('integrations.appending', '{schema}', true)
            from "{schema}".log_position where coalesce(current_setting('integrations.appending', true), '') <> '{schema}'
            """;
        // Two statements, so that the locks are looked at after the sequence: who drew a position up to it has its lock in sight, or has ended and is in the sight of the query that follows.
        _findAppenders = $"""
            select last_value from "{schema}".log_position;
            select objid::bigint from pg_catalog.pg_locks
            where locktype = 'advisory' and objsubid = 2 and classid = ({Class})::int4::oid and granted
            and database = (select oid from pg_catalog.pg_database where datname = current_database())
            """;
    }

    public override IReadOnlyList<string> Migrations { get; }

    public override string Engine => "PostgreSQL";

    public override bool Owns(DbTransaction transaction) => transaction is NpgsqlTransaction;

    public override string Place => $"The schema '{_schema}' of PostgreSQL";

    public override string Now => "clock_timestamp()";

    public override string NextToken => $"nextval('\"{_schema}\".token')";

    public override string ListTables =>
        $"select c.relname::text from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where n.nspname = '{_schema}' and c.relkind in ('r', 'p')";

    public override string KeyShare => "for key share";

    /// <summary>A number for the schema's advisory locks, the same in every process and version.</summary>
    public string Class => Number(Fnv(_schema));

    public override string SkipLocked(string? tables = null) => tables is null ? "for update skip locked" : $"for update of {tables} skip locked";

    public override string Table(string name) => $"\"{_schema}\".{name}";

    public override string After(string parameter) => $"clock_timestamp() + {parameter} * interval '1 microsecond'";

    public override string At(string parameter) => $"timestamptz 'epoch' + {parameter} * interval '1 microsecond'";

    public override string Micros(string time) => $"(extract(epoch from {time}) * 1000000)::bigint";

    public override async Task BeforePositionsAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = transaction.Command(_lockPosition);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public override async Task<long> ReadablePositionAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(_findAppenders);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var last = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        var readable = last;
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            readable = Math.Min(readable, PositionLock.Widen(reader.GetInt64(0), last));
        return readable;
    }

    private static int Fnv(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619u);
        return unchecked((int)hash);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
