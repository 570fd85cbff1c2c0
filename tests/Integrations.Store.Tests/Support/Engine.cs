using System.Data.Common;

namespace Integrations.Store.Tests.Support;

/// <summary>A database of a test's own.</summary>
public abstract class Engine : IAsyncDisposable
{
    /// <summary>A store on it, as another process would make it.</summary>
    public abstract IStore Create(Action<StoreOptions>? configure = null);

    /// <summary>A connection of the user's own.</summary>
    public abstract Task<DbConnection> ConnectAsync();

    /// <summary>A transaction that writes, from its beginning on.</summary>
    public abstract Task<DbTransaction> BeginAsync(DbConnection connection);

    /// <summary>The name of one of the store's tables.</summary>
    public abstract string Table(string name);

    public abstract ValueTask DisposeAsync();

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public async Task<long> CountAsync(string table) => Convert.ToInt64(await ScalarAsync($"select count(*) from {Table(table)}"), System.Globalization.CultureInfo.InvariantCulture);
}
