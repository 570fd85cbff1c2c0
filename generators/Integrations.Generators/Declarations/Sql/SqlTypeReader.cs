using System.Text;
using Integrations.Generators.Declarations.Types;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Declarations.Sql;

/// <summary>From C# types to how their values travel; lives for one method. The table is in docs/sql.md.</summary>
internal sealed class SqlTypeReader(Compilation compilation, CancellationToken cancellationToken)
{
    private const char Mark = '\u0001';

    private readonly List<PendingType> _pending = [];

    /// <summary>The names that do not bind.</summary>
    public EquatableArray<PendingType> Pending => EquatableArray.From(_pending);

    /// <summary>A type's name; what does not bind is marked.</summary>
    /// <param name="type">The type.</param>
    /// <param name="owner">Where it is written.</param>
    public string Text(ITypeSymbol type, ISymbol owner)
    {
        if (!HasError(type))
            return type.ToDisplayString(SqlNames.Format);
        var text = new StringBuilder();
        var parts = type.ToDisplayParts(SqlNames.Format);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Symbol is not IErrorTypeSymbol)
            {
                text.Append(parts[i].ToString());
                continue;
            }
            // Of Shop.Product neither part binds; the last is the type.
            while (i + 2 < parts.Length && parts[i + 1].ToString() == "." && parts[i + 2].Symbol is IErrorTypeSymbol)
                i += 2;
            text.Append(Mark).Append(PendingIndex((IErrorTypeSymbol)parts[i].Symbol!, owner)).Append(Mark);
        }
        return text.ToString();
    }

    /// <summary>How a value of a type travels; null where it has no form of its own.</summary>
    public SqlScalarModel? Scalar(ITypeSymbol type, ISymbol owner)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Scalar(nullable.TypeArguments[0], owner) is { } inner ? inner with { IsNullable = true } : null;
        var isNullable = !type.IsValueType && type.NullableAnnotation != NullableAnnotation.NotAnnotated;
        if (type is IErrorTypeSymbol error)
            return error.Arity == 0 ? new SqlScalarModel(SqlScalarKind.JsonModel, Text(Plain(type), owner), false, isNullable) : null;
        if (Simple(type) is { } kind)
            return new SqlScalarModel(kind, Name(type), type.IsValueType, isNullable);
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum)
            return new SqlScalarModel(SqlScalarKind.Enum, Name(type), true, false, null, Members(@enum));
        if (type is IArrayTypeSymbol { Rank: 1, ElementType: { SpecialType: SpecialType.System_Byte } })
            return new SqlScalarModel(SqlScalarKind.Bytes, "byte[]", false, isNullable);
        if (Item(type) is { } item)
            return Scalar(item, owner) is { IsNullable: false, Kind: < SqlScalarKind.Bytes and not (SqlScalarKind.SByte or SqlScalarKind.Byte or SqlScalarKind.UInt16 or SqlScalarKind.UInt32 or SqlScalarKind.UInt64 or SqlScalarKind.Char) } element
                ? new SqlScalarModel(SqlScalarKind.Array, Name(type), false, isNullable, element)
                : null;
        if (type is INamedTypeSymbol named && IsModel(named))
            return new SqlScalarModel(SqlScalarKind.JsonModel, Name(type), type.IsValueType, isNullable);
        return IsDriver(type) ? new SqlScalarModel(SqlScalarKind.Driver, Name(type), type.IsValueType, isNullable) : null;
    }

    /// <summary>Whether a type is JSON of its own: a partial one with <c>[JsonModel]</c>, or one that is compiled already.</summary>
    public static bool IsModel(INamedTypeSymbol type)
    {
        if (type.AllInterfaces.Any(static i => i is { Name: "IJsonModel", Arity: 1, ContainingNamespace: { Name: "Json", ContainingNamespace: { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } } }))
            return true;
        return type.GetAttributes().Any(UserTypeScope.IsMark)
            && type.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(static m => m.ValueText == "partial"));
    }

    private static string Name(ITypeSymbol type) => Plain(type).ToDisplayString(SqlNames.Format);

    private static ITypeSymbol Plain(ITypeSymbol type) => type.IsValueType ? type : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    private static SqlScalarKind? Simple(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => SqlScalarKind.Boolean,
        SpecialType.System_SByte => SqlScalarKind.SByte,
        SpecialType.System_Byte => SqlScalarKind.Byte,
        SpecialType.System_Int16 => SqlScalarKind.Int16,
        SpecialType.System_UInt16 => SqlScalarKind.UInt16,
        SpecialType.System_Int32 => SqlScalarKind.Int32,
        SpecialType.System_UInt32 => SqlScalarKind.UInt32,
        SpecialType.System_Int64 => SqlScalarKind.Int64,
        SpecialType.System_UInt64 => SqlScalarKind.UInt64,
        SpecialType.System_Single => SqlScalarKind.Single,
        SpecialType.System_Double => SqlScalarKind.Double,
        SpecialType.System_Decimal => SqlScalarKind.Decimal,
        SpecialType.System_String => SqlScalarKind.String,
        SpecialType.System_Char => SqlScalarKind.Char,
        SpecialType.System_DateTime => SqlScalarKind.DateTime,
        SpecialType.None when type.ContainingNamespace is { } ns => (type.Name, SymbolNames.Of(ns)) switch
        {
            ("Guid", "System") => SqlScalarKind.Guid,
            ("DateTimeOffset", "System") => SqlScalarKind.DateTimeOffset,
            ("DateOnly", "System") => SqlScalarKind.DateOnly,
            ("TimeOnly", "System") => SqlScalarKind.TimeOnly,
            ("TimeSpan", "System") => SqlScalarKind.TimeSpan,
            ("JsonElement", "System.Text.Json") => SqlScalarKind.JsonElement,
            ("JsonDocument", "System.Text.Json") => SqlScalarKind.JsonDocument,
            _ => null,
        },
        _ => null,
    };

    private static bool IsDriver(ITypeSymbol type)
    {
        if (type.ContainingNamespace is not { } ns || type.TypeKind == TypeKind.Enum)
            return false;
        return (type.Name, SymbolNames.Of(ns)) switch
        {
            (_, "NpgsqlTypes") => true,
            ("IPAddress" or "IPNetwork", "System.Net") => true,
            ("PhysicalAddress", "System.Net.NetworkInformation") => true,
            ("BitArray", "System.Collections") => true,
            ("BigInteger", "System.Numerics") => true,
            _ => false,
        };
    }

    private static ITypeSymbol? Item(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { Arity: 1, Name: "List" or "IReadOnlyList" } list when SymbolNames.Of(list.ContainingNamespace) == "System.Collections.Generic" => list.TypeArguments[0],
        _ => null,
    };

    private static EquatableArray<SqlEnumMember> Members(INamedTypeSymbol type)
    {
        var members = new List<SqlEnumMember>();
        var values = new HashSet<object>();
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            // Of several names of one value, the first.
            if (field.ConstantValue is not { } value || !values.Add(value))
                continue;
            string? stated = null;
            foreach (var attribute in field.GetAttributes())
            {
                if (attribute.AttributeClass?.Name == "JsonStringEnumMemberNameAttribute" && attribute.ConstructorArguments.Length == 1)
                    stated = attribute.ConstructorArguments[0].Value as string;
                else if (attribute.AttributeClass?.Name == "EnumMemberAttribute")
                    stated ??= attribute.NamedArguments.FirstOrDefault(static a => a.Key == "Value").Value.Value as string;
            }
            members.Add(new SqlEnumMember(SqlNames.Identifier(field.Name), stated ?? field.Name));
        }
        return EquatableArray.From(members);
    }

    private static bool HasError(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => HasError(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasError),
        _ => false,
    };

    private int PendingIndex(IErrorTypeSymbol error, ISymbol owner)
    {
        var pending = new PendingType(error.Name, EquatableArray<string>.Empty);
        foreach (var reference in owner.DeclaringSyntaxReferences)
        {
            var name = reference.GetSyntax(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>().FirstOrDefault(n => n.Identifier.ValueText == error.Name);
            if (name is not null)
            {
                NameSyntax whole = name;
                while (whole.Parent is QualifiedNameSyntax qualified && qualified.Right == whole)
                    whole = qualified;
                pending = UsingNames.Of(whole, compilation, cancellationToken);
                break;
            }
        }
        var index = _pending.IndexOf(pending);
        if (index < 0)
        {
            index = _pending.Count;
            _pending.Add(pending);
        }
        return index;
    }
}
