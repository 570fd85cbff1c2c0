using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations.Types;

/// <summary>Reads <c>[JsonConverter]</c>: a converter of a user's own is called as System.Text.Json would.</summary>
internal static class ConverterReader
{
    private const string Json = "global::Integrations.Json.";

    /// <summary>How the converter on a symbol (a member or a type) reads and writes a type; null where there is none, or it cannot be used.</summary>
    /// <param name="symbol">What the attribute stands on.</param>
    /// <param name="type">The type.</param>
    /// <param name="scope">What the reading shares.</param>
    /// <param name="member">Where a mistake is reported.</param>
    /// <param name="failed">Whether there is one that cannot be used; it is reported.</param>
    public static TypeUse? Of(ISymbol symbol, ITypeSymbol type, UserTypeScope scope, ISymbol member, out bool failed)
    {
        failed = false;
        if (Attribute(symbol) is not { } attribute || EnumReader.IsText(symbol))
            return null;
        failed = true;
        var name = PendingNames.NameOf(member);
        if (!JsonAttributes.Is(attribute, "JsonConverter") || JsonAttributes.Positional<INamedTypeSymbol>(attribute) is not { TypeKind: not TypeKind.Error } converter)
        {
            scope.Report(DeclarationDescriptors.JsonMember, member, name, $"has an attribute [{attribute.AttributeClass?.Name}] that makes its converter when the program runs", "use [JsonConverter(typeof(...))]");
            return null;
        }
        if (!scope.Compilation.IsSymbolAccessibleWithin(converter, scope.Compilation.Assembly) || converter.IsAbstract || converter.IsUnboundGenericType || !IsConstructible(converter))
        {
            scope.Report(DeclarationDescriptors.JsonMember, member, name, $"has the converter {converter.Name}, which emitted code cannot make", "give it a public constructor without parameters, make it internal or public, and close it where it is generic");
            return null;
        }
        failed = false;
        var full = TypeNames.Of(type);
        var inner = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : null;
        for (var current = converter.BaseType; current is not null; current = current.BaseType)
        {
            if (!JsonAttributes.IsSerialization(current))
                continue;
            if (current.Name == "JsonConverterFactory" && inner is null)
                return ScalarUses.Plain(full, $"{Json}ConverterFactoryCodec<{full}, {TypeNames.Of(converter)}>", type.IsValueType);
            if (current is { Name: "JsonConverter", TypeArguments.Length: 1 })
            {
                var target = current.TypeArguments[0];
                if (SymbolEqualityComparer.Default.Equals(target, type))
                    return ScalarUses.Plain(full, $"{Json}ConverterCodec<{full}, {TypeNames.Of(converter)}>", type.IsValueType);
                // Of a nullable struct, null never reaches the converter of the struct.
                if (inner is not null && SymbolEqualityComparer.Default.Equals(target, inner))
                    return ScalarUses.Plain(TypeNames.Of(inner), $"{Json}ConverterCodec<{TypeNames.Of(inner)}, {TypeNames.Of(converter)}>", true) with { IsNullable = true };
                break;
            }
        }
        failed = true;
        scope.Report(DeclarationDescriptors.JsonMember, member, name, $"has the converter {converter.Name}, which is for another type", $"use a converter of that very type");
        return null;
    }

    /// <summary>Whether a symbol says by what it is converted.</summary>
    public static bool Has(ISymbol symbol) => Attribute(symbol) is not null;

    private static AttributeData? Attribute(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            for (var current = attribute.AttributeClass; current is not null; current = current.BaseType)
            {
                if (current.Name == "JsonConverterAttribute" && JsonAttributes.IsSerialization(current))
                    return attribute;
            }
        }
        return null;
    }

    private static bool IsConstructible(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.Parameters.Length == 0 && constructor.DeclaredAccessibility == Accessibility.Public)
                return true;
        }
        return false;
    }
}
