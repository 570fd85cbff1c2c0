using System.Text.Json;
using Integrations.Sql.Tests.Support;

namespace Integrations.Sql.Tests;

[Collection(PostgresDefinition.Name)]
public sealed class PostgresHostileTests(PostgresFixture postgres) : HostileTests(SqlEngine.Postgres, postgres)
{
    [Fact]
    public async Task A_NUL_is_refused_with_its_state()
    {
        await using var held = await CreateAsync();
        var failures = new[]
        {
            await Assert.ThrowsAsync<SqlException>(() => held.Database.AddAsync(1, "a\0b")),
            await Assert.ThrowsAsync<SqlException>(() => held.Database.EqualAsync("a\0b")),
            await Assert.ThrowsAsync<SqlException>(() => held.Database.EchoAsync(["a", "\0"])),
            await Assert.ThrowsAsync<SqlException>(() => held.Database.ImportAsync([new Held(1, "a"), new Held(2, "\0")])),
        };
        Assert.All(failures, static failure => Assert.Equal((SqlErrorKind.WrongType, "22021"), (failure.Kind, failure.SqlState)));
        Assert.Equal(2, failures[3].Row);
        Assert.Equal(0, await held.Database.CountAsync());
    }

    [Fact]
    public async Task A_text_that_is_no_number_is_a_wrong_type_with_its_state()
    {
        await using var held = await CreateAsync();
        var failure = await Assert.ThrowsAsync<SqlException>(() => held.Database.NumberOfAsync("1; drop table held"));
        Assert.Equal((SqlErrorKind.WrongType, "22P02"), (failure.Kind, failure.SqlState));
        await held.Database.AddAsync(1, "x");
        Assert.Equal(SqlErrorKind.WrongType, (await Assert.ThrowsAsync<SqlException>(() => held.Database.TextAsNumberAsync(1))).Kind);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public async Task What_is_no_finite_number_comes_back(double value)
    {
        await using var held = await CreateAsync();
        Assert.Equal(value, await held.Database.EchoAsync(value));
    }
}

[Collection(PostgresDefinition.Name)]
public sealed class SqliteHostileTests(PostgresFixture postgres) : HostileTests(SqlEngine.Sqlite, postgres)
{
    [Fact]
    public async Task A_NUL_comes_back_as_it_was()
    {
        await using var held = await CreateAsync();
        await held.Database.AddAsync(1, "a\0b");
        Assert.Equal("a\0b", (await held.Database.GetAsync(1)).Text);
        Assert.Equal([1], await held.Database.EqualAsync("a\0b"));
    }
}

/// <summary>Values that are made to be taken for something else come back as they are, or are refused with a kind; on each engine.</summary>
public abstract class HostileTests(SqlEngine engine, PostgresFixture postgres)
{
    private static readonly string[] s_texts =
    [
        "", " ", "'", "''", "\"", "`", "--", "-- x\n", "/* x", "*/", ";", "'; drop table held; --", "\"; drop table held; --", "\\", "\\'", "\\\\", "\\x00", "\\N", "\\.", "$1", "$$", "$tag$",
        "@id", ":id", "?", "%", "_", "%'", "{}", "{NULL}", "{\"a\",b}", "{{1},{2}}", "NULL", "null", "E'\\''", "U&'\\0041'", "\r\n\t", "\u0001\u001f\u007f", "\u2028\u2029\ufeff\u202e", "ʼ＇", "😀é", "[x]", "{0}",
        "select 1", "<script>", "' or '1'='1", "a\"b'c`d\\e",
    ];

    [Fact]
    public async Task Texts_come_back_as_they_were_by_every_way()
    {
        await using var held = await CreateAsync();
        var database = held.Database;
        for (var i = 0; i < s_texts.Length; i++)
            await database.AddAsync(i, s_texts[i]);
        Assert.Equal(s_texts.Length, await database.ImportAsync(s_texts.Select((text, i) => new Held(1000 + i, text))));
        for (var i = 0; i < s_texts.Length; i++)
        {
            Assert.Equal(s_texts[i], (await database.GetAsync(i)).Text);
            Assert.Equal(s_texts[i], (await database.GetAsync(1000 + i)).Text);
            Assert.Equal(s_texts[i], await database.EchoAsync(s_texts[i]));
            Assert.Equal([i, 1000 + i], (await database.EqualAsync(s_texts[i])).Order());
            Assert.Equal([s_texts[i]], await database.Sql.ListAsync($"select text from held where text = {s_texts[i]} and id < 1000", static row => row.GetString(0)));
        }
        Assert.Equal(s_texts, (await database.EchoAsync(s_texts)).Texts);
        var json = JsonSerializer.SerializeToElement(s_texts);
        Assert.Equal(s_texts, (await database.EchoAsync(json)).EnumerateArray().Select(static item => item.GetString()!));
        Assert.Equal(2 * s_texts.Length, await database.CountAsync());
    }

