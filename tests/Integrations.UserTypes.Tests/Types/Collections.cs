using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace Integrations.UserTypes.Tests.Types;

public enum Level : byte
{
    Low = 1,
    High = 200,
}

[JsonConverter(typeof(JsonStringEnumConverter<Color>))]
public enum Color
{
    Red,
    [JsonStringEnumMemberName("dark green")] Green,
    Blue = -1,
}

[Flags]
[JsonConverter(typeof(JsonStringEnumConverter))]
public enum Access : long
{
    None = 0,
    Read = 1,
    Write = 2,
    ReadWrite = 3,
    Delete = 8,
}

[JsonModel]
public sealed partial class Enums
{
    public Level Level { get; set; }
    public Color Color { get; set; }
    public Access Access { get; set; }
    public Color? MaybeColor { get; set; }
    [JsonConverter(typeof(JsonStringEnumConverter<Level>))] public Level Named { get; set; }
    [JsonConverter(typeof(JsonStringEnumConverter))] public Level? MaybeNamed { get; set; }
    public List<Color> Colors { get; set; } = [];
}

[JsonModel]
public sealed partial class Lists
{
    public int[] Array { get; set; } = [];
    public int[][] Jagged { get; set; } = [];
    public string?[]? Texts { get; set; }
    public List<Item> Items { get; set; } = [];
    public List<Item?>? Sparse { get; set; }
    public IList<int>? IList { get; set; }
    public ICollection<int>? ICollection { get; set; }
    public IEnumerable<int>? IEnumerable { get; set; }
    public IReadOnlyList<int>? IReadOnlyList { get; set; }
    public IReadOnlyCollection<int>? IReadOnlyCollection { get; set; }
    public HashSet<string>? HashSet { get; set; }
    public ISet<int>? ISet { get; set; }
    public ImmutableArray<int> ImmutableArray { get; set; } = [];
    public ImmutableList<int>? ImmutableList { get; set; }
    public Collection<int>? Collection { get; set; }
    public Tags? Tags { get; set; }
    public List<int?>? Nullables { get; set; }
    public List<List<Item>>? Nested { get; set; }
}

public sealed class Tags : List<string>;

public sealed class Item
{
    public string Name { get; set; } = "";
    public Point? At { get; set; }
}

[JsonModel]
public sealed partial class Maps
{
    public Dictionary<string, int> Text { get; set; } = [];
    public Dictionary<int, string>? Number { get; set; }
    public Dictionary<Guid, Item>? Guids { get; set; }
    public Dictionary<Color, int>? Colors { get; set; }
    public Dictionary<Level, int>? Levels { get; set; }
    public IDictionary<string, Item?>? IDictionary { get; set; }
    public IReadOnlyDictionary<long, List<int>>? IReadOnlyDictionary { get; set; }
    public SortedDictionary<string, int>? Sorted { get; set; }
    public ImmutableDictionary<string, int>? Immutable { get; set; }
}

[JsonModel]
[JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
public sealed partial class Quoted
{
    public int A { get; set; }
    public decimal? B { get; set; }
    public List<long>? C { get; set; }
    [JsonNumberHandling(JsonNumberHandling.Strict)] public int D { get; set; }
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public double E { get; set; }
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public float? F { get; set; }
    public string G { get; set; } = "";
}

public sealed record Envelope<T>(Guid Id, T Body, List<T>? History = null);
