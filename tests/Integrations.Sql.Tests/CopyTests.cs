using Integrations.Sql.Tests.Support;

namespace Integrations.Sql.Tests;

[Collection(PostgresDefinition.Name)]
public sealed class PostgresCopyTests(PostgresFixture postgres) : CopyTests(SqlEngine.Postgres, postgres);

[Collection(PostgresDefinition.Name)]
public sealed class SqliteCopyTests(PostgresFixture postgres) : CopyTests(SqlEngine.Sqlite, postgres);

/// <summary>The same on each engine.</summary>
public abstract class CopyTests(SqlEngine engine, PostgresFixture postgres)
{
    private static readonly DateTimeOffset s_noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Rows_are_there_as_they_were_given()
    {
        await using var databases = await CreateAsync();
        var rows = Rows(5000).ToList();
        Assert.Equal(5000, await databases.Orders.ImportAsync(Later(rows)));
        Assert.Equal(rows.OrderBy(static r => r.Id), (await databases.Orders.AllAsync()).Select(row => row with { Note = rows.Find(r => r.Id == row.Id)!.Note }).OrderBy(static r => r.Id));
        Assert.Equal(rows[1], await databases.Orders.GetAsync(rows[1].Id));
        Assert.Equal(rows[2], await databases.Orders.GetAsync(rows[2].Id));
        Assert.Equal(0, await databases.Orders.ImportListAsync([]));
        Assert.Equal(2, await databases.Orders.ImportListAsync(Rows(2)));
    }

    [Fact]
    public async Task An_error_names_the_row_and_leaves_nothing()
    {
        await using var databases = await CreateAsync();
        var rows = Rows(100).ToList();
        rows[41] = rows[41] with { Total = -1 };
        var check = await Assert.ThrowsAsync<SqlException>(() => databases.Orders.ImportListAsync(rows));
        Assert.Equal((SqlErrorKind.CheckViolation, "23514", 42L), (check.Kind, check.SqlState, check.Row));
        Assert.Contains("(row 42)", check.Message, StringComparison.Ordinal);
        rows[41] = rows[7];
        var unique = await Assert.ThrowsAsync<SqlException>(() => databases.Orders.ImportListAsync(rows));
        Assert.Equal((SqlErrorKind.UniqueViolation, 42L), (unique.Kind, unique.Row));
        rows[41] = rows[8] with { Id = Guid.NewGuid(), State = (OrderState)99 };
        var wrong = await Assert.ThrowsAsync<SqlException>(() => databases.Orders.ImportListAsync(rows));
        Assert.Equal((SqlErrorKind.WrongType, 42L), (wrong.Kind, wrong.Row));
        Assert.Equal(0, await databases.Orders.CountAsync());
        Assert.Equal(3, await databases.Orders.ImportListAsync(Rows(3)));
    }

    [Fact]
    public async Task What_the_sequence_throws_comes_out_as_it_is_and_leaves_nothing()
    {
        await using var databases = await CreateAsync();
        var thrown = await Assert.ThrowsAsync<FormatException>(() => databases.Orders.ImportAsync(Broken()));
        Assert.Equal("mine", thrown.Message);
        Assert.Equal(0, await databases.Orders.CountAsync());
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => databases.Orders.ImportAsync(Cancelling(cancellation), cancellation.Token));
        Assert.Equal(0, await databases.Orders.CountAsync());
        for (var i = 0; i < 20; i++)
            await Assert.ThrowsAsync<FormatException>(() => databases.Orders.ImportAsync(Broken()));
        Assert.Equal(1, await databases.Orders.ImportListAsync(Rows(1)));

        static async IAsyncEnumerable<Order> Broken()
        {
            foreach (var row in Rows(3000))
                yield return row;
            await Task.Yield();
            throw new FormatException("mine");
        }

        static async IAsyncEnumerable<Order> Cancelling(CancellationTokenSource cancellation)
        {
            foreach (var row in Rows(3000))
                yield return row;
            await cancellation.CancelAsync();
            yield return Rows(1).Single();
        }
    }

    [Fact]
    public async Task In_a_transaction_it_takes_effect_with_it_or_behind_a_savepoint()
    {
        await using var databases = await CreateAsync();
        var orders = databases.Orders;
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => orders.TransactionAsync(async tx =>
        {
            Assert.Equal(10, await tx.ImportListAsync(Rows(10)));
            Assert.Equal(10, await tx.CountAsync());
            throw new InvalidTimeZoneException();
        }));
        Assert.Equal(0, await orders.CountAsync());
        await orders.TransactionAsync(async tx =>
        {
            await tx.ImportListAsync(Rows(2));
            await Assert.ThrowsAsync<SqlException>(() => tx.SavepointAsync(() => tx.ImportListAsync(Rows(5).Append(Rows(1).Single() with { Total = -1 }))));
            await tx.ImportAsync(Later(Rows(3)));
        });
        Assert.Equal(5, await orders.CountAsync());
    }

    private static IEnumerable<Order> Rows(int count) => Enumerable.Range(0, count).Select(static i =>
        new Order(Guid.NewGuid(), Guid.NewGuid(), i * 1.25m, s_noon.AddSeconds(i), (OrderState)(i % 3), i % 2 == 0 ? null : "it's\t\"" + i + "\\N\n"));

    private static async IAsyncEnumerable<Order> Later(IEnumerable<Order> rows)
    {
        foreach (var row in rows)
        {
            if (row.Total % 100 == 0)
                await Task.Yield();
            yield return row;
        }
    }

    private Task<Databases> CreateAsync() => Databases.CreateAsync(engine, postgres.Server);
}
