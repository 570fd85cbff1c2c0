using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Declarations;

/// <summary>Whether a class can get an emitted part. What is not emitted is reported; both ask here.</summary>
internal static class ClassShape
{
    /// <summary>Why no part can be emitted (<c>generic</c>, <c>nested in another type</c>, ...), or null.</summary>
    public static string? Obstacle(INamedTypeSymbol type)
    {
        if (type.IsRecord)
            return "a record";
        if (type.IsGenericType)
            return "generic";
        if (type.ContainingType is not null)
            return "nested in another type";
        if (type.IsStatic)
            return "static";
        if (type.IsAbstract)
            return "abstract";
        return type.IsFileLocal ? "file-local" : null;
    }

    /// <summary>Whether every part says <c>partial</c>.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax syntax && !syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
                return false;
        }
        return true;
    }
}
