using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations.Types;

/// <summary>Reads a class, record, struct or interface: which members it has on the wire, and how one is made.</summary>
internal static class ObjectReader
{
    /// <summary>The type; what cannot be read and written is reported and left out of it.</summary>
    public static UserObjectModel Read(INamedTypeSymbol type, int naming, UserTypeScope scope)
    {
        var getsPart = CodecNames.GetsPart(type, scope);
        var (codec, home) = CodecNames.Of(type, naming, scope);
        Refuse(type, scope);
        var numbers = JsonAttributes.Positional<int>(JsonAttributes.Find(type, "JsonNumberHandling"));
        var hierarchy = HierarchyReader.Read(type, naming, scope);
        var isAbstract = type.IsAbstract;
        if (isAbstract && hierarchy is null)
            scope.Report(DeclarationDescriptors.JsonType, type, type.Name, "is abstract, so nothing says what to make of the text", "name its derived types with [JsonDerivedType(typeof(...), \"...\")]");
        var constructor = isAbstract ? null : ConstructionReader.Choose(type, getsPart, scope);
        var reader = new MemberReader(type, naming, numbers, getsPart, scope);
        var found = Find(type, reader, scope);
        var parameters = Parameters(constructor, found, type, scope);
        var members = new List<(int Order, ISymbol Symbol, UserMemberModel Model)>();
        UserExtension? extension = null;
        var setsRequired = constructor is not null && ConstructionReader.SetsRequired(constructor);
        var plain = constructor is not null && ConstructionReader.HasNoBody(constructor, scope.CancellationToken);
        foreach (var member in found)
        {
            if (JsonAttributes.Has(member.Symbol, "JsonExtensionData"))
            {
                extension ??= Extension(member, scope);
                continue;
            }
            var parameter = parameters.FindIndex(p => p.Member is not null && SymbolEqualityComparer.Default.Equals(p.Member, member.Symbol));
            if (reader.Read(member.Symbol, member.Getter, member.Setter, parameter >= 0, setsRequired, plain) is not { } model)
                continue;
            if (parameter >= 0)
                model = model with { IsRequired = model.IsRead && (model.IsRequired || parameters[parameter].Default is null), Setter = model.MustInit ? model.Setter : UserSetter.None, StartsWith = false };
            members.Add((JsonAttributes.Positional<int>(JsonAttributes.Find(member.Symbol, "JsonPropertyOrder")), member.Symbol, model));
        }
        var ordered = members.OrderBy(static m => m.Order).ToList();
        Clashes(ordered.Select(static m => (m.Symbol, m.Model)), scope);
        // A parameter whose member is not read takes its default, with its type: a record has a constructor of itself too.
        var arguments = parameters.Select((p, i) => new UserArgument(
            p.Member is null ? -1 : ordered.FindIndex(m => SymbolEqualityComparer.Default.Equals(m.Symbol, p.Member) && m.Model.IsRead),
            p.Default ?? $"default({TypeNames.Of(constructor!.Parameters[i].Type)})!",
            p.Default is not null));
        return new UserObjectModel(
            TypeNames.Of(type),
            codec,
            type.Name,
            home,
            type.IsValueType,
            EquatableArray.From(ordered.Select(static m => m.Model)),
            constructor is null ? null : new UserConstruction(EquatableArray.From(arguments)),
            extension,
            JsonAttributes.Positional<int>(JsonAttributes.Find(type, "JsonUnmappedMemberHandling")) == 1,
            hierarchy,
            HierarchyReader.DiscriminatorOf(type),
            isAbstract);
    }

    private readonly record struct Found(ISymbol Symbol, bool Getter, UserSetter Setter);

