using Integrations;

namespace Benchmarks.Sql;

/// <summary>A row of twelve columns.</summary>
public sealed record Item(
    Guid Id, long Number, int Count, short Level, bool Active, string Name, string? Note, decimal Price, double Weight, DateTimeOffset CreatedAt, DateOnly Day, byte[] Data);

/// <summary>A row that is copied.</summary>
public sealed record Note(Guid Id, long Number, decimal Price);

/// <summary>The emitted side.</summary>
[PostgresClient]
public sealed partial class ItemsDatabase
{
    [Sql(Statements.One)]
    public partial Task<Item> OneAsync(long number, CancellationToken cancellationToken = default);

    [Sql(Statements.Many)]
    public partial Task<List<Item>> ManyAsync(long least, CancellationToken cancellationToken = default);

    [Sql("select price from items where number = @number", Idempotent = true)]
    public partial Task<decimal> PriceAsync(long number, CancellationToken cancellationToken = default);

    [Sql(Statements.Insert)]
    public partial Task<int> InsertAsync(Guid id, long number, decimal price, CancellationToken cancellationToken = default);

    [Sql("copy notes (id, number, price) from stdin")]
    public partial Task<long> ImportAsync(IEnumerable<Note> rows, CancellationToken cancellationToken = default);
}

/// <summary>The texts, with names for parameters.</summary>
internal static class Statements
{
    private const string Columns = "id, number, count, level, active, name, note, price, weight, created_at, day, data";

    public const string One = "select " + Columns + " from items where number = @number";

    public const string Many = "select " + Columns + " from items where number >= @least order by number limit 1000";

    public const string Insert = "insert into notes (id, number, price) values (@id, @number, @price)";
}
