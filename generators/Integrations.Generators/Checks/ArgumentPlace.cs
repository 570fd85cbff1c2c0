using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Checks;

/// <summary>Where the arguments of an attribute stand.</summary>
internal static class ArgumentPlace
{
    /// <summary>The attribute itself; the class where it has no syntax.</summary>
    public static PlaceModel Of(AttributeData attribute, INamedTypeSymbol type, CancellationToken cancellationToken) =>
        Place(attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken)) ?? Of(type);

    /// <summary>The class.</summary>
    public static PlaceModel Of(INamedTypeSymbol type) => DeclarationProblems.Place(type.Locations[0]);

    /// <summary>The first positional argument, else the attribute.</summary>
    public static PlaceModel Positional(AttributeData attribute, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var argument in Arguments(attribute, cancellationToken))
        {
            if (argument.NameEquals is null)
                return Place(argument.Expression)!;
        }
        return Of(attribute, type, cancellationToken);
    }

    /// <summary>A named argument's value, else the attribute.</summary>
    public static PlaceModel Named(AttributeData attribute, string name, INamedTypeSymbol type, CancellationToken cancellationToken) =>
        Place(Find(attribute, name, cancellationToken)) ?? Of(attribute, type, cancellationToken);

    /// <summary>An element of a named argument that is an array, else the argument.</summary>
    public static PlaceModel Element(AttributeData attribute, string name, int index, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var expression = Find(attribute, name, cancellationToken);
        SyntaxNode? element = expression switch
        {
            CollectionExpressionSyntax collection when index < collection.Elements.Count => collection.Elements[index],
            ImplicitArrayCreationExpressionSyntax array when index < array.Initializer.Expressions.Count => array.Initializer.Expressions[index],
            ArrayCreationExpressionSyntax { Initializer: { } initializer } when index < initializer.Expressions.Count => initializer.Expressions[index],
            _ => expression,
        };
        return Place(element) ?? Of(attribute, type, cancellationToken);
    }

    private static PlaceModel? Place(SyntaxNode? node) => node is null ? null : DeclarationProblems.Place(node.GetLocation());

    private static ExpressionSyntax? Find(AttributeData attribute, string name, CancellationToken cancellationToken)
    {
        foreach (var argument in Arguments(attribute, cancellationToken))
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == name)
                return argument.Expression;
        }
        return null;
    }

    private static SeparatedSyntaxList<AttributeArgumentSyntax> Arguments(AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList: { } list } ? list.Arguments : default;
}
