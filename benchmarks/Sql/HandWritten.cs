using Npgsql;
using NpgsqlTypes;

namespace Benchmarks.Sql;

/// <summary>What a careful programmer writes over Npgsql: typed parameters by position, columns by ordinal, cancellation.</summary>
internal sealed class HandWritten(NpgsqlDataSource source)
{
    private static readonly string s_one = Statements.One.Replace("@number", "$1", StringComparison.Ordinal);
    private static readonly string s_many = Statements.Many.Replace("@least", "$1", StringComparison.Ordinal);
    private const string Insert = "insert into notes (id, number, price) values ($1, $2, $3)";

    public async Task<Item> OneAsync(long number, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(s_one, connection) { Parameters = { new NpgsqlParameter<long> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Bigint } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            throw new InvalidOperationException();
        return Read(reader);
    }

    public async Task<List<Item>> ManyAsync(long least, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(s_many, connection) { Parameters = { new NpgsqlParameter<long> { TypedValue = least, NpgsqlDbType = NpgsqlDbType.Bigint } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var items = new List<Item>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            items.Add(Read(reader));
        return items;
    }

    public async Task<int> InsertAsync(Guid id, long number, decimal price, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(Insert, connection);
        Bind(command.Parameters, id, number, price);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<int> BatchAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection);
        for (var i = 0; i < count; i++)
        {
            var command = new NpgsqlBatchCommand(Insert);
            Bind(command.Parameters, Guid.NewGuid(), i, 1.5m);
            batch.BatchCommands.Add(command);
        }
        return await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<ulong> ImportAsync(IEnumerable<Note> rows, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var importer = await connection.BeginBinaryImportAsync("copy notes (id, number, price) from stdin (format binary)", cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(cancellationToken).ConfigureAwait(false);
            await importer.WriteAsync(row.Id, NpgsqlDbType.Uuid, cancellationToken).ConfigureAwait(false);
            await importer.WriteAsync(row.Number, NpgsqlDbType.Bigint, cancellationToken).ConfigureAwait(false);
            await importer.WriteAsync(row.Price, NpgsqlDbType.Numeric, cancellationToken).ConfigureAwait(false);
        }
        return await importer.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void Bind(NpgsqlParameterCollection parameters, Guid id, long number, decimal price)
    {
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id, NpgsqlDbType = NpgsqlDbType.Uuid });
        parameters.Add(new NpgsqlParameter<long> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Bigint });
        parameters.Add(new NpgsqlParameter<decimal> { TypedValue = price, NpgsqlDbType = NpgsqlDbType.Numeric });
    }

    private static Item Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt64(1), row.GetInt32(2), row.GetInt16(3), row.GetBoolean(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6),
        row.GetDecimal(7), row.GetDouble(8), row.GetFieldValue<DateTimeOffset>(9), row.GetFieldValue<DateOnly>(10), row.GetFieldValue<byte[]>(11));
}
