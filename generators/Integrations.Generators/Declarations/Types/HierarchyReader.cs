using System.Globalization;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations.Types;

/// <summary>Reads <c>[JsonPolymorphic]</c> and <c>[JsonDerivedType]</c>.</summary>
internal static class HierarchyReader
{
    private const string DefaultProperty = "$type";

    /// <summary>How derived types are told apart, or null where there are none.</summary>
    public static UserHierarchy? Read(INamedTypeSymbol type, int naming, UserTypeScope scope)
    {
        var cases = new List<(int Depth, UserCase Case)>();
        foreach (var attribute in type.GetAttributes())
        {
            if (!JsonAttributes.Is(attribute, "JsonDerivedType") || attribute.ConstructorArguments.Length == 0)
                continue;
            if (attribute.ConstructorArguments[0].Value is not INamedTypeSymbol { TypeKind: not TypeKind.Error } derived || derived.IsUnboundGenericType || !Extends(derived, type))
            {
                scope.Report(DeclarationDescriptors.JsonType, type, type.Name, "has a [JsonDerivedType] that does not extend it", "name a closed class that does");
                continue;
            }
            if (!scope.Compilation.IsSymbolAccessibleWithin(derived, scope.Compilation.Assembly))
            {
                scope.Report(DeclarationDescriptors.JsonType, derived, derived.Name, "cannot be reached by emitted code", "make it internal or public");
                continue;
            }
            var value = attribute.ConstructorArguments.Length > 1 ? attribute.ConstructorArguments[1].Value : null;
            var itsNaming = scope.MarkOf(derived) ?? naming;
            if (scope.MarkOf(derived) is null)
                scope.Enqueue(derived, itsNaming);
            cases.Add((Depth(derived), new UserCase(
                TypeNames.Of(derived),
                CodecNames.Of(derived, itsNaming, scope).Codec,
                Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && value is not null ? text : null,
                value is string,
                SymbolEqualityComparer.Default.Equals(derived, type))));
        }
        if (cases.Count == 0)
            return null;
        var unknown = JsonAttributes.Named<int>(JsonAttributes.Find(type, "JsonPolymorphic"), "UnknownDerivedTypeHandling");
        // The nearest ancestor is the most derived that fits.
        var ordered = unknown == 2 ? cases.OrderByDescending(static c => c.Depth).Select(static c => c.Case) : cases.Select(static c => c.Case);
        return new UserHierarchy(
            PropertyOf(type),
            EquatableArray.From(ordered),
            unknown,
            JsonAttributes.Named<bool>(JsonAttributes.Find(type, "JsonPolymorphic"), "IgnoreUnrecognizedTypeDiscriminators"));
    }

    /// <summary>The property that tells a type within the hierarchy that it belongs to; null where it belongs to none.</summary>
    public static string? DiscriminatorOf(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (JsonAttributes.Has(current, "JsonDerivedType"))
                return PropertyOf(current);
        }
        foreach (var contract in type.AllInterfaces)
        {
            if (JsonAttributes.Has(contract, "JsonDerivedType"))
                return PropertyOf(contract);
        }
        return null;
    }

    private static string PropertyOf(INamedTypeSymbol type) =>
        JsonAttributes.Named<string>(JsonAttributes.Find(type, "JsonPolymorphic"), "TypeDiscriminatorPropertyName") ?? DefaultProperty;

    private static bool Extends(INamedTypeSymbol derived, INamedTypeSymbol type)
    {
        for (var current = derived; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
                return true;
        }
        foreach (var contract in derived.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(contract, type))
                return true;
        }
        return false;
    }

    private static int Depth(INamedTypeSymbol type) => type.BaseType is null ? 0 : 1 + Depth(type.BaseType);
}
