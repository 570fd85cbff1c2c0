using Integrations.Tests.Shared;

namespace Integrations.Sql.Tests.Support;

/// <summary>A client over a database of its own: the same tests run on each engine.</summary>
internal sealed class Databases : IAsyncDisposable
{
    public const string Schema = """
        create table orders (id uuid primary key, customer uuid not null, total numeric not null check (total >= 0), placed_at timestamptz not null default now(),
            state text not null default 'Open', note text, ship_street text, ship_city text);
        create table lines (id bigint generated always as identity primary key, article text not null, count integer not null, ref uuid references orders (id));
        create table counters (name text primary key, value integer not null);
        insert into counters values ('a', 0), ('b', 0);
        """;

    public const string SqliteSchema = """
        create table orders (id text primary key, customer text not null, total text not null check (cast(total as real) >= 0), placed_at text not null default (datetime('now')),
            state text not null default 'Open', note text, ship_street text, ship_city text);
        create table lines (id integer primary key, article text not null, count integer not null, ref text references orders (id));
        create table counters (name text primary key, value integer not null);
        insert into counters values ('a', 0), ('b', 0);
        """;

    private readonly string? _folder;

    private Databases(OrdersDatabase orders, string connectionString, string? folder) => (Orders, ConnectionString, _folder) = (orders, connectionString, folder);

    public OrdersDatabase Orders { get; }

    public string ConnectionString { get; }

    public static async Task<Databases> CreateAsync(SqlEngine engine, PostgresServer server, Action<SqlOptions>? configure = null)
    {
        var folder = engine == SqlEngine.Sqlite ? Directory.CreateTempSubdirectory("sqlite-").FullName : null;
        var connectionString = folder is null ? await server.CreateDatabaseAsync() : $"Data Source={folder}/orders.db";
        var orders = Connect(connectionString, configure);
        await RunSchemaAsync(connectionString, folder is null);
        return new Databases(orders, connectionString, folder);
    }

    public static OrdersDatabase Connect(string connectionString, Action<SqlOptions>? configure = null) => SqlClient.Create<OrdersDatabase>(options =>
    {
        options.ConnectionString = connectionString;
        configure?.Invoke(options);
    });

    public async ValueTask DisposeAsync()
    {
        await Orders.Database.DisposeAsync();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    private static async Task RunSchemaAsync(string connectionString, bool isPostgres)
    {
        System.Data.Common.DbConnection connection = isPostgres ? new Npgsql.NpgsqlConnection(connectionString + ";Pooling=false") : new Microsoft.Data.Sqlite.SqliteConnection(connectionString);
        await using (connection)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = isPostgres ? Schema : SqliteSchema;
            await command.ExecuteNonQueryAsync();
        }
    }
}
