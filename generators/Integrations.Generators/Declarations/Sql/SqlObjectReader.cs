using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations.Sql;

/// <summary>How objects are made of columns, and what statements can take of them.</summary>
internal sealed class SqlObjectReader(SqlTypeReader types)
{
    private const int MostLevels = 4;

    /// <summary>Why the last object could not be read.</summary>
    public string? Problem { get; private set; }

    /// <summary>How a class, record or struct is made of columns; null where it cannot be (<see cref="Problem"/>).</summary>
    /// <param name="type">The type.</param>
    /// <param name="prefix">The key before those of its members.</param>
    /// <param name="level">How deep it is nested.</param>
    public SqlObjectModel? Read(ITypeSymbol type, string prefix = "", int level = 0)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Read(nullable.TypeArguments[0], prefix, level) is { } inner ? inner with { IsNullable = true } : null;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsTupleType: false, IsUnboundGenericType: false } named || level >= MostLevels || IsSystem(named))
            return Refuse($"'{type.Name}' has no form in SQL");
        if (Constructor(named) is not { } constructor)
            return Refuse($"'{type.Name}' has no public constructor");
        var members = new List<SqlMemberModel>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in constructor.Parameters)
        {
            taken.Add(parameter.Name);
            if (Member(parameter, parameter.Type, parameter.Name, prefix, true, !parameter.HasExplicitDefaultValue, level) is { } member)
                members.Add(member);
            else if (!parameter.HasExplicitDefaultValue)
                return Refuse($"the parameter '{parameter.Name}' of the constructor of '{type.Name}' has no form in SQL");
        }
        foreach (var property in Properties(named))
        {
            if (property.SetMethod is not { DeclaredAccessibility: Accessibility.Public } || !taken.Add(property.Name))
                continue;
            if (Member(property, property.Type, property.Name, prefix, false, property.IsRequired, level) is { } member)
                members.Add(member);
            else if (property.IsRequired)
                return Refuse($"'{type.Name}.{property.Name}' has no form in SQL");
        }
        if (members.Count == 0)
            return Refuse($"'{type.Name}' has no public property or constructor parameter that a column could give");
        Problem = null;
        return new SqlObjectModel(
            type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SqlNames.Format),
            !type.IsValueType && type.NullableAnnotation != NullableAnnotation.NotAnnotated,
            EquatableArray.From(members));
    }

    /// <summary>What statements can take of a parameter: itself where it is one value, and its members where it is an object.</summary>
    public List<SqlLeafModel> Leaves(IParameterSymbol parameter)
    {
        var leaves = new List<SqlLeafModel>();
        var key = SqlNames.Key(parameter.Name);
        var name = SqlNames.Identifier(parameter.Name);
        if (types.Scalar(parameter.Type, parameter) is { } scalar)
            leaves.Add(new SqlLeafModel(key, key, name, scalar));
        if (parameter.Type is INamedTypeSymbol { IsTupleType: false } type && (leaves.Count == 0 || leaves[0].Scalar.Kind == SqlScalarKind.JsonModel) && type is not IErrorTypeSymbol)
            Leaves(leaves, type, key, "", name, type.NullableAnnotation == NullableAnnotation.Annotated, 0);
        return leaves;
    }

    /// <summary>What a COPY can take of each item of a sequence; null where the parameter is none.</summary>
    public SqlRowsModel? Rows(IParameterSymbol parameter)
    {
        var item = parameter.Type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
            INamedTypeSymbol { Arity: 1, Name: "IAsyncEnumerable" or "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" or "List" } list
                when SymbolNames.Of(list.ContainingNamespace) == "System.Collections.Generic" => list.TypeArguments[0],
            _ => null,
        };
        if (item is null)
            return null;
        const string Row = "__row";
        var leaves = new List<SqlLeafModel>();
        if (types.Scalar(item, parameter) is { } scalar)
            leaves.Add(new SqlLeafModel("", "", Row, scalar));
        else if (item is INamedTypeSymbol { IsTupleType: false } type)
            Leaves(leaves, type, "", "", Row, type.NullableAnnotation == NullableAnnotation.Annotated, 0);
        return leaves.Count == 0 ? null : new SqlRowsModel(types.Text(item, parameter), EquatableArray.From(leaves));
    }

    private void Leaves(List<SqlLeafModel> leaves, INamedTypeSymbol type, string parameter, string prefix, string access, bool mayBeNull, int level)
    {
        if (level >= MostLevels || IsSystem(type) || type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return;
        foreach (var property in Properties(type))
        {
            if (property.GetMethod is not { DeclaredAccessibility: Accessibility.Public })
                continue;
            var key = prefix + SqlNames.Key(Column(property) ?? property.Name);
            var path = access + (mayBeNull ? "?." : ".") + SqlNames.Identifier(property.Name);
            if (types.Scalar(property.Type, property) is { } scalar)
                leaves.Add(new SqlLeafModel(key, parameter + key, path, mayBeNull ? scalar with { IsNullable = true } : scalar));
            else if (property.Type is INamedTypeSymbol { IsTupleType: false } nested)
                Leaves(leaves, nested, parameter, key, path, mayBeNull || nested.NullableAnnotation == NullableAnnotation.Annotated, level + 1);
        }
    }

    private SqlMemberModel? Member(ISymbol symbol, ITypeSymbol type, string name, string prefix, bool isArgument, bool isRequired, int level)
    {
        var key = prefix + SqlNames.Key(Column(symbol) ?? name);
        if (types.Scalar(type, symbol) is { } scalar)
            return new SqlMemberModel(SqlNames.Identifier(name), key, isArgument, isRequired, scalar, null);
        return Read(type, key, level + 1) is { } nested ? new SqlMemberModel(SqlNames.Identifier(name), key, isArgument, isRequired, null, nested) : null;
    }

    /// <summary>A record's own; else the one without parameters; else the one with the most.</summary>
    private static IMethodSymbol? Constructor(INamedTypeSymbol type)
    {
        IMethodSymbol? chosen = null;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal) || IsCopy(constructor, type))
                continue;
            if (chosen is null || Rank(constructor, type) > Rank(chosen, type))
                chosen = constructor;
        }
        return chosen;
    }

    private static int Rank(IMethodSymbol constructor, INamedTypeSymbol type)
    {
        if (type.IsRecord && constructor.Parameters.Length > 0 && constructor.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax))
            return int.MaxValue;
        return constructor.Parameters.Length > 0 ? constructor.Parameters.Length : type.IsValueType && constructor.IsImplicitlyDeclared ? 0 : int.MaxValue - 1;
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } property && seen.Add(property.Name))
                    yield return property;
            }
        }
    }

    private static string? Column(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "ColumnAttribute" && attribute.ConstructorArguments.Length == 1)
                return attribute.ConstructorArguments[0].Value as string;
        }
        return null;
    }

    private static bool IsSystem(INamedTypeSymbol type) => type.ContainingNamespace is { } ns && (SymbolNames.Of(ns) is var name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal)));

    private SqlObjectModel? Refuse(string problem)
    {
        Problem = problem;
        return null;
    }
}
