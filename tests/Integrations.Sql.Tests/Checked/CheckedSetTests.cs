using Integrations.Sql.Tests.Support;
using Integrations.Tests.Shared;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Integrations.Sql.Tests.Checked;

/// <summary>
/// What the schema's checker is tested with (<c>Sql/Checked</c> of the generator's tests) is itself true: the databases prepare every correct statement, and refuse every
/// mistake in names and counts, at the same place.
/// </summary>
[Collection(PostgresDefinition.Name)]
public sealed class CheckedSetTests(PostgresFixture postgres)
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "CheckedSet");

    [Theory]
    [InlineData("pagila.schema.sql", 70)]
    [InlineData("shop.schema.sql", 70)]
    public async Task PostgreSQL_prepares_every_correct_statement_and_gives_the_columns_that_are_read(string schema, int least)
    {
        var set = CheckedSet.Read(Path.Combine(s_folder, "correct"));
        await using var source = await PostgresAsync(schema);
        var failures = new List<string>();
        var methods = set.Methods.Where(m => m.PostgresSchema == schema).ToList();
        foreach (var method in methods)
        {
            var statement = new CheckedParameters(set, method);
            var (exception, columns) = await PrepareAsync(source, statement);
            if ((exception?.Message ?? CheckedColumns.Misfit(set, method, columns)) is { } failure)
                failures.Add($"{method.Name}: {failure}");
        }
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.InRange(methods.Count, least, int.MaxValue);
    }

    [Fact]
    public void SQLite_prepares_every_correct_statement()
    {
        var set = CheckedSet.Read(Path.Combine(s_folder, "correct"));
        var methods = set.Methods.Where(static m => m.SqliteSchema is not null).ToList();
        var failures = new List<string>();
        foreach (var method in methods)
        {
            if (PrepareSqlite(method) is { } failure)
                failures.Add($"{method.Name}: {failure.Message}");
        }
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.InRange(methods.Count, 40, int.MaxValue);
    }

    [Theory]
    [InlineData("pagila.schema.sql", 10)]
    [InlineData("shop.schema.sql", 25)]
    public async Task PostgreSQL_refuses_every_mistake_that_it_can_see_where_it_is_marked(string schema, int least)
    {
        var set = CheckedSet.Read(Path.Combine(s_folder, "mistakes"));
        await using var source = await PostgresAsync(schema);
        var failures = new List<string>();
        var methods = set.Methods.Where(m => m.PostgresSchema == schema).ToList();
        foreach (var method in methods)
        {
            var statement = new CheckedParameters(set, method);
            var (exception, _) = await PrepareAsync(source, statement);
            if (exception is null == IsRefused(method, method.Postgres))
                failures.Add($"{method.Name} ({method.Id}): {exception?.Message ?? "it is accepted"}");
            else if (exception is not null && !IsKind(method.Id!, exception.SqlState))
                failures.Add($"{method.Name} ({method.Id}): refused as {exception.Message}");
            else if (exception is { Position: > 0 } && method.Id is not "INT4013" && !IsAt(method.Postgres, statement.Place(exception.Position - 1)))
                failures.Add($"{method.Name}: refused at {statement.Place(exception.Position - 1)}, but the mark is at {method.Postgres.Mark}: {exception.Message}");
        }
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.InRange(methods.Count, least, int.MaxValue);
    }

    [Fact]
    public void SQLite_refuses_every_mistake_that_it_can_see()
    {
        var set = CheckedSet.Read(Path.Combine(s_folder, "mistakes"));
        var methods = set.Methods.Where(static m => m.SqliteSchema is not null).ToList();
        var failures = new List<string>();
        foreach (var method in methods)
        {
            if (PrepareSqlite(method) is var failure && failure is null == IsRefused(method, method.Sqlite))
                failures.Add($"{method.Name} ({method.Id}): {failure?.Message ?? "it is accepted"}");
        }
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.InRange(methods.Count, 15, int.MaxValue);
    }

    [Fact]
    public void Every_mistake_has_one_mark_an_id_and_is_seen_by_the_database_unless_it_is_of_types_or_nulls()
    {
        var methods = CheckedSet.Read(Path.Combine(s_folder, "mistakes")).Methods;
        Assert.InRange(methods.Count, 60, int.MaxValue);
        Assert.All(methods, static m =>
        {
            Assert.True((m.Postgres.Mark >= 0) ^ (m.Sqlite.Mark >= 0 && m.Sqlite != m.Postgres), m.Name);
            Assert.Matches("^INT401[0-5]$", m.Id);
        });
        Assert.All(CheckedSet.Read(Path.Combine(s_folder, "correct")).Methods, static m => Assert.True(m.Id is null && m.Postgres.Mark < 0 && m.Sqlite.Mark < 0, m.Name));
    }

    private async Task<NpgsqlDataSource> PostgresAsync(string schema) =>
        NpgsqlDataSource.Create(await postgres.Server.CreateDatabaseByAsync(await File.ReadAllTextAsync(Path.Combine(s_folder, schema))) + "Pooling=false");

    private static async Task<(PostgresException? Refusal, List<(string Name, string Type)> Columns)> PrepareAsync(NpgsqlDataSource source, CheckedParameters statement)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(statement.Text, connection);
        foreach (var type in statement.Types)
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = DBNull.Value });
        try
        {
            await command.PrepareAsync();
            await using var reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SchemaOnly);
            return (null, [.. Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), reader.GetDataTypeName(i)))]);
        }
        catch (PostgresException exception)
        {
            return (exception, []);
        }
    }

    private static SqliteException? PrepareSqlite(CheckedMethod method)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = File.ReadAllText(Path.Combine(s_folder, method.SqliteSchema!));
        command.ExecuteNonQuery();
        command.CommandText = method.Sqlite.Value;
        try
        {
            command.Prepare();
            return null;
        }
        catch (SqliteException exception)
        {
            return exception;
        }
    }

    /// <summary>Whether the database must refuse: a mistake that it can see, and in its own dialect.</summary>
    private static bool IsRefused(CheckedMethod method, CheckedText text) => method.IsSeenByServer && text.Mark >= 0;

    /// <summary>Whether the server's place is the mark's, or that of the qualified name that ends in it.</summary>
    private static bool IsAt(CheckedText text, int place) =>
        place <= text.Mark && text.Value[place..text.Mark].All(static c => char.IsLetterOrDigit(c) || c is '_' or '.' or '"') && (place == text.Mark || text.Value[text.Mark - 1] == '.');

    private static bool IsKind(string id, string state) => id switch
    {
        "INT4010" => state is "42P01" or "3F000",
        "INT4011" => state is "42703" or "42P01" or "42P10",
        "INT4012" => state is "42702",
        "INT4013" => state is "42883" or "42804" or "42725" or "22P02" or "42846" or "42809",
        "INT4014" => false,
        _ => state is "42601" or "42883",
    };
}
