using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations.Types;

/// <summary>Reads a C# enum.</summary>
internal static class EnumReader
{
    /// <summary>The enum with its names.</summary>
    public static UserEnumModel Read(INamedTypeSymbol type, int naming, UserTypeScope scope)
    {
        var members = new List<(ulong Value, UserEnumMember Member)>();
        foreach (var symbol in type.GetMembers())
        {
            if (symbol is not IFieldSymbol { HasConstantValue: true, ConstantValue: { } constant } field)
                continue;
            var wire = JsonAttributes.Positional<string>(JsonAttributes.Find(field, "JsonStringEnumMemberName")) ?? field.Name;
            members.Add((Bits(constant), new UserEnumMember(TypeNames.Identifier(field.Name), wire)));
        }
        // LINQ's ordering is stable, List.Sort is not.
        var ordered = members.OrderBy(static m => m.Value).Select(static m => m.Member);
        var (codec, home) = CodecNames.Of(type, naming, scope);
        return new UserEnumModel(TypeNames.Of(type), codec, type.Name, home, IsText(type), Number(type), IsFlags(type), EquatableArray.From(ordered));
    }

    /// <summary>Whether the enum itself says that it travels as its names.</summary>
    public static bool IsText(ISymbol symbol) =>
        JsonAttributes.Positional<INamedTypeSymbol>(JsonAttributes.Find(symbol, "JsonConverter")) is { Name: "JsonStringEnumConverter" } converter && JsonAttributes.IsSerialization(converter);

    /// <summary>The keyword of the integer under an enum.</summary>
    public static string Number(INamedTypeSymbol type) => type.EnumUnderlyingType?.SpecialType switch
    {
        SpecialType.System_Byte => "byte",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        _ => "int",
    };

    private static bool IsFlags(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }
        return false;
    }

    private static ulong Bits(object constant) => constant switch
    {
        byte value => value,
        sbyte value => unchecked((byte)value),
        short value => unchecked((ushort)value),
        ushort value => value,
        int value => unchecked((uint)value),
        uint value => value,
        long value => unchecked((ulong)value),
        ulong value => value,
        _ => 0,
    };
}
