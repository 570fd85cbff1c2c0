using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations.Types;

/// <summary>What kind of collection a type is.</summary>
internal static class CollectionReader
{
    private const string Json = "global::Integrations.Json.";

    /// <summary>A collection: name and codec as formats, what its keys are, what its items are.</summary>
    internal readonly record struct Shape(string Name, string Codec, ITypeSymbol? Key, ITypeSymbol Item);

    /// <summary>The collection that a type is, or null.</summary>
    public static Shape? Of(INamedTypeSymbol type, string name)
    {
        var known = type.TypeArguments.Length is 1 or 2 && type.ContainingType is null ? Known(type) : null;
        return known ?? (type.TypeKind is TypeKind.Class or TypeKind.Struct ? Constructible(type, name) : null);
    }

    /// <summary>What a type that can be enumerated gives, or null.</summary>
    public static ITypeSymbol? ItemOf(INamedTypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            return type.TypeArguments[0];
        foreach (var contract in type.AllInterfaces)
        {
            if (contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                return contract.TypeArguments[0];
            if (contract.SpecialType == SpecialType.System_Collections_IEnumerable && type.AllInterfaces.Length == 1)
                return type;
        }
        return type.SpecialType == SpecialType.System_Collections_IEnumerable ? type : null;
    }

    private static Shape? Known(INamedTypeSymbol type)
    {
        var ns = SymbolNames.Of(type.ContainingNamespace);
        if (ns is not ("System.Collections.Generic" or "System.Collections.Immutable" or "System.Collections.ObjectModel" or "System.Collections.Concurrent"))
            return null;
        var full = $"global::{ns}.{type.Name}";
        if (type.TypeArguments.Length == 2)
        {
            var map = full + "<{0}, {2}>";
            var kind = type.Name switch
            {
                "Dictionary" or "SortedDictionary" or "SortedList" or "ConcurrentDictionary" => "DictionaryCodec",
                "IDictionary" or "IReadOnlyDictionary" => "DictionaryInterfaceCodec",
                "ImmutableDictionary" or "IImmutableDictionary" => "ImmutableDictionaryCodec",
                _ => null,
            };
            return kind is null ? null : new Shape(map, $"{Json}{kind}<{map}, {{0}}, {{1}}, {{2}}, {{3}}>", type.TypeArguments[0], type.TypeArguments[1]);
        }
        var list = full + "<{0}>";
        var codec = type.Name switch
        {
            "List" => "ListCodec<{0}, {1}>",
            "IReadOnlyList" => "ReadOnlyListCodec<{0}, {1}>",
            "IEnumerable" or "ICollection" or "IList" or "IReadOnlyCollection" => $"SequenceCodec<{list}, {{0}}, {{1}}>",
            "ISet" or "IReadOnlySet" => $"SetCodec<{list}, {{0}}, {{1}}>",
            "HashSet" or "SortedSet" or "LinkedList" or "Collection" or "ObservableCollection" => $"CollectionCodec<{list}, {{0}}, {{1}}>",
            "ImmutableArray" => "ImmutableArrayCodec<{0}, {1}>",
            "ImmutableList" or "IImmutableList" => $"ImmutableListCodec<{list}, {{0}}, {{1}}>",
            "ImmutableHashSet" or "IImmutableSet" => $"ImmutableSetCodec<{list}, {{0}}, {{1}}>",
            _ => null,
        };
        return codec is null ? null : new Shape(list, Json + codec, null, type.TypeArguments[0]);
    }

    // A user's own collection: made by its constructor, then added to.
    private static Shape? Constructible(INamedTypeSymbol type, string name)
    {
        if (type.IsAbstract || !HasConstructor(type))
            return null;
        foreach (var contract in type.AllInterfaces)
        {
            if (contract is { Name: "IDictionary", TypeArguments.Length: 2 } && SymbolNames.Of(contract.ContainingNamespace) == "System.Collections.Generic")
                return new Shape(name, $"{Json}DictionaryCodec<{name}, {{0}}, {{1}}, {{2}}, {{3}}>", contract.TypeArguments[0], contract.TypeArguments[1]);
        }
        foreach (var contract in type.AllInterfaces)
        {
            if (contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_ICollection_T)
                return new Shape(name, $"{Json}CollectionCodec<{name}, {{0}}, {{1}}>", null, contract.TypeArguments[0]);
        }
        return null;
    }

    private static bool HasConstructor(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.Parameters.Length == 0 && constructor.DeclaredAccessibility == Accessibility.Public)
                return true;
        }
        return type.TypeKind == TypeKind.Struct;
    }
}
