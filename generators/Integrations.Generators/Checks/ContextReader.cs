using System.Collections.Immutable;
using Integrations.Generators.Declarations.Types;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Checks;

/// <summary>Reads the types in <c>[JsonSerializable]</c> that do not bind: an emitted model is an error type to its own generator.</summary>
internal static class ContextReader
{
    /// <summary>The names of one class, as written or as their alias says, without type arguments.</summary>
    public static EquatableArray<PlacedText> Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var names = new List<PlacedText>();
        foreach (var attribute in context.Attributes)
        {
            if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax { ArgumentList: { } arguments })
                continue;
            foreach (var argument in arguments.Arguments)
            {
                if (argument is { NameEquals: null, Expression: TypeOfExpressionSyntax type })
                    Add(names, type.Type, context.SemanticModel, cancellationToken);
            }
        }
        return EquatableArray.From(names);
    }

    /// <summary>Those of all classes.</summary>
    public static EquatableArray<PlacedText> Together(ImmutableArray<EquatableArray<PlacedText>> all)
    {
        var names = new List<PlacedText>();
        foreach (var some in all)
            names.AddRange(some);
        return EquatableArray.From(names);
    }

    // The model may be an argument of another type: List<Product>, Product[].
    private static void Add(List<PlacedText> names, TypeSyntax type, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in type.DescendantNodesAndSelf(static n => n is not (QualifiedNameSyntax or AliasQualifiedNameSyntax)))
        {
            if (node is not NameSyntax name || name is GenericNameSyntax || model.GetTypeInfo(name, cancellationToken).Type is not { TypeKind: TypeKind.Error })
                continue;
            names.Add(new PlacedText(UsingNames.Alias(name) ?? UsingNames.Text(name), DeclarationProblems.Place(name.GetLocation())));
        }
    }
}
