using System.Data;
using Integrations.Sql.Tests.Support;

namespace Integrations.Sql.Tests;

[Collection(PostgresDefinition.Name)]
public sealed class SqliteTransactionTests(PostgresFixture postgres) : TransactionTests(SqlEngine.Sqlite, postgres);

[Collection(PostgresDefinition.Name)]
public sealed class PostgresTransactionTests(PostgresFixture postgres) : TransactionTests(SqlEngine.Postgres, postgres)
{
    [Fact]
    public async Task After_a_serialisation_failure_the_delegate_runs_again()
    {
        await using var databases = await CreateAsync();
        var orders = databases.Orders;
        var options = new SqlTransactionOptions { Isolation = IsolationLevel.Serializable };
        var (runs, other) = (0, false);
        await orders.TransactionAsync(
            async tx =>
            {
                runs++;
                Assert.Equal(IsolationLevel.Serializable, tx.IsolationLevel);
                var value = await tx.CounterAsync("a");
                if (!other)
                {
                    other = true;
                    await orders.CountUpAsync("a");
                }
                await tx.SetCounterAsync("a", value + 10);
            },
            options);
        Assert.Equal(2, runs);
        Assert.Equal(11, await orders.CounterAsync("a"));
    }

    [Fact]
    public async Task It_does_not_run_more_often_than_it_may()
    {
        await using var databases = await CreateAsync();
        var orders = databases.Orders;
        var runs = 0;
        var exception = await Assert.ThrowsAsync<SqlException>(() => orders.TransactionAsync(
            async tx =>
            {
                runs++;
                var value = await tx.CounterAsync("a");
                await orders.CountUpAsync("a");
                await tx.SetCounterAsync("a", value + 10);
            },
            new SqlTransactionOptions { Isolation = IsolationLevel.RepeatableRead, MaxAttempts = 2 }));
        Assert.Equal((SqlErrorKind.Serialization, 2), (exception.Kind, runs));
        Assert.Equal(2, await orders.CounterAsync("a"));
    }

    [Fact]
    public async Task A_failure_that_was_swallowed_does_not_end_in_a_silent_rollback()
    {
        await using var databases = await CreateAsync();
        var exception = await Assert.ThrowsAsync<SqlException>(() => databases.Orders.TransactionAsync(async tx =>
        {
            await tx.CountUpAsync("a");
            await Assert.ThrowsAsync<SqlException>(() => tx.AddBareLineAsync(null, 1));
        }));
        Assert.Equal(SqlErrorKind.TransactionAborted, exception.Kind);
        Assert.Equal(0, await databases.Orders.CounterAsync("a"));
    }
}

/// <summary>The same on each engine.</summary>
public abstract class TransactionTests(SqlEngine engine, PostgresFixture postgres)
{
    [Fact]
    public async Task What_returns_is_committed_and_what_throws_is_undone()
    {
        await using var databases = await CreateAsync();
        var orders = databases.Orders;
        var value = await orders.TransactionAsync(async tx =>
        {
            await tx.CountUpAsync("a");
            await tx.CountUpAsync("b");
            return await tx.CounterAsync("a");
        });
        Assert.Equal(1, value);
        await Assert.ThrowsAsync<InvalidDataException>(() => orders.TransactionAsync(async tx =>
        {
            await tx.CountUpAsync("a");
            throw new InvalidDataException();
        }));
        Assert.Equal((1, 1), (await orders.CounterAsync("a"), await orders.CounterAsync("b")));
    }

    [Fact]
    public async Task A_savepoint_undoes_only_what_is_within_it()
    {
        await using var databases = await CreateAsync();
        var orders = databases.Orders;
        var after = new List<string>();
        await orders.TransactionAsync(async tx =>
        {
            await tx.CountUpAsync("a");
            tx.OnCommitted(() => Add("outer"));
            await Assert.ThrowsAsync<SqlException>(() => tx.SavepointAsync(async () =>
            {
                await tx.CountUpAsync("b");
                tx.OnCommitted(() => Add("inner"));
                await tx.AddBareLineAsync(null, 1);
            }));
            Assert.Equal(5, await tx.SavepointAsync(async () =>
            {
                await tx.CountUpAsync("a");
                return 5;
            }));
            Assert.Empty(after);
        });
        Assert.Equal((2, 0), (await orders.CounterAsync("a"), await orders.CounterAsync("b")));
        Assert.Equal(["outer"], after);

        Task Add(string what)
        {
            after.Add(what);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Nothing_runs_in_a_transaction_that_is_over()
    {
        await using var databases = await CreateAsync();
        OrdersDatabase.Transaction? kept = null;
        await databases.Orders.TransactionAsync(tx =>
        {
            kept = tx;
            return Task.CompletedTask;
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => kept!.CountUpAsync("a"));
        Assert.True(kept!.IsOver);
    }

    [Fact]
    public async Task Streams_batches_and_the_driver_s_own_commands_are_part_of_it()
    {
        await using var databases = await CreateAsync();
        await Assert.ThrowsAsync<InvalidDataException>(() => databases.Orders.TransactionAsync(async tx =>
        {
            var customer = Guid.NewGuid();
            await tx.CreateBatch().Place(Guid.NewGuid(), customer, 1).Place(Guid.NewGuid(), customer, 2).ExecuteAsync();
            var read = 0;
            await foreach (var order in tx.RecentAsync(customer))
                read++;
            Assert.Equal(2, read);
            SqlTransaction joined = tx;
            await using (var command = joined.Connection.CreateCommand())
            {
                command.Transaction = joined.DbTransaction;
                command.CommandText = "select count(*) from orders";
                Assert.Equal(2L, await command.ExecuteScalarAsync());
            }
            Assert.Equal(1, await tx.Sql.ExecuteAsync($"update counters set value = {3} where name = {"a"}"));
            throw new InvalidDataException();
        }));
        Assert.Equal(0, await databases.Orders.CountAsync());
        Assert.Equal(0, await databases.Orders.CounterAsync("a"));
    }

    [Fact]
    public async Task Concurrent_transactions_lose_no_update()
    {
        await using var databases = await CreateAsync();
        var orders = databases.Orders;
        var options = new SqlTransactionOptions { Isolation = IsolationLevel.Serializable, MaxAttempts = 50 };
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
                await orders.TransactionAsync(async tx => await tx.SetCounterAsync("a", await tx.CounterAsync("a") + 1), options);
        })));
        Assert.Equal(40, await orders.CounterAsync("a"));
    }

    private protected Task<Databases> CreateAsync() => Databases.CreateAsync(engine, postgres.Server);
}
