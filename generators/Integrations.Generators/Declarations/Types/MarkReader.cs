using Integrations.Generators.Checks;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations.Types;

/// <summary>Reads what <c>[JsonModel]</c> marks: a type that it stands on, or those that the assembly's name.</summary>
internal static class MarkReader
{
    /// <summary>For each type what is emitted, which knows no places, and what is wrong, which does.</summary>
    public static EquatableArray<MarkedType> Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var marked = new List<MarkedType>();
        foreach (var attribute in context.Attributes)
        {
            var place = attribute.ApplicationSyntaxReference is { } reference ? DeclarationProblems.Place(reference.GetSyntax(cancellationToken).GetLocation()) : null;
            if (place is null)
                continue;
            var argument = JsonAttributes.Positional<ITypeSymbol>(attribute);
            var target = context.TargetSymbol as INamedTypeSymbol ?? argument;
            if (target is IErrorTypeSymbol or null)
                continue; // the compiler says so, or there is nothing to mark
            marked.Add(Read(target, UserTypeScope.NamingOf(attribute), context.TargetSymbol is INamedTypeSymbol, new UserTypeScope(context.SemanticModel.Compilation, place, cancellationToken)));
        }
        return EquatableArray.From(marked);
    }

    /// <summary>Reads a type and what it reaches. Other declarations that a type crosses a boundary of call this too.</summary>
    public static MarkedType Read(ITypeSymbol target, int naming, bool standsOnIt, UserTypeScope scope)
    {
        if (target is not INamedTypeSymbol type || Obstacle(type, scope) is not null)
        {
            var (what, remedy) = target is INamedTypeSymbol named ? Obstacle(named, scope)!.Value : ("is no class, struct, interface or enum", "mark the type of its items");
            scope.Problems.Add(DeclarationProblems.Of(DeclarationDescriptors.JsonType, standsOnIt ? ArgumentPlace.Of((INamedTypeSymbol)target) : scope.Mark, target.Name, what, remedy));
        }
        else
        {
            if (standsOnIt && type.TypeKind != TypeKind.Enum && ClassShape.IsPartial(type, scope.CancellationToken) && type.TypeKind != TypeKind.Interface && !CodecNames.GetsPart(type, scope))
                scope.Report(DeclarationDescriptors.JsonType, type, type.Name, "is partial, but a type around it is not", "make that partial too, or this not");
            scope.Enqueue(type, naming);
            scope.ReadAll();
        }
        return new MarkedType(
            new UserTypeSet(EquatableArray.From(scope.Types)),
            new UserTypeCheck(EquatableArray.From(scope.Problems), EquatableArray.From(scope.Pending)));
    }

    private static (string What, string Remedy)? Obstacle(INamedTypeSymbol type, UserTypeScope scope)
    {
        if (type.IsUnboundGenericType || type.TypeArguments.Any(static a => a.TypeKind == TypeKind.TypeParameter) || type.ContainingType is { IsGenericType: true })
            return ("is generic, and its arguments are not known", "mark it closed: [assembly: JsonModel(typeof(" + type.Name + "<...>))]");
        if (type.IsStatic)
            return ("is static", "mark a type that has instances");
        if (type.IsFileLocal)
            return ("is file-local, so emitted code cannot reach it", "make it internal or public");
        if (type.IsRefLikeType)
            return ("is a ref struct, which no collection can hold", "make it a struct or a class");
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Enum or TypeKind.Interface))
            return ("is no class, struct, interface or enum", "declare one");
        if (ConverterReader.Has(type) && !EnumReader.IsText(type))
            return ("has a [JsonConverter] of its own, so there is nothing to emit", "remove [JsonModel]: types that have it as a property call the converter");
        if (CollectionReader.ItemOf(type) is not null && type.TypeKind != TypeKind.Interface)
            return ("is a collection", "mark the type of its items");
        return scope.Compilation.IsSymbolAccessibleWithin(type, scope.Compilation.Assembly)
            ? null
            : ("cannot be reached by emitted code", "make it internal or public");
    }
}
