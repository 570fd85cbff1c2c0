using System.Text.Json;

namespace Integrations.Sql.Tests;

public sealed record Held(int Id, string? Text, byte[]? Data = null);

[PostgresClient, SqliteClient]
public sealed partial class HostileDatabase
{
    [Sql("create table held (id integer primary key, text text, data bytea)", Sqlite = "create table held (id integer primary key, text text, data blob)")]
    public partial Task CreateAsync();

    [Sql("insert into held (id, text, data) values (@id, @text, @data)")]
    public partial Task<int> AddAsync(int id, string? text, byte[]? data = null);

    [Sql("copy held (id, text, data) from stdin")]
    public partial Task<long> ImportAsync(IEnumerable<Held> rows);

    [Sql("select id, text, data from held where id = @id")]
    public partial Task<Held> GetAsync(int id);

    [Sql("select id from held where text = @text")]
    public partial Task<List<int>> EqualAsync(string text);

    [Sql("select id from held where text like @pattern escape '!' order by id")]
    public partial Task<List<int>> LikeAsync(string pattern);

    [Sql("select count(*) from held")]
    public partial Task<long> CountAsync();

    [Sql("select @text", Sqlite = "select @text")]
    public partial Task<string> EchoAsync(string text);

    [Sql("select @texts, 1")]
    public partial Task<(string[] Texts, int One)> EchoAsync(string[] texts);

    [Sql("select @numbers, 1")]
    public partial Task<(long[] Numbers, int One)> EchoAsync(long[] numbers);

    [Sql("select @json", Sqlite = "select @json")]
    public partial Task<JsonElement> EchoAsync(JsonElement json);

    [Sql("select @value::double precision", Sqlite = "select @value")]
    public partial Task<double> EchoAsync(double value);

    [Sql("select @value::bigint", Sqlite = "select @value")]
    public partial Task<long> EchoAsync(long value);

    [Sql("select @value::numeric", Sqlite = "select @value")]
    public partial Task<decimal> EchoAsync(decimal value);

    [Sql("select @value", Sqlite = "select @value")]
    public partial Task<DateTimeOffset> EchoAsync(DateTimeOffset value);

    [Sql("select @value", Sqlite = "select @value")]
    public partial Task<DateOnly> EchoAsync(DateOnly value);

    [Sql("select text from held where id = @id")]
    public partial Task<int> TextAsNumberAsync(int id);

    [Sql("select cast(@text as integer)")]
    public partial Task<int> NumberOfAsync(string text);
}
