namespace Benchmarks.Sql;

/// <summary>The same row as Dapper can read it: by setters, and with the driver's own types.</summary>
public sealed class DapperItem
{
    public Guid Id { get; set; }

    public long Number { get; set; }

    public int Count { get; set; }

    public short Level { get; set; }

    public bool Active { get; set; }

    public string Name { get; set; } = "";

    public string? Note { get; set; }

    public decimal Price { get; set; }

    public double Weight { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateOnly Day { get; set; }

    public byte[] Data { get; set; } = [];
}
