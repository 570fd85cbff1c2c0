using Integrations.Generators.Models;

namespace Integrations.Generators.Binding;

/// <summary>The types that the runtime reads and writes, with the codec of each. The table is in docs/types.md.</summary>
internal static class WireTypes
{
    private const string Json = "global::Integrations.Json.";

    public static readonly TypeModel String = Plain(WireKind.String, "string", false);
    public static readonly TypeModel Boolean = Plain(WireKind.Boolean, "bool");
    public static readonly TypeModel Int32 = Plain(WireKind.Int32, "int");
    public static readonly TypeModel Int64 = Plain(WireKind.Int64, "long");
    public static readonly TypeModel UInt64 = Plain(WireKind.UInt64, "ulong");
    public static readonly TypeModel Single = Plain(WireKind.Single, "float");
    public static readonly TypeModel Double = Plain(WireKind.Double, "double");
    public static readonly TypeModel Decimal = Plain(WireKind.Decimal, "decimal");
    public static readonly TypeModel BigInteger = Plain(WireKind.BigInteger, "global::System.Numerics.BigInteger");
    public static readonly TypeModel DateTimeOffset = Plain(WireKind.DateTimeOffset, "global::System.DateTimeOffset");
    public static readonly TypeModel DateOnly = Plain(WireKind.DateOnly, "global::System.DateOnly");
    public static readonly TypeModel Guid = Plain(WireKind.Guid, "global::System.Guid");
    public static readonly TypeModel Bytes = Plain(WireKind.Bytes, "byte[]", false);
    public static readonly TypeModel Element = Plain(WireKind.Element, "global::System.Text.Json.JsonElement");

    public static readonly TypeModel File = new(WireKind.File, "global::Integrations.FilePart", "", IsValueType: false);

    public static TypeModel Model(string name) => new(WireKind.Model, name, $"{Json}ModelCodec<{name}>", IsValueType: false);

    public static TypeModel Enum(string name, bool integer) => integer
        ? new(WireKind.IntegerEnum, name, $"{Json}IntegerEnumCodec<{name}>", IsValueType: true)
        : new(WireKind.StringEnum, name, $"{Json}StringEnumCodec<{name}>", IsValueType: true);

    public static TypeModel List(TypeModel item, bool nullable)
    {
        var (name, codec) = ItemOf(item, nullable);
        return new(WireKind.List, $"global::System.Collections.Generic.List<{name}>", $"{Json}ListCodec<{name}, {codec}>", false, item, nullable);
    }

    public static TypeModel Map(TypeModel item, bool nullable)
    {
        var (name, codec) = ItemOf(item, nullable);
        return new(WireKind.Map, $"global::System.Collections.Generic.Dictionary<string, {name}>", $"{Json}MapCodec<{name}, {codec}>", false, item, nullable);
    }

    /// <summary>The same list as a parameter takes it: any <c>IReadOnlyList&lt;T&gt;</c>.</summary>
    public static TypeModel ReadOnlyList(TypeModel list)
    {
        var (name, codec) = ItemOf(list.Item!, list.ItemNullable);
        return list with { Name = $"global::System.Collections.Generic.IReadOnlyList<{name}>", Codec = $"{Json}ReadOnlyListCodec<{name}, {codec}>" };
    }

    /// <summary>Name and codec of a type where it may be null.</summary>
    public static (string Name, string Codec) Nullable(TypeModel type) => type switch
    {
        { Kind: WireKind.Element } => (type.Name, type.Codec), // a JsonElement holds null itself
        { IsValueType: true } => (type.Name + "?", $"{Json}NullableCodec<{type.Name}, {type.Codec}>"),
        _ => (type.Name + "?", $"{Json}OrNullCodec<{type.Name}, {type.Codec}>"),
    };

    private static (string Name, string Codec) ItemOf(TypeModel item, bool nullable) => nullable ? Nullable(item) : (item.Name, item.Codec);

    private static TypeModel Plain(WireKind kind, string name, bool isValueType = true) => new(kind, name, $"{Json}{kind}Codec", isValueType);
}