    // The most derived type comes first, properties before fields: the order of System.Text.Json.
    private static List<Found> Find(INamedTypeSymbol type, MemberReader reader, UserTypeScope scope)
    {
        var found = new List<Found>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<INamedTypeSymbol> types = type.TypeKind == TypeKind.Interface ? [type, .. type.AllInterfaces] : Ancestors(type);
        foreach (var current in types)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.Length: 0 } property)
                    Add(found, names, property, reader, scope);
            }
            foreach (var member in current.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: false, AssociatedSymbol: null, IsImplicitlyDeclared: false } field)
                    Add(found, names, field, reader, scope);
            }
        }
        return found;
    }

    private static void Add(List<Found> found, HashSet<string> names, IPropertySymbol property, MemberReader reader, UserTypeScope scope)
    {
        var included = JsonAttributes.Has(property, "JsonInclude");
        var getter = Accessor(property, static p => p.GetMethod);
        var setter = Accessor(property, static p => p.SetMethod);
        var isPublic = getter is { DeclaredAccessibility: Accessibility.Public } || setter is { DeclaredAccessibility: Accessibility.Public };
        if ((!isPublic && !included) || !names.Add(property.Name))
            return;
        var gets = reader.CanCall(getter, included);
        var sets = reader.CanCall(setter, included);
        if (included && !((gets || getter is null) && (sets || setter is null)))
            Unreachable(property, scope);
        found.Add(new Found(property, gets, !sets ? UserSetter.None : setter!.IsInitOnly ? UserSetter.Init : UserSetter.Set));
    }

    private static void Add(List<Found> found, HashSet<string> names, IFieldSymbol field, MemberReader reader, UserTypeScope scope)
    {
        if (!JsonAttributes.Has(field, "JsonInclude") || !names.Add(field.Name))
            return;
        var reachable = reader.CanCall(field, included: true);
        if (!reachable)
            Unreachable(field, scope);
        found.Add(new Found(field, reachable, reachable && !field.IsReadOnly ? UserSetter.Set : UserSetter.None));
    }

    private static void Unreachable(ISymbol member, UserTypeScope scope) =>
        scope.Report(DeclarationDescriptors.JsonMember, member, PendingNames.NameOf(member), "has [JsonInclude], but emitted code cannot reach it", "make it internal, or its type partial and marked");

    private static IMethodSymbol? Accessor(IPropertySymbol property, Func<IPropertySymbol, IMethodSymbol?> of)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            if (of(current) is { } accessor)
                return accessor;
        }
        return null;
    }

    private static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            yield return current;
    }

    private static List<(ISymbol? Member, string? Default)> Parameters(IMethodSymbol? constructor, List<Found> found, INamedTypeSymbol type, UserTypeScope scope)
    {
        var parameters = new List<(ISymbol?, string?)>();
        if (constructor is null)
            return parameters;
        var members = found.ConvertAll(static f => f.Symbol);
        foreach (var parameter in constructor.Parameters)
        {
            var member = ConstructionReader.MemberOf(parameter, members);
            if (member is null || parameter.RefKind is not (RefKind.None or RefKind.In))
                scope.Report(DeclarationDescriptors.JsonType, parameter.Locations.Length > 0 && parameter.Locations[0].IsInSource ? parameter : type, type.Name, $"has a constructor whose parameter '{parameter.Name}' is no property of that name and type", "rename one of them, or put [JsonConstructor] on another constructor");
            parameters.Add((member, ConstructionReader.Default(parameter)));
        }
        return parameters;
    }

    private static UserExtension? Extension(Found member, UserTypeScope scope)
    {
        var name = TypeNames.Of(MemberReader.TypeOf(member.Symbol));
        var isKnown = name is "global::System.Collections.Generic.Dictionary<string, global::System.Text.Json.JsonElement>"
            or "global::System.Collections.Generic.IDictionary<string, global::System.Text.Json.JsonElement>"
            or "global::System.Text.Json.Nodes.JsonObject"
            or "global::Integrations.Json.ExtraProperties";
        if (isKnown && member is { Getter: true, Setter: not UserSetter.None })
            return new UserExtension(TypeNames.Identifier(member.Symbol.Name), name, name == "global::Integrations.Json.ExtraProperties", member.Setter);
        scope.Report(DeclarationDescriptors.JsonMember, member.Symbol, PendingNames.NameOf(member.Symbol), "cannot hold extension data", "make it a Dictionary<string, JsonElement>, a JsonObject or an ExtraProperties with a getter and a setter");
        return null;
    }

    private static void Clashes(IEnumerable<(ISymbol Symbol, UserMemberModel Model)> members, UserTypeScope scope)
    {
        var names = new Dictionary<string, ISymbol>(StringComparer.Ordinal);
        foreach (var (symbol, model) in members)
        {
            if (names.TryGetValue(model.Wire, out var other))
                scope.Report(DeclarationDescriptors.JsonMember, symbol, PendingNames.NameOf(symbol), $"has the name '{model.Wire}' on the wire, as {other.Name} has", "give one of them another [JsonPropertyName]");
            else
                names.Add(model.Wire, symbol);
        }
    }

    // What System.Text.Json would call or heed, and emitted code does not.
    private static void Refuse(INamedTypeSymbol type, UserTypeScope scope)
    {
        if (JsonAttributes.Positional<int>(JsonAttributes.Find(type, "JsonObjectCreationHandling")) == 1)
            scope.Report(DeclarationDescriptors.JsonType, type, type.Name, "is to be populated", "give its collections setters and remove JsonObjectCreationHandling.Populate");
        foreach (var contract in type.AllInterfaces)
        {
            if (contract.Name is "IJsonOnSerializing" or "IJsonOnSerialized" or "IJsonOnDeserializing" or "IJsonOnDeserialized" && JsonAttributes.IsSerialization(contract))
                scope.Report(DeclarationDescriptors.JsonType, type, type.Name, $"implements {contract.Name}, which is not called", "do that work in a constructor or a setter, or give the type a [JsonConverter]");
        }
    }
}
