using Integrations.Sql.Tests.Support;

namespace Integrations.Sql.Tests;

[Collection(PostgresDefinition.Name)]
public sealed class PostgresStatementTests(PostgresFixture postgres) : StatementTests(SqlEngine.Postgres, postgres)
{
    [Fact]
    public async Task What_the_server_says_of_a_wrong_statement_is_told()
    {
        await using var databases = await CreateAsync();
        var exception = await Assert.ThrowsAsync<SqlException>(() => databases.Orders.NonsenseAsync());
        Assert.Equal(("42601", SqlErrorKind.Statement), (exception.SqlState, exception.Kind));
        Assert.Contains("selec", exception.Message, StringComparison.Ordinal);
    }
}

[Collection(PostgresDefinition.Name)]
public sealed class SqliteStatementTests(PostgresFixture postgres) : StatementTests(SqlEngine.Sqlite, postgres);

/// <summary>The same on each engine.</summary>
public abstract class StatementTests(SqlEngine engine, PostgresFixture postgres)
{
    private static readonly Guid s_customer = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static readonly DateTimeOffset s_noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_row_comes_back_as_it_was_written()
    {
        await using var databases = await CreateAsync();
        var order = new Order(Guid.NewGuid(), s_customer, 12.3400m, s_noon.AddTicks(1234560), OrderState.Sent, "it's @here");
        await databases.Orders.AddAsync(order);
        Assert.Equal(order, await databases.Orders.GetAsync(order.Id));
        Assert.Equal(order, await databases.Orders.FindAsync(order.Id));
    }

