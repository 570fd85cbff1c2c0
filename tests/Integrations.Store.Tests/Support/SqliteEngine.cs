using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Integrations.Store.Tests.Support;

internal sealed class SqliteEngine : Engine
{
    private readonly string _folder = Directory.CreateTempSubdirectory("store-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "store.db");

    public static SqliteEngine Start() => new();

    public override IStore Create(Action<StoreOptions>? configure = null)
    {
        var options = new SqliteStoreOptions { Path = Path, Durability = SqliteDurability.ProcessKill };
        configure?.Invoke(options);
        return options.CreateStore();
    }

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public override Task<DbTransaction> BeginAsync(DbConnection connection) => Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public override string Table(string name) => "integrations_" + name;

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
