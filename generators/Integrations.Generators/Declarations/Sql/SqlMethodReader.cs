using Integrations.Generators.Checks;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Declarations.Sql;

/// <summary>Reads a method with <c>[Sql]</c>.</summary>
internal static class SqlMethodReader
{
    private static readonly SqlResultModel Nothing = new(SqlResultKind.None, false, "", "", null);

    /// <summary>The method; what is wrong with its signature goes to <paramref name="problems"/>.</summary>
    public static SqlMethodDeclaration Read(IMethodSymbol method, AttributeData sql, Compilation compilation, List<DiagnosticModel> problems, CancellationToken cancellationToken)
    {
        var types = new SqlTypeReader(compilation, cancellationToken);
        var objects = new SqlObjectReader(types);
        var place = DeclarationProblems.Place(method.Locations[0]);
        var count = problems.Count;
        var parameters = new List<SqlParameterModel>();
        foreach (var parameter in method.Parameters)
        {
            var isToken = parameter.Type is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading" } };
            List<SqlLeafModel> leaves = isToken ? [] : objects.Leaves(parameter);
            var rows = !isToken && leaves.Count == 0 ? objects.Rows(parameter) : null;
            if (!isToken && leaves.Count == 0 && rows is null)
            {
                problems.Add(DeclarationProblems.Of(
                    SqlDescriptors.Type, DeclarationProblems.Place(parameter.Locations[0]), method.Name, $"the type of '{parameter.Name}' has no form in SQL, and no public properties that have", "see the table in docs/sql.md"));
            }
            parameters.Add(new SqlParameterModel(SqlNames.Identifier(parameter.Name), types.Text(parameter.Type, parameter), isToken, Default(parameter), EquatableArray.From(leaves), rows));
        }
        var result = Result(method, types, objects, out var problem);
        if (result is null && problems.Count == count)
            problems.Add(DeclarationProblems.Of(SqlDescriptors.Type, place, method.Name, problem ?? "its result has no form in SQL", "see the tables in docs/sql.md"));
        return new SqlMethodDeclaration(
            SqlNames.Identifier(method.Name),
            SyntaxFacts.GetText(method.DeclaredAccessibility),
            types.Text(method.ReturnType, method),
            sql.ConstructorArguments.Length > 0 ? sql.ConstructorArguments[0].Value as string ?? "" : "",
            Named(sql, "Sqlite") as string,
            Named(sql, "Idempotent") is true,
            EquatableArray.From(parameters),
            result ?? Nothing,
            problems.Count > count,
            types.Pending);
    }

    /// <summary>The places of the method.</summary>
    public static SqlMethodPlaces Places(IMethodSymbol method, AttributeData sql, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var arguments = sql.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList: { } list } ? list.Arguments : default;
        var text = arguments.FirstOrDefault(static a => a.NameEquals is null)?.Expression;
        var sqlite = arguments.FirstOrDefault(static a => a.NameEquals?.Name.Identifier.ValueText == "Sqlite")?.Expression;
        return new SqlMethodPlaces(
            DeclarationProblems.Place(method.Locations[0]),
            Placed(text),
            Placed(sqlite),
            EquatableArray.From(method.Parameters.Select(static p => DeclarationProblems.Place(p.Locations[0]))));

