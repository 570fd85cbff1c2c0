using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations.Types;

/// <summary>From the type of a member to how it is read and written. The table is in docs/json.md.</summary>
internal sealed class TypeUseReader
{
    private const string Json = "global::Integrations.Json.";

    private readonly UserTypeScope _scope;
    private readonly ISymbol _member;
    private readonly int _naming;
    private readonly int _numbers;
    private readonly Queue<PendingUse> _names;
    private bool _looked;
    private bool _failedWithin; // what is wrong with a part was reported there

    /// <param name="scope">What the reading shares.</param>
    /// <param name="member">The member whose type it is, for what is reported.</param>
    /// <param name="naming">The naming of types that are reached.</param>
    /// <param name="numbers">The <c>JsonNumberHandling</c> of the member.</param>
    public TypeUseReader(UserTypeScope scope, ISymbol member, int naming, int numbers)
    {
        _scope = scope;
        _member = member;
        _naming = naming;
        _numbers = numbers;
        _names = new();
    }

    /// <summary>How a type is read and written; null where it cannot be, which is then reported.</summary>
    public TypeUse? Read(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Read(nullable.TypeArguments[0]) is { } inner ? inner with { IsNullable = true } : null;
        var mayBeNull = !type.IsValueType && type.NullableAnnotation != NullableAnnotation.NotAnnotated;
        var use = type switch
        {
            IErrorTypeSymbol error => Pending(error),
            IArrayTypeSymbol array => Array(array),
            INamedTypeSymbol named => Named(named),
            _ => Refuse("has a type that JSON has no form for", "use a class, record or collection"),
        };
        return use is null ? null : use with { IsNullable = mayBeNull };
    }

    private TypeUse? Named(INamedTypeSymbol type)
    {
        if (ScalarUses.Of(type, _numbers) is { } scalar)
            return scalar;
        if (type.SpecialType == SpecialType.System_Object)
            return Refuse("is an object, whose type is known only when the program runs", "name the type, or use JsonElement");
        if (type.IsTupleType)
            return Refuse("is a tuple, whose names are not on the wire", "declare a record");
        if (type.TypeKind is TypeKind.Delegate or TypeKind.Dynamic or TypeKind.Pointer || type.IsRefLikeType)
            return Refuse("has a type that JSON has no form for", "leave it out with [JsonIgnore]");
        var name = TypeNames.Of(type);
        if (OwnContract(type, name) is { } own)
            return own;
        if (ConverterReader.Of(type, type, _scope, _member, out var failed) is { } converted)
            return converted;
        if (failed)
            return null;
        if (type.TypeKind == TypeKind.Enum)
            return Enum(type, name);
        if (type.Name == "Optional" && IsIntegrations(type))
            return Refuse("has an Optional within another type", "Optional can only be the type of a property");
        if (Collection(type, name) is { } collection)
            return collection;
        if (CollectionReader.ItemOf(type) is not null)
            return _failedWithin ? null : Refuse("is a collection of a kind that is not known", "use an array, a list, a set or a dictionary with keys that are strings, numbers, GUIDs or enums");
        return Object(type, name);
    }

