using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integrations.UserTypes.Tests.Types;

[JsonModel]
public sealed partial record Positional(int Id, string Name, string? Note, int Count = 5, Level Level = Level.High, string Label = "none", DateTime? At = null);

[JsonModel]
public readonly partial record struct Point(int X, int Y);

[JsonModel]
public partial record struct Mutable(int X, string? Name);

[JsonModel]
public sealed partial class WithInit
{
    public required string Key { get; init; }
    public required int Number { get; set; }
    public string Kept { get; init; } = "kept";
    public List<int> Items { get; init; } = [1];
    public string? Late { get; set; } = "late";
    public int Computed => Number + 1;
}

[JsonModel]
public sealed partial class Constructed
{
    private readonly int _total;

    [JsonConstructor]
    public Constructed(int first, string second, decimal rate = 1.5m)
    {
        First = first;
        Second = second;
        Rate = rate;
        _total = first;
    }

    public Constructed(string text) => Second = text;

    public int First { get; }
    public string Second { get; }
    public decimal Rate { get; }
    public string? Third { get; set; }
    public int Total() => _total;
}

[JsonModel]
public sealed partial class Private
{
    [JsonInclude] private int _hidden;
    [JsonInclude] internal string Inner { get; private set; } = "";
    public int Read { get; private set; }

    [JsonConstructor]
    private Private()
    {
    }

    public static Private Of(int hidden, string inner, int read) => new() { _hidden = hidden, Inner = inner, Read = read };

    public int Hidden() => _hidden;
}

[JsonModel]
public sealed partial class Required
{
    [JsonRequired] public int Must { get; set; }
    [JsonRequired] public string? MustBeThere { get; set; }
}

[JsonModel]
public sealed partial class SetsItself
{
    [SetsRequiredMembers]
    public SetsItself() => Name = "self";

    public required string Name { get; set; }
}

public abstract class Ancestor
{
    public int Id { get; set; }
    public virtual string? Title { get; set; }
    [JsonPropertyOrder(-1)] public string? First { get; set; }
}

[JsonModel]
public partial class Descendant : Ancestor
{
    public string? Own { get; set; }
    public override string? Title { get; set; }
    [JsonPropertyOrder(10)] public int Last { get; set; }
}

[JsonModel]
public sealed partial class Descendant2 : Descendant
{
    public int Deeper { get; set; }
}

[JsonModel]
public sealed partial class Names
{
    [JsonPropertyName("renamed")] public int A { get; set; }
    [JsonPropertyName("with \"quotes\" \\ and ü")] public int B { get; set; }
    public int URLValue { get; set; }
    public int @class { get; set; }
    [JsonInclude] public int Field;
    public int NotAField;
}

[JsonModel]
public sealed partial class Ignored
{
    [JsonIgnore] public int Never { get; set; } = 3;
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Text { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Number { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Default { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public Guid Id { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] public int OnlyRead { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public int OnlyWritten { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int Always { get; set; }
}

[JsonModel]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed partial class Strict
{
    public int A { get; set; }
    [JsonIgnore] public int B { get; set; }
    public int C => A;
}

[JsonModel]
public sealed partial class Extensible
{
    public int A { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; set; }
}

[JsonModel]
public sealed partial record ExtensibleRecord(int A)
{
    [JsonExtensionData] public System.Text.Json.Nodes.JsonObject? More { get; init; }
}

[JsonModel(Naming = JsonKnownNamingPolicy.SnakeCaseLower)]
public sealed partial record Snake(int FirstNumber, Inner SecondPart);

[JsonModel(Naming = JsonKnownNamingPolicy.Unspecified)]
public sealed partial record AsIs(int FirstNumber, Inner SecondPart);

public sealed record Inner(int SomeValue);

public static partial class Outer
{
    [JsonModel]
    public sealed partial class Nested
    {
        public Nested? Self { get; set; }
        public List<Nested>? Selves { get; set; }
    }
}
