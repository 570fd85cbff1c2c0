using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations.Types;

/// <summary>.NET's scalars, each with the codec that writes it as System.Text.Json does.</summary>
internal static class ScalarUses
{
    private const string Json = "global::Integrations.Json.";
    private const int WriteAsString = 2; // of JsonNumberHandling
    private const int NamedFloats = 4;

    /// <summary>A type that is made of no other.</summary>
    public static TypeUse Plain(string name, string codec, bool isValueType) => new(name, codec, isValueType, false, EquatableArray<TypeUse>.Empty);

    /// <summary>The scalar that a type is, or null.</summary>
    public static TypeUse? Of(INamedTypeSymbol type, int numbers)
    {
        if (Number(type) is { } number)
            return Handled(number, numbers);
        var (name, codec) = type.SpecialType switch
        {
            SpecialType.System_String => ("string", "StringCodec"),
            SpecialType.System_Boolean => ("bool", "BooleanCodec"),
            SpecialType.System_Char => ("char", "CharCodec"),
            SpecialType.System_DateTime => ("global::System.DateTime", "DateTimeCodec"),
            _ => Named(type),
        };
        return codec.Length == 0 ? null : Plain(name, Json + codec, type.IsValueType);
    }

    /// <summary>Whether a value of the type, as text, can be the name of an entry.</summary>
    public static bool IsKey(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 => true,
        _ => type.Name is "Guid" or "Int128" or "UInt128" && IsIn(type, "System"),
    };

    private static TypeUse? Number(INamedTypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int32 => Plain("int", Json + "Int32Codec", true),
        SpecialType.System_Int64 => Plain("long", Json + "Int64Codec", true),
        SpecialType.System_UInt64 => Plain("ulong", Json + "UInt64Codec", true),
        SpecialType.System_Byte => Integer("byte"),
        SpecialType.System_SByte => Integer("sbyte"),
        SpecialType.System_Int16 => Integer("short"),
        SpecialType.System_UInt16 => Integer("ushort"),
        SpecialType.System_UInt32 => Integer("uint"),
        SpecialType.System_Single => Plain("float", Json + "SingleCodec", true),
        SpecialType.System_Double => Plain("double", Json + "DoubleCodec", true),
        SpecialType.System_Decimal => Plain("decimal", Json + "DecimalCodec", true),
        _ when !type.IsValueType => null,
        _ => (type.Name, type.ContainingNamespace) switch
        {
            ("Half", _) when IsIn(type, "System") => Plain("global::System.Half", Json + "HalfCodec", true),
            ("Int128", _) when IsIn(type, "System") => Integer("global::System.Int128"),
            ("UInt128", _) when IsIn(type, "System") => Integer("global::System.UInt128"),
            ("BigInteger", _) when IsIn(type, "System.Numerics") => Plain("global::System.Numerics.BigInteger", Json + "BigIntegerCodec", true),
            _ => null,
        },
    };

    private static (string Name, string Codec) Named(INamedTypeSymbol type)
    {
        var codec = type.Name switch
        {
            "DateTimeOffset" => "DateTimeWithOffsetCodec",
            "DateOnly" => "DateOnlyCodec",
            "TimeOnly" => "TimeOfDayCodec",
            "TimeSpan" => "DurationCodec",
            "Guid" => "GuidCodec",
            "Uri" => "UriCodec",
            "Version" => "VersionCodec",
            _ => "",
        };
        if (codec.Length > 0)
            return IsIn(type, "System") ? ("global::System." + type.Name, codec) : ("", "");
        return type.Name switch
        {
            "JsonElement" when IsIn(type, "System.Text.Json") => ("global::System.Text.Json.JsonElement", "ElementCodec"),
            "JsonDocument" when IsIn(type, "System.Text.Json") => ("global::System.Text.Json.JsonDocument", "DocumentCodec"),
            "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue" when IsIn(type, "System.Text.Json.Nodes") =>
                ("global::System.Text.Json.Nodes." + type.Name, $"NodeCodec<global::System.Text.Json.Nodes.{type.Name}>"),
            _ => ("", ""),
        };
    }

    private static TypeUse Handled(TypeUse number, int handling)
    {
        if ((handling & WriteAsString) != 0)
            number = number with { Codec = $"{Json}QuotedCodec<{number.Name}, {number.Codec}>" };
        if ((handling & NamedFloats) != 0 && number.Name is ("float" or "double" or "global::System.Half"))
            number = number with { Codec = $"{Json}NamedFloatCodec<{number.Name}, {number.Codec}>" };
        return number;
    }

    private static TypeUse Integer(string name) => Plain(name, $"{Json}IntegerCodec<{name}>", true);

    private static bool IsIn(ITypeSymbol type, string ns) => type.ContainingType is null && SymbolNames.Of(type.ContainingNamespace) == ns;
}
