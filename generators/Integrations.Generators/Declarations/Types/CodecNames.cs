using System.Text;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Integrations.Generators.Declarations.Types;

/// <summary>What the codec of a user's type is called, and where it is emitted. Depends on nothing but the type and its marks.</summary>
internal static class CodecNames
{
    /// <summary>The codec's name within a partial type.</summary>
    public const string Nested = "JsonCodec";

    /// <summary>The codec, fully qualified, and its home.</summary>
    public static (string Codec, UserTypeHome Home) Of(INamedTypeSymbol type, int naming, UserTypeScope scope)
    {
        if (GetsPart(type, scope))
        {
            var parts = new List<string>();
            for (var current = type; current is not null; current = current.ContainingType)
                parts.Insert(0, Part(current));
            return (TypeNames.Of(type) + "." + Nested, new UserTypeHome(TypeNames.Namespace(type.ContainingNamespace), EquatableArray.From(parts), Nested, Hides(type, scope)));
        }
        var own = scope.IsOwn(type);
        var ns = own ? TypeNames.Namespace(type.ContainingNamespace) : IntegrationNames.ToNamespace(scope.Compilation.AssemblyName ?? "") + ".JsonCodecs";
        var name = new StringBuilder();
        if (!own)
            name.Append(SymbolNames.Of(type.ContainingNamespace).Replace('.', '_')).Append('_');
        AppendName(name, type);
        name.Append(JsonNaming.Suffix(naming)).Append("JsonCodec");
        var home = new UserTypeHome(ns, EquatableArray<string>.Empty, name.ToString(), false);
        return ((ns.Length == 0 ? "global::" : "global::" + ns + ".") + home.CodecName, home);
    }

    /// <summary>Whether the type itself implements <c>IJsonModel</c>: marked, partial, and so is all around it.</summary>
    public static bool GetsPart(INamedTypeSymbol type, UserTypeScope scope)
    {
        if (!scope.IsOwn(type) || type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || scope.MarkOf(type) is null)
            return false;
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType || current.IsFileLocal || !ClassShape.IsPartial(current, scope.CancellationToken))
                return false;
        }
        return true;
    }

    private static bool Hides(INamedTypeSymbol type, UserTypeScope scope)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (GetsPart(current, scope))
                return true;
        }
        return false;
    }

    private static string Part(INamedTypeSymbol type)
    {
        var kind = (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            (_, TypeKind.Interface) => "interface",
            _ => "class",
        };
        return $"partial {kind} {TypeNames.Identifier(type.Name)}";
    }

    // Envelope<Order> is EnvelopeOfOrder; where names without their namespaces could mean two types, a hash parts them.
    private static void AppendName(StringBuilder text, INamedTypeSymbol type)
    {
        if (type.ContainingType is { } container)
        {
            AppendName(text, container);
            text.Append('_');
        }
        text.Append(type.Name);
        if (type.TypeArguments.Length == 0)
            return;
        for (var i = 0; i < type.TypeArguments.Length; i++)
            text.Append(i == 0 ? "Of" : "And").Append(type.TypeArguments[i].Name);
        if (!type.TypeArguments.All(a => IsPlain(a, type)))
            text.Append('_').Append(Binding.CSharpName.Hash(TypeNames.Of(type)).Substring(0, 4)).Append('_');
    }

    private static bool IsPlain(ITypeSymbol argument, INamedTypeSymbol type) =>
        argument.NullableAnnotation != NullableAnnotation.Annotated
        && argument is INamedTypeSymbol { IsGenericType: false, ContainingType: null }
        && (argument.SpecialType != SpecialType.None || SymbolEqualityComparer.Default.Equals(argument.ContainingNamespace, type.ContainingNamespace));
}

/// <summary>Types as emitted code names them.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayFormat.FullyQualifiedFormat.MiscellaneousOptions | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A type, fully qualified, closed; nullable only within.</summary>
    public static string Of(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(s_format);

    /// <summary>A namespace, its parts escaped where they are keywords; empty for the global one.</summary>
    public static string Namespace(INamespaceSymbol symbol) => string.Join(".", SymbolNames.Of(symbol).Split('.').Select(Identifier));

    /// <summary>A name that may be a keyword.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