    // Emitted models of other projects, and what users wrote by hand.
    private static TypeUse? OwnContract(INamedTypeSymbol type, string name)
    {
        foreach (var contract in type.Interfaces)
        {
            if (contract.TypeArguments.Length != 1 || !SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], type) || !IsJson(contract))
                continue;
            var codec = contract.Name switch
            {
                "IJsonModel" => "ModelCodec",
                "IStringEnum" => "StringEnumCodec",
                "IIntegerEnum" => "IntegerEnumCodec",
                _ => null,
            };
            if (codec is not null)
                return ScalarUses.Plain(name, $"{Json}{codec}<{name}>", type.IsValueType);
        }
        return null;
    }

    private TypeUse? Enum(INamedTypeSymbol type, string name)
    {
        if (!IsAccessible(type))
            return Refuse("has a type that emitted code cannot reach", "make the type internal or public");
        var number = EnumReader.Number(type);
        if (!EnumReader.IsText(type))
            return ScalarUses.Plain(name, $"{Json}EnumNumberCodec<{name}, {number}>", true);
        return Text(type, name, number);
    }

    /// <summary>An enum by its names.</summary>
    public TypeUse Text(INamedTypeSymbol type, string name, string number)
    {
        var naming = _scope.MarkOf(type) ?? _naming;
        _scope.Enqueue(type, naming);
        return ScalarUses.Plain(name, $"{Json}EnumNameCodec<{name}, {number}, {CodecNames.Of(type, naming, _scope).Codec}>", true);
    }

    private TypeUse? Object(INamedTypeSymbol type, string name)
    {
        if (!IsAccessible(type))
            return Refuse("has a type that emitted code cannot reach", "make the type internal or public");
        if (HasError(type))
            return Refuse("is a generic type of an emitted model", "declare a type of its own that has the model as a property");
        if (SymbolNames.Of(type.ContainingNamespace) is "System" || SymbolNames.Of(type.ContainingNamespace).StartsWith("System.", StringComparison.Ordinal))
            return Refuse($"has the type {type.Name}, which JSON has no form for", "leave it out with [JsonIgnore], or give it a [JsonConverter]");
        var mark = _scope.MarkOf(type);
        var naming = mark ?? _naming;
        if (mark is null)
            _scope.Enqueue(type, naming);
        return ScalarUses.Plain(name, CodecNames.Of(type, naming, _scope).Codec, type.IsValueType);
    }

    private TypeUse? Array(IArrayTypeSymbol array)
    {
        if (array.ElementType.SpecialType == SpecialType.System_Byte && array.Rank == 1)
            return ScalarUses.Plain("byte[]", Json + "BytesCodec", false);
        if (array.Rank != 1)
            return Refuse("is an array of several dimensions", "use an array of arrays");
        if (Read(array.ElementType) is not { } item)
            return null;
        // An array of arrays is named from the outside in (T[][,]), so its name is not made of its item's.
        var name = array.ElementType is IArrayTypeSymbol && !HasError(array) ? TypeNames.Of(array) : "{0}[]";
        return new TypeUse(name, Json + "ArrayCodec<{0}, {1}>", false, false, new([item]));
    }

    private TypeUse? Collection(INamedTypeSymbol type, string name)
    {
        if (CollectionReader.Of(type, name) is not { } shape)
            return null;
        if (!IsAccessible(type))
            return Refuse("has a type that emitted code cannot reach", "make the type internal or public");
        var arguments = new List<TypeUse>();
        if (shape.Key is not null)
        {
            if (Key(shape.Key) is not { } key)
                return null;
            arguments.Add(key);
        }
        if (Read(shape.Item) is not { } item)
        {
            _failedWithin = true;
            return null;
        }
        arguments.Add(item);
        return new TypeUse(shape.Name, shape.Codec, type.IsValueType, false, EquatableArray.From(arguments));
    }

    private TypeUse? Key(ITypeSymbol type)
    {
        var name = TypeNames.Of(type);
        if (type.SpecialType == SpecialType.System_String)
            return ScalarUses.Plain("string", Json + "StringKey", false);
        if (ScalarUses.IsKey(type))
            return ScalarUses.Plain(name, $"{Json}ParsedKey<{name}>", true);
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named && IsAccessible(named))
        {
            var naming = _scope.MarkOf(named) ?? _naming;
            _scope.Enqueue(named, naming);
            return ScalarUses.Plain(name, $"{Json}EnumKey<{name}, {CodecNames.Of(named, naming, _scope).Codec}>", true);
        }
        if (type is IErrorTypeSymbol error)
            return Pending(error);
        _failedWithin = true;
        return Refuse($"has keys of the type {type.Name}, which cannot be names of properties", "use keys that are strings, numbers, GUIDs or enums");
    }

    private TypeUse? Pending(IErrorTypeSymbol type)
    {
        if (!_looked)
        {
            _looked = true;
            foreach (var use in PendingNames.Of(_member, _scope))
                _names.Enqueue(use);
        }
        var pending = _names.Count > 0 ? _names.Dequeue() : new PendingUse(new PendingType(type.Name, EquatableArray<string>.Empty), PendingNames.NameOf(_member), _scope.PlaceOf(_member));
        _scope.Pending.Add(pending);
        return new TypeUse("", "", false, false, EquatableArray<TypeUse>.Empty, pending.Type);
    }

    private bool IsAccessible(INamedTypeSymbol type) => _scope.Compilation.IsSymbolAccessibleWithin(type, _scope.Compilation.Assembly);

    private TypeUse? Refuse(string what, string remedy)
    {
        _failedWithin = true;
        _scope.Report(DeclarationDescriptors.JsonMember, _member, PendingNames.NameOf(_member), what, remedy);
        return null;
    }

    private static bool HasError(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return HasError(array.ElementType);
        if (type.TypeKind == TypeKind.Error)
            return true;
        foreach (var argument in type is INamedTypeSymbol named ? named.TypeArguments : [])
        {
            if (HasError(argument))
                return true;
        }
        return false;
    }

    private static bool IsIntegrations(INamedTypeSymbol type) => type.ContainingNamespace is { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsJson(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Json", ContainingNamespace: { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } };
}
