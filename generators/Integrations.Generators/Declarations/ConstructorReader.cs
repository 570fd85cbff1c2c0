using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Declarations;

/// <summary>Reads the constructor through which the user's part asks for services.</summary>
internal static class ConstructorReader
{
    /// <summary>
    /// The parameters of the primary constructor, else of the one with the most parameters; null where the user declared none.
    /// </summary>
    public static EquatableArray<ConstructorParameter>? Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        // This runs at every edit of any file: symbols of members are not made where the syntax tells that no constructor is.
        if (!IsDeclared(type, cancellationToken))
            return null;
        IMethodSymbol? chosen = null;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.IsImplicitlyDeclared)
                continue;
            if (IsPrimary(constructor, cancellationToken))
            {
                chosen = constructor;
                break;
            }
            if (chosen is null || constructor.Parameters.Length > chosen.Parameters.Length)
                chosen = constructor;
        }
        if (chosen is null)
            return null;
        var parameters = new ConstructorParameter[chosen.Parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = chosen.Parameters[i];
            parameters[i] = new ConstructorParameter(parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), Key(parameter));
        }
        return new EquatableArray<ConstructorParameter>(parameters);
    }

    private static bool IsDeclared(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax syntax)
                continue;
            if (syntax.ParameterList is not null)
                return true;
            foreach (var member in syntax.Members)
            {
                if (member is ConstructorDeclarationSyntax)
                    return true;
            }
        }
        return false;
    }

    private static bool IsPrimary(IMethodSymbol constructor, CancellationToken cancellationToken) =>
        constructor.DeclaringSyntaxReferences.Length > 0
        && constructor.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is TypeDeclarationSyntax;

    private static string? Key(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "FromKeyedServicesAttribute" } && attribute.ConstructorArguments.Length == 1)
                return AttributeExpression.Constant(attribute.ConstructorArguments[0]);
        }
        return null;
    }
}
