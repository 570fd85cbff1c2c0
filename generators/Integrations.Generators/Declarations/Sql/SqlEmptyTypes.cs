using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Declarations.Sql;

/// <summary>Partial types that are declared without members, to get them from a statement's columns. The generator never sees what it emits for them.</summary>
internal static class SqlEmptyTypes
{
    /// <summary>The type; null where it is another, which is read as it is.</summary>
    public static SqlEmptyTypeModel? Of(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Of(nullable.TypeArguments[0]);
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, Arity: 0, ContainingType: null, IsAbstract: false, IsStatic: false } named || named.DeclaringSyntaxReferences.Length == 0
            || named.BaseType is not { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType })
        {
            return null;
        }
        foreach (var reference in named.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax { ParameterList: null, Members.Count: 0 } syntax || !syntax.Modifiers.Any(static m => m.ValueText == "partial"))
                return null;
        }
        var keyword = (named.IsRecord, named.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            _ => "class",
        };
        return new SqlEmptyTypeModel(SymbolNames.Of(named.ContainingNamespace), named.Name, keyword);
    }
}
