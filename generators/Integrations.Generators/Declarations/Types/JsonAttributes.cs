using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations.Types;

/// <summary>The attributes of System.Text.Json on a symbol.</summary>
internal static class JsonAttributes
{
    /// <summary>The attribute of a name (without <c>Attribute</c>), or null.</summary>
    public static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Is(attribute, name))
                return attribute;
        }
        return null;
    }

    /// <summary>Whether the symbol has it.</summary>
    public static bool Has(ISymbol symbol, string name) => Find(symbol, name) is not null;

    /// <summary>Whether an attribute is it.</summary>
    public static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name.Length == name.Length + 9 && type.Name.StartsWith(name, StringComparison.Ordinal) && IsSerialization(type);

    /// <summary>Whether a type is System.Text.Json's own, in its namespace of attributes and converters.</summary>
    public static bool IsSerialization(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "Serialization", ContainingNamespace: { Name: "Json", ContainingNamespace: { Name: "Text", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    /// <summary>The first positional argument of a kind, or a default.</summary>
    public static T? Positional<T>(AttributeData? attribute) =>
        attribute is not null && attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0] is { Kind: not TypedConstantKind.Array, Value: T value } ? value : default;

    /// <summary>A named argument of a kind, or a default.</summary>
    public static T? Named<T>(AttributeData? attribute, string name)
    {
        if (attribute is not null)
        {
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array && argument.Value.Value is T value)
                    return value;
            }
        }
        return default;
    }
}
