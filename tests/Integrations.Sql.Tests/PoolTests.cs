using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Integrations.Sql.Tests.Support;
using Npgsql;

namespace Integrations.Sql.Tests;

[Collection(PostgresDefinition.Name)]
public sealed class PoolTests(PostgresFixture postgres)
{
    [Fact]
    public async Task An_exhausted_pool_is_named_with_its_size_within_the_timeout_and_the_next_call_works()
    {
        await using var databases = await Databases.CreateAsync(SqlEngine.Postgres, postgres.Server, static options =>
        {
            options.PoolSize = 2;
            options.Settings["Pool:ConnectSeconds"] = "1";
        });
        var orders = databases.Orders;
        await orders.TransactionAsync(_ => orders.TransactionAsync(async _ =>
        {
            var watch = Stopwatch.StartNew();
            var failures = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Assert.ThrowsAsync<SqlException>(() => orders.CountAsync())));
            Assert.All(failures, failure => Exhausted(failure, databases.ConnectionString, 2));
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), watch.Elapsed.ToString());
        }));
        Assert.Equal(0, await orders.CountAsync());
    }

    [Fact]
    public async Task A_given_data_source_that_others_exhaust_is_named_with_its_size_too()
    {
        await using var databases = await Databases.CreateAsync(SqlEngine.Postgres, postgres.Server);
        await using var source = NpgsqlDataSource.Create(databases.ConnectionString + ";Maximum Pool Size=2;Timeout=1");
        var orders = Databases.Connect("", options => options.DataSource = source);
        await using (await source.OpenConnectionAsync())
        await using (await source.OpenConnectionAsync())
        {
            var failures = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Assert.ThrowsAsync<SqlException>(() => orders.CountAsync())));
            Assert.All(failures, failure => Exhausted(failure, databases.ConnectionString, 2));
        }
        Assert.Equal(0, await orders.CountAsync());
        await orders.TransactionAsync(_ => orders.TransactionAsync(async _ => Exhausted(await Assert.ThrowsAsync<SqlException>(() => orders.CountAsync()), databases.ConnectionString, 2)));
        Assert.Equal(0, await orders.CountAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_says_nothing_is_no_exhausted_pool(bool isGiven)
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        var connectionString = $"Host=127.0.0.1;Port={((IPEndPoint)mute.LocalEndpoint).Port};Username=app;Timeout=1;Maximum Pool Size=2";
        await using var source = NpgsqlDataSource.Create(connectionString);
        var orders = Databases.Connect(isGiven ? "" : connectionString, options =>
        {
            options.DataSource = isGiven ? source : null;
            options.Policies.Add(new RetryAttribute { MaxAttempts = 1 });
        });
        var failures = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Assert.ThrowsAsync<SqlException>(() => orders.CountAsync())));
        Assert.All(failures, static failure => Assert.Equal(SqlErrorKind.Connection, failure.Kind));
        Assert.All(failures, static failure => Assert.False(failure.MayHaveTakenEffect));
        await orders.Database.DisposeAsync();
    }

    [Fact]
    public async Task A_given_data_source_that_waits_for_long_does_not_keep_a_call_beyond_its_own_timeout()
    {
        await using var databases = await Databases.CreateAsync(SqlEngine.Postgres, postgres.Server);
        await using var source = NpgsqlDataSource.Create(databases.ConnectionString + ";Maximum Pool Size=1;Timeout=60");
        var orders = Databases.Connect("", options =>
        {
            options.DataSource = source;
            options.Policies.Add(new TimeoutAttribute { AttemptSeconds = 1 });
        });
        await using (await source.OpenConnectionAsync())
        {
            var watch = Stopwatch.StartNew();
            Exhausted(await Assert.ThrowsAsync<SqlException>(() => orders.CountAsync()), databases.ConnectionString, 1);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
        }
        Assert.Equal(0, await orders.CountAsync());
    }

    private static void Exhausted(SqlException failure, string connectionString, int size)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString).Database;
        Assert.Equal((SqlErrorKind.PoolExhausted, true, 1, false), (failure.Kind, failure.IsTransient, failure.Attempts, failure.MayHaveTakenEffect));
        Assert.Contains($"all {size} of the pool '{database} on 127.0.0.1:", failure.Message, StringComparison.Ordinal);
    }
}