    [Fact]
    public async Task A_time_with_an_offset_comes_back_as_the_same_moment()
    {
        await using var databases = await CreateAsync();
        var order = new Order(Guid.NewGuid(), s_customer, 1, new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.FromHours(2)));
        await databases.Orders.AddAsync(order);
        Assert.Equal(s_noon, (await databases.Orders.GetAsync(order.Id)).PlacedAt);
    }

    [Fact]
    public async Task The_number_of_affected_rows_is_told()
    {
        await using var databases = await CreateAsync();
        var id = Guid.NewGuid();
        Assert.Equal(1, await databases.Orders.PlaceAsync(id, s_customer, 5));
        Assert.Equal(0, await databases.Orders.PlaceAsync(id, s_customer, 5));
        Assert.Equal(1, await databases.Orders.AnnotateAsync(OrderState.Open, null));
        Assert.Equal(0, await databases.Orders.AnnotateAsync(OrderState.Paid, "x"));
        Assert.Equal(1, await databases.Orders.CountAsync());
    }

    [Fact]
    public async Task A_stream_gives_rows_in_order_and_may_be_left_early_and_read_again()
    {
        await using var databases = await CreateAsync();
        for (var i = 0; i < 30; i++)
            await databases.Orders.AddAsync(new Order(Guid.NewGuid(), s_customer, i, s_noon.AddMinutes(i)));
        var stream = databases.Orders.RecentAsync(s_customer);
        var totals = new List<decimal>();
        await foreach (var order in stream)
        {
            totals.Add(order.Total);
            if (totals.Count == 3)
                break;
        }
        Assert.Equal([29, 28, 27], totals);
        var all = 0;
        await foreach (var order in stream)
            all++;
        Assert.Equal(20, all);
    }

    [Fact]
    public async Task Many_streams_left_early_do_not_exhaust_the_pool()
    {
        await using var databases = await CreateAsync();
        for (var i = 0; i < 5; i++)
            await databases.Orders.AddAsync(new Order(Guid.NewGuid(), s_customer, i, s_noon));
        for (var i = 0; i < 30; i++)
        {
            await foreach (var order in databases.Orders.RecentAsync(s_customer, 5))
                break;
        }
        Assert.Equal(5, await databases.Orders.CountAsync());
    }

    [Fact]
    public async Task Scalars_tuples_lists_and_arrays_are_read()
    {
        await using var databases = await CreateAsync();
        Assert.Null(await databases.Orders.LargestAsync(s_customer));
        Guid[] ids = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        for (var i = 0; i < ids.Length; i++)
            await databases.Orders.AddAsync(new Order(ids[i], s_customer, i + 0.5m, s_noon));
        Assert.Equal(2.5m, await databases.Orders.LargestAsync(s_customer));
        Assert.Equal([(ids[0], 0.5m), (ids[1], 1.5m), (ids[2], 2.5m)], await databases.Orders.TotalsAsync());
        Assert.Equal(ids.Order(), (await databases.Orders.AllAsync()).Select(static o => o.Id).Order());
        Assert.Equal(new[] { ids[0], ids[2] }.Order(), (await databases.Orders.KnownAsync([ids[2], ids[0], Guid.NewGuid()])).Order());
        Assert.Empty(await databases.Orders.KnownAsync([]));
        Assert.Equal(4.5m, await databases.Orders.TotalAsync(s_customer));
    }

    [Fact]
    public async Task An_object_within_an_object_is_read_by_prefix_and_null_where_all_of_it_is()
    {
        await using var databases = await CreateAsync();
        var id = Guid.NewGuid();
        await databases.Orders.PlaceAsync(id, s_customer, 1);
        Assert.Equal(new OrderWithAddress(id, null), await databases.Orders.WithAddressAsync(id));
        Assert.Equal(1, await databases.Orders.ShipToAsync(id, new Address("Main Street 1", null)));
        Assert.Equal(new OrderWithAddress(id, new Address("Main Street 1", null)), await databases.Orders.WithAddressAsync(id));
    }

    [Fact]
    public async Task A_class_is_read_by_its_properties_and_keeps_what_has_no_column()
    {
        await using var databases = await CreateAsync();
        var line = await databases.Orders.AddLineAsync("cup", 3);
        Assert.True(line.Id > 0);
        Assert.Equal(("cup", 3, "none"), (line.Article, line.Count, line.Colour));
    }

    [Fact]
    public async Task No_row_is_an_error_where_one_is_expected_and_null_where_it_is_optional()
    {
        await using var databases = await CreateAsync();
        Assert.Null(await databases.Orders.FindAsync(Guid.NewGuid()));
        var exception = await Assert.ThrowsAsync<SqlException>(() => databases.Orders.GetAsync(Guid.NewGuid()));
        Assert.Equal(SqlErrorKind.NoRow, exception.Kind);
        Assert.Equal("Orders", exception.Integration);
        Assert.Equal("GetAsync", exception.Operation?.Id);
    }

    [Fact]
    public async Task Violations_have_their_kind_and_state_and_no_value()
    {
        await using var databases = await CreateAsync();
        var order = new Order(Guid.NewGuid(), s_customer, 77.125m, s_noon, Note: "secret note");
        await databases.Orders.AddAsync(order);
        var unique = await Assert.ThrowsAsync<SqlException>(() => databases.Orders.AddAsync(order));
        Assert.Equal((SqlErrorKind.UniqueViolation, "23505", "orders"), (unique.Kind, unique.SqlState, unique.Table));
        Assert.DoesNotContain("secret", unique.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(order.Id.ToString(), unique.ToString(), StringComparison.OrdinalIgnoreCase);
        var check = await Assert.ThrowsAsync<SqlException>(() => databases.Orders.AddAsync(order with { Id = Guid.NewGuid(), Total = -1 }));
        Assert.Equal((SqlErrorKind.CheckViolation, "23514"), (check.Kind, check.SqlState));
        var foreign = await Assert.ThrowsAsync<SqlException>(() => databases.Orders.AddLineOfAsync("cup", Guid.NewGuid()));
        Assert.Equal((SqlErrorKind.ForeignKeyViolation, "23503"), (foreign.Kind, foreign.SqlState));
        var missing = await Assert.ThrowsAsync<SqlException>(() => databases.Orders.AddBareLineAsync(null, 1));
        Assert.Equal((SqlErrorKind.NotNullViolation, "23502", "article"), (missing.Kind, missing.SqlState, missing.Column));
        Assert.False(missing.IsTransient);
    }

    [Fact]
    public async Task A_batch_takes_effect_as_a_whole_or_not_at_all()
    {
        await using var databases = await CreateAsync();
        var batch = databases.Orders.CreateBatch();
        for (var i = 0; i < 100; i++)
            batch.Place(Guid.NewGuid(), s_customer, i);
        Assert.Equal(100, batch.Count);
        Assert.Equal(Enumerable.Repeat(1, 100), await batch.ExecuteAsync());
        Assert.Equal(100, await databases.Orders.CountAsync());
        Assert.Equal(0, batch.Count);

        batch.Place(Guid.NewGuid(), s_customer, 1).AddBareLine("cup", 1).Place(Guid.NewGuid(), s_customer, -1);
        var exception = await Assert.ThrowsAsync<SqlException>(() => batch.ExecuteAsync());
        Assert.Equal(SqlErrorKind.CheckViolation, exception.Kind);
        Assert.Equal(100, await databases.Orders.CountAsync());
    }

    [Fact]
    public async Task What_stands_in_braces_of_a_raw_statement_is_a_parameter()
    {
        await using var databases = await CreateAsync();
        var hostile = "x'); drop table orders; --";
        await databases.Orders.Sql.ExecuteAsync($"insert into counters values ({hostile}, {7})");
        var least = 5;
        SqlText condition = $"value > {least}";
        var found = await databases.Orders.Sql.ListAsync($"select name, value from counters where {condition} and name = {hostile}", static row => (row.GetString(0), row.GetInt32(1)));
        Assert.Equal([(hostile, 7)], found);
        Assert.Equal(0, await databases.Orders.CountAsync());
    }

    [Fact]
    public async Task A_call_can_be_cancelled()
    {
        await using var databases = await CreateAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => databases.Orders.CountAsync(cancelled.Token));
        Assert.Equal(0, await databases.Orders.CountAsync());
    }

    private protected Task<Databases> CreateAsync(Action<SqlOptions>? configure = null) => Databases.CreateAsync(engine, postgres.Server, configure);
}
