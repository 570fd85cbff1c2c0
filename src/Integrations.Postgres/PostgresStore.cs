using System.Data;
using System.Data.Common;
using Integrations.Storage;
using Integrations.Storage.Relational;
using Npgsql;

namespace Integrations.Postgres;

/// <summary>The store on PostgreSQL. Its own transactions read what is committed, whatever the server's default.</summary>
internal sealed class PostgresStore : RelationalStore
{
    private readonly NpgsqlDataSource _source;
    private readonly bool _ownsSource;
    private readonly PostgresSignals _signals;
    private readonly string _lockSchema;
    private readonly string _begin;
    private readonly string _schema;

    private PostgresStore(PostgresStoreOptions options, PostgresDialect dialect, NpgsqlDataSource source, bool ownsSource)
        : base(dialect, options)
    {
        (_source, _ownsSource) = (source, ownsSource);
        _schema = options.Schema;
        _signals = new PostgresSignals(this, options, source);
        _lockSchema = $"select pg_advisory_xact_lock({dialect.Class}, 0)";
        _begin = PostgresSchema.Within(PostgresSchema.Begin, options.Schema);
    }

    public override ISignals Signals => _signals;

    public static PostgresStore Create(PostgresStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var dialect = new PostgresDialect(Check.Identifier(options.Schema, PostgresScript.NameLength, nameof(options.Schema)));
        Check.Options(options);
        return options switch
        {
            { DataSource: { } source, ConnectionString: null } => new(options, dialect, source, ownsSource: false),
            { ConnectionString: { } text, DataSource: null } => new(options, dialect, NpgsqlDataSource.Create(text), ownsSource: true),
            _ => throw new ArgumentException($"Set either {nameof(options.ConnectionString)} or {nameof(options.DataSource)}.", nameof(options)),
        };
    }

    public override async Task<T> TransactAsync<T>(Func<DbTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        var result = await work(transaction, cancellationToken).ConfigureAwait(false);
        // Cancelling a commit would leave open whether it happened.
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    public override async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    public override async Task LockSchemaAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(_lockSchema, [], cancellationToken).ConfigureAwait(false);
        // "If not exists" would need the right to create schemas even where there is one.
        if (await transaction.NumberAsync("select 1 from pg_catalog.pg_namespace where nspname = @schema", [("schema", _schema)], cancellationToken).ConfigureAwait(false) is null)
            await transaction.ExecuteAsync($"create schema \"{_schema}\"", [], cancellationToken).ConfigureAwait(false);
        await transaction.ExecuteAsync(_begin, [], cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask DisposeAsync()
    {
        await _signals.DisposeAsync().ConfigureAwait(false);
        if (_ownsSource)
            await _source.DisposeAsync().ConfigureAwait(false);
    }
}
