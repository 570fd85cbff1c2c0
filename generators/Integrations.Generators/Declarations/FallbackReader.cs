using System.Globalization;
using Integrations.Generators.Declarations.Types;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Declarations;

/// <summary>Reads <c>[Fallback]</c> and the methods that it may mean. Types of documents do not bind here: their names are kept as they are written.</summary>
internal static class FallbackReader
{
    /// <summary>Method and operation as they are written; null where either is missing or in error.</summary>
    public static (string Method, string Operation)? Arguments(AttributeData attribute)
    {
        if (attribute.ConstructorArguments.Length == 0 || attribute.ConstructorArguments[0] is not { Kind: TypedConstantKind.Primitive, Value: string method })
            return null;
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "Operation", Value: { Kind: TypedConstantKind.Primitive, Value: string operation } })
                return (method, operation);
        }
        return null;
    }

    /// <summary>What it says; null where something is missing.</summary>
    public static FallbackDeclaration? Read(AttributeData attribute, INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        if (Arguments(attribute) is not { } arguments)
            return null;
        var candidates = new List<FallbackMethod>();
        foreach (var member in type.GetMembers(arguments.Method))
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
                candidates.Add(Method(method, compilation, cancellationToken));
        }
        return new FallbackDeclaration(arguments.Operation, TypeNames.Identifier(arguments.Method), EquatableArray.From(candidates));
    }

    private static FallbackMethod Method(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken)
    {
        var syntax = method.DeclaringSyntaxReferences.Length > 0 ? method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) as MethodDeclarationSyntax : null;
        var rest = method.Parameters.Length;
        var token = rest > 0 && Is(method.Parameters[rest - 1].Type, "System.Threading.CancellationToken");
        rest -= token ? 1 : 0;
        var exception = rest > 0 && (Is(method.Parameters[rest - 1].Type, "System.Exception") || Is(method.Parameters[rest - 1].Type, "Integrations.IntegrationException"));
        rest -= exception ? 1 : 0;
        var arguments = new FallbackType[rest];
        for (var i = 0; i < rest; i++)
            arguments[i] = Type(method.Parameters[i].Type, i < syntax?.ParameterList.Parameters.Count ? syntax.ParameterList.Parameters[i].Type : null);

        var plain = !method.IsGenericMethod && !method.ReturnsByRef && !method.ReturnsByRefReadonly;
        foreach (var parameter in method.Parameters)
            plain &= parameter.RefKind == RefKind.None;
        var (kind, result) = Result(method.ReturnType);
        return new FallbackMethod(kind, result is null ? null : Type(result, syntax?.ReturnType), new(arguments), exception, token, plain);

        FallbackType Type(ITypeSymbol symbol, TypeSyntax? written) => new(
            Format(symbol, new int[1]),
            EquatableArray.From(written is null ? [] : Names(written, compilation, cancellationToken)));
    }

    private static (FallbackReturn Kind, ITypeSymbol? Result) Result(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Void)
            return (FallbackReturn.Value, null);
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 or 1 } named && SymbolNames.Of(named.ContainingNamespace) == "System.Threading.Tasks")
            return (named.Name == "Task" ? FallbackReturn.Task : FallbackReturn.ValueTask, named.Arity == 0 ? null : named.TypeArguments[0]);
        return (FallbackReturn.Value, type);
    }

    private static bool Is(ITypeSymbol type, string name) => type is INamedTypeSymbol { ContainingType: null, TypeKind: not TypeKind.Error } named && SymbolNames.Of(named) == name;

    // An error type that may be null arrives as a Nullable of it, whatever it will be.
    private static string Format(ITypeSymbol type, int[] names)
    {
        switch (type)
        {
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                return Format(nullable.TypeArguments[0], names) + "?";
            case IErrorTypeSymbol { Arity: 0 }:
                return "{" + (names[0]++).ToString(CultureInfo.InvariantCulture) + "}";
            case IArrayTypeSymbol { Rank: 1 } array:
                return Format(array.ElementType, names) + "[]";
            case INamedTypeSymbol { Arity: > 0, ContainingType: null, IsTupleType: false } generic:
                var arguments = new string[generic.Arity];
                for (var i = 0; i < arguments.Length; i++)
                    arguments[i] = Format(generic.TypeArguments[i], names);
                return "global::" + SymbolNames.Of(generic) + "<" + string.Join(", ", arguments) + ">" + (generic.NullableAnnotation == NullableAnnotation.Annotated ? "?" : "");
            default:
                // A brace in a name would be taken for a name that does not bind.
                return type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace("{", "").Replace("}", "") + (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated ? "?" : "");
        }
    }

    private static List<PendingType> Names(TypeSyntax written, Compilation compilation, CancellationToken cancellationToken)
    {
        var names = new List<PendingType>();
        var model = compilation.GetSemanticModel(written.SyntaxTree);
        foreach (var node in written.DescendantNodesAndSelf(static n => n is not (QualifiedNameSyntax or AliasQualifiedNameSyntax)))
        {
            if (node is NameSyntax and not GenericNameSyntax && model.GetTypeInfo(node, cancellationToken).Type is { TypeKind: TypeKind.Error })
                names.Add(UsingNames.Of((NameSyntax)node, compilation, cancellationToken));
        }
        return names;
    }
}