    [Fact]
    public async Task A_pattern_is_a_pattern_and_nothing_else()
    {
        await using var held = await CreateAsync();
        string[] texts = ["50%", "50 per cent", "a_b", "axb", "'"];
        for (var i = 0; i < texts.Length; i++)
            await held.Database.AddAsync(i, texts[i]);
        Assert.Equal([0], await held.Database.LikeAsync("50!%"));
        Assert.Equal([0, 1], await held.Database.LikeAsync("50%"));
        Assert.Equal([2], await held.Database.LikeAsync("a!_b"));
        Assert.Equal([2, 3], await held.Database.LikeAsync("a_b"));
        Assert.Equal([4], await held.Database.LikeAsync("'"));
        Assert.Empty(await held.Database.LikeAsync("' or true --"));
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_refused_or_comes_back_and_is_never_changed_in_silence()
    {
        await using var held = await CreateAsync();
        string[] texts = ["\ud800", "a\udc00b", "\udc00\ud800"];
        foreach (var text in texts)
        {
            var failures = new[]
            {
                await Assert.ThrowsAsync<SqlException>(() => held.Database.AddAsync(1, text)),
                await Assert.ThrowsAsync<SqlException>(() => held.Database.EchoAsync(text)),
                await Assert.ThrowsAsync<SqlException>(() => held.Database.EchoAsync(["x", text])),
                await Assert.ThrowsAsync<SqlException>(() => held.Database.ImportAsync([new Held(1, text)])),
            };
            Assert.All(failures, static failure => Assert.Equal(SqlErrorKind.WrongType, failure.Kind));
        }
        Assert.Equal(0, await held.Database.CountAsync());
    }

    [Fact]
    public async Task Ten_megabytes_of_text_and_of_bytes_come_back()
    {
        await using var held = await CreateAsync();
        var text = string.Concat(Enumerable.Repeat("0123456789'\"\\é", 10 * 1024 * 1024 / 14));
        var data = new byte[10 * 1024 * 1024];
        new Random(4711).NextBytes(data);
        await held.Database.AddAsync(1, text, data);
        await held.Database.ImportAsync([new Held(2, text, data)]);
        for (var id = 1; id <= 2; id++)
        {
            var read = await held.Database.GetAsync(id);
            Assert.Equal(text, read.Text);
            Assert.True(data.AsSpan().SequenceEqual(read.Data));
        }
    }

    [Fact]
    public async Task Extreme_values_come_back()
    {
        await using var held = await CreateAsync();
        var database = held.Database;
        foreach (var value in (double[])[double.MinValue, double.MaxValue, double.Epsilon, -0.0, 0.1])
            Assert.Equal(value, await database.EchoAsync(value));
        foreach (var value in (long[])[long.MinValue, long.MaxValue, 0])
            Assert.Equal(value, await database.EchoAsync(value));
        Assert.Equal(new[] { long.MinValue, long.MaxValue }, (await database.EchoAsync(new[] { long.MinValue, long.MaxValue })).Numbers);
        Assert.Empty((await database.EchoAsync(Array.Empty<long>())).Numbers);
        foreach (var value in (decimal[])[decimal.MinValue, decimal.MaxValue, 0.0000000000000000000000000001m, -0.10m])
            Assert.Equal(value, await database.EchoAsync(value));
        foreach (var value in (DateTimeOffset[])[new(1, 1, 2, 0, 0, 0, TimeSpan.Zero), new(9999, 12, 30, 23, 59, 59, TimeSpan.Zero), new(2026, 2, 28, 23, 59, 59, TimeSpan.FromHours(14))])
            Assert.Equal(value.ToUniversalTime(), (await database.EchoAsync(value)).ToUniversalTime());
        foreach (var value in (DateOnly[])[new(1, 1, 2), new(9999, 12, 30), new(2024, 2, 29)])
            Assert.Equal(value, await database.EchoAsync(value));
    }

    private protected async Task<HeldDatabase> CreateAsync()
    {
        var held = new HeldDatabase(await Databases.CreateAsync(engine, postgres.Server));
        await held.Database.CreateAsync();
        return held;
    }

    private protected sealed class HeldDatabase(Databases databases) : IAsyncDisposable
    {
        public HostileDatabase Database { get; } = SqlClient.Create<HostileDatabase>(options => options.ConnectionString = databases.ConnectionString);

        public async ValueTask DisposeAsync()
        {
            await Database.Database.DisposeAsync();
            await databases.DisposeAsync();
        }
    }
}
