using System.Data.Common;
using System.Text;
using Integrations.Store.Tests.Support;

namespace Integrations.Store.Tests;

/// <summary>What every engine must do. Each part of the store has a file of its own.</summary>
public abstract partial class StoreTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected Engine Engine { get; private set; } = null!;

    protected IStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Engine = await StartAsync();
        Store = Engine.Create();
        await Store.PrepareAsync();
    }

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        await Engine.DisposeAsync();
    }

    protected abstract Task<Engine> StartAsync();

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    protected Task<T> Do<T>(Func<DbTransaction, Task<T>> work) => Store.TransactAsync((transaction, _) => work(transaction));

    protected Task Do(Func<DbTransaction, Task> work) => Store.TransactAsync((transaction, _) => work(transaction));

    protected static async Task ExecuteAsync(DbTransaction transaction, string sql)
    {
        await using var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        await command.ExecuteNonQueryAsync();
    }
}

[Collection(PostgresDefinition.Name)]
public sealed class PostgresStoreTests(PostgresFixture fixture) : StoreTests
{
    protected override async Task<Engine> StartAsync() => await PostgresEngine.StartAsync(fixture);

    protected override string VersionOne => File.ReadAllText("Postgres/version1.sql");

    protected override string OldPayload => "'of version 1'::bytea";
}

public sealed class SqliteStoreTests : StoreTests
{
    protected override Task<Engine> StartAsync() => Task.FromResult<Engine>(new SqliteEngine());

    protected override string VersionOne => File.ReadAllText("Sqlite/version1.sql");

    protected override string OldPayload => "cast('of version 1' as blob)";
}
