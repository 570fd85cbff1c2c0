using System.Globalization;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Declarations.Types;

/// <summary>Chooses the constructor by which a type is made, by the rules of System.Text.Json.</summary>
internal static class ConstructionReader
{
    /// <summary>
    /// The constructor with <c>[JsonConstructor]</c>; else, of a struct, the one without parameters; else the public one without parameters;
    /// else the only public one. Null where there is none of these, which is reported.
    /// </summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type, bool getsPart, UserTypeScope scope)
    {
        IMethodSymbol? marked = null;
        IMethodSymbol? empty = null;
        IMethodSymbol? only = null;
        var open = 0;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (JsonAttributes.Has(constructor, "JsonConstructor"))
            {
                if (marked is not null)
                    scope.Report(DeclarationDescriptors.JsonType, type, type.Name, "has two constructors with [JsonConstructor]", "keep one");
                marked = constructor;
            }
            if (constructor.Parameters.Length == 0 && (constructor.DeclaredAccessibility == Accessibility.Public || type.IsValueType))
                empty = constructor;
            else if (constructor.DeclaredAccessibility == Accessibility.Public)
                (only, open) = (constructor, open + 1);
        }
        var chosen = marked ?? empty ?? (open == 1 ? only : null);
        if (chosen is null)
        {
            scope.Report(DeclarationDescriptors.JsonType, type, type.Name, open == 0 ? "has no public constructor" : "has several constructors", "put [JsonConstructor] on the one that reading calls");
            return null;
        }
        var reachable = scope.Compilation.IsSymbolAccessibleWithin(chosen, getsPart ? type : scope.Compilation.Assembly);
        if (!reachable)
        {
            scope.Report(DeclarationDescriptors.JsonType, chosen.IsImplicitlyDeclared ? type : chosen, type.Name, "has a constructor that emitted code cannot reach", "make it internal or public, or the type partial and marked");
            return null;
        }
        return chosen;
    }

    /// <summary>Whether the constructor says that it sets what is required.</summary>
    public static bool SetsRequired(IMethodSymbol constructor)
    {
        foreach (var attribute in constructor.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "SetsRequiredMembersAttribute" })
                return true;
        }
        return false;
    }

    /// <summary>Whether the constructor has no body.</summary>
    public static bool HasNoBody(IMethodSymbol constructor, CancellationToken cancellationToken) =>
        constructor.IsImplicitlyDeclared
        || (constructor.DeclaringSyntaxReferences.Length == 1 && constructor.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is TypeDeclarationSyntax);

    /// <summary>The member that a parameter is for: of its name, whatever the case, and of its type.</summary>
    public static ISymbol? MemberOf(IParameterSymbol parameter, IReadOnlyList<ISymbol> members)
    {
        foreach (var member in members)
        {
            if (string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                && SymbolEqualityComparer.Default.Equals(MemberReader.TypeOf(member), parameter.Type))
                return member;
        }
        return null;
    }

    /// <summary>The default of a parameter as C#; null where it has none.</summary>
    public static string? Default(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
            return null;
        if (parameter.ExplicitDefaultValue is not { } value)
            return "default!";
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : parameter.Type;
        if (type.TypeKind == TypeKind.Enum)
            return $"({TypeNames.Of(type)})({Convert.ToString(value, CultureInfo.InvariantCulture)})";
        return value is decimal number ? number.ToString(CultureInfo.InvariantCulture) + "M" : AttributeExpression.Primitive(value);
    }
}