        PlacedText Placed(ExpressionSyntax? expression) => expression is null
            ? new PlacedText("", ArgumentPlace.Of(sql, type, cancellationToken))
            : new PlacedText(expression is LiteralExpressionSyntax ? expression.ToString() : "", DeclarationProblems.Place(expression.GetLocation()));
    }

    /// <summary>Why a method can get no body, and what to do; null where it can.</summary>
    public static (string What, string Remedy)? Obstacle(IMethodSymbol method)
    {
        if (!method.IsPartialDefinition || method.PartialImplementationPart is not null)
            return ("is not a partial method without a body", "write 'public partial Task<...> Name(...);'");
        if (method.IsStatic)
            return ("is static", "make it a method of the client's instance");
        if (method.IsGenericMethod)
            return ("is generic", "write a method for each type");
        if (method.Parameters.Any(static p => p.RefKind != RefKind.None || p.IsParams))
            return ("has a parameter with ref, in, out or params", "pass it by value");
        return method.Parameters.Count(static p => p.Type.Name == "CancellationToken") > 1 ? ("has two cancellation tokens", "keep one") : null;
    }

    private static string Default(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
            return "";
        if (parameter.ExplicitDefaultValue is not { } value)
            return " = default";
        var literal = AttributeExpression.Primitive(value);
        return literal is null ? "" : parameter.Type.TypeKind == TypeKind.Enum ? $" = ({parameter.Type.ToDisplayString(SqlNames.Format)})({literal})" : " = " + literal;
    }

    private static object? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value;

    private static SqlResultModel? Result(IMethodSymbol method, SqlTypeReader types, SqlObjectReader objects, out string? problem)
    {
        string? found = null;
        var result = ReadResult(method, types, objects, ref found);
        problem = found;
        return result;
    }

    private static SqlResultModel? ReadResult(IMethodSymbol method, SqlTypeReader types, SqlObjectReader objects, ref string? problem)
    {
        if (method.ReturnType is not INamedTypeSymbol type || SymbolNames.Of(type.ContainingNamespace) is not ("System.Threading.Tasks" or "System.Collections.Generic"))
        {
            problem = "it returns neither Task, ValueTask nor IAsyncEnumerable";
            return null;
        }
        var isValueTask = type.Name == "ValueTask";
        switch (type.Name, type.Arity)
        {
            case ("Task" or "ValueTask", 0):
                return Nothing with { IsValueTask = isValueTask };
            case ("IAsyncEnumerable", 1):
                return Rows(SqlResultKind.Stream, false, "", type.TypeArguments[0], method, types, objects, ref problem);
            case ("Task" or "ValueTask", 1):
                break;
            default:
                problem = "it returns neither Task, ValueTask nor IAsyncEnumerable";
                return null;
        }
        var value = type.TypeArguments[0];
        if (value is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: not SpecialType.System_Byte } array)
            return Rows(SqlResultKind.Array, isValueTask, "", array.ElementType, method, types, objects, ref problem);
        if (value is INamedTypeSymbol { Arity: 1, Name: "List" or "IList" or "IReadOnlyList" or "ICollection" or "IReadOnlyCollection" or "IEnumerable" } list
            && SymbolNames.Of(list.ContainingNamespace) == "System.Collections.Generic")
        {
            return Rows(SqlResultKind.List, isValueTask, types.Text(list, method), list.TypeArguments[0], method, types, objects, ref problem);
        }
        var mayBeAbsent = value is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } || (!value.IsValueType && value.NullableAnnotation == NullableAnnotation.Annotated);
        return Rows(mayBeAbsent ? SqlResultKind.Optional : SqlResultKind.One, isValueTask, "", value, method, types, objects, ref problem);
    }

    private static SqlResultModel? Rows(
        SqlResultKind kind, bool isValueTask, string listType, ITypeSymbol row, IMethodSymbol method, SqlTypeReader types, SqlObjectReader objects, ref string? problem)
    {
        SqlRowModel? read;
        if (row is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            var items = tuple.TupleElements.Select(element => types.Scalar(element.Type, method)).ToList();
            read = items.Any(static i => i is null) ? null : new SqlRowModel(null, EquatableArray.From(items.Select(static i => i!)), null);
        }
        else if (types.Scalar(row, method) is { } scalar && !(scalar.Kind == SqlScalarKind.JsonModel && row is not IErrorTypeSymbol && objects.Read(row) is not null))
        {
            read = new SqlRowModel(scalar, null, null);
        }
        else
        {
            read = SqlEmptyTypes.Of(row) is { } empty ? new SqlRowModel(null, null, null, empty)
                : objects.Read(row) is { } made ? new SqlRowModel(null, null, made with { IsNullable = false }) : null;
        }
        if (read is null)
        {
            problem = objects.Problem ?? $"'{row.Name}' has no form in SQL";
            return null;
        }
        return new SqlResultModel(kind, isValueTask, listType, types.Text(row, method), read);
    }
}
