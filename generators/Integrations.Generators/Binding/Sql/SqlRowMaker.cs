using Integrations.Generators.Binding.Sql.Checking;
using Integrations.Generators.Declarations.Sql;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql;

/// <summary>Gives a partial type without members those that a statement's columns ask for.</summary>
internal static class SqlRowMaker
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "ToString", "GetType", "Clone", "Deconstruct", "EqualityContract", "PrintMembers", "Finalize", "MemberwiseClone", "ReferenceEquals",
    };

    /// <summary>The type with its members; null where a column stands in the way (<paramref name="problem"/>).</summary>
    public static SqlEmittedRow? Make(SqlEmptyTypeModel type, List<SqlOutput> outputs, bool isSqlite, out (string Message, SqlOutput Output)? problem)
    {
        problem = null;
        var members = new List<SqlMemberModel>();
        var columns = new List<string>();
        foreach (var output in outputs)
        {
            if (output.Name is not { } name || name == "?column?")
            {
                problem = ($"'{type.Name}' gets its members from the columns, and this one has no name; give it an alias", output);
                return null;
            }
            if (Scalar(output.Type, isSqlite) is not { } scalar)
            {
                problem = ($"'{type.Name}' gets its members from the columns, and the type of '{name}' is {(output.Type.Form == SqlTypeForm.Unknown ? "not known" : $"{SqlTypes.Show(output.Type)}, for which there is none")}; add a cast, or declare the members", output);
                return null;
            }
            var key = SqlNames.Key(name);
            if (members.Exists(m => m.Key == key))
            {
                problem = ($"'{type.Name}' gets its members from the columns, and two of them are named '{name}'; give one an alias", output);
                return null;
            }
            var pascal = CSharpName.Pascal(name);
            if (Reserved.Contains(pascal) || pascal == type.Name || members.Exists(m => m.Name == pascal))
                pascal += "Value";
            members.Add(new SqlMemberModel(SqlNames.Identifier(pascal), key, type.Keyword.StartsWith("record", StringComparison.Ordinal), true, scalar with { IsNullable = output.Null != SqlNullness.NotNull }, null));
            columns.Add(name);
        }
        return new SqlEmittedRow(type, EquatableArray.From(members), EquatableArray.From(columns));
    }

    /// <summary>How a row of such a type is read.</summary>
    public static SqlObjectModel Object(SqlEmittedRow row) => new("global::" + row.Type.FullName, false, row.Members);

    /// <summary>What is said where two statements give one type different members.</summary>
    public static string Differs(SqlEmittedRow row, SqlEmittedRow first) =>
        $"'{row.Type.Name}' gets its members from the columns of more than one statement, and they differ: ({Show(row)}) and ({Show(first)}); use a type of its own";

    private static string Show(SqlEmittedRow row) => string.Join(", ", row.Members.Select(static m => $"{m.Scalar!.Type.Replace("global::", "")}{(m.Scalar.IsNullable ? "?" : "")} {m.Name}"));

    private static SqlScalarModel? Scalar(SqlTypeModel type, bool isSqlite)
    {
        if (isSqlite && type.Form == SqlTypeForm.Unknown)
            return Declared(type.Declared);
        if (type.Form == SqlTypeForm.Literal)
            return Of(SqlScalarKind.String);
        if (type.Form == SqlTypeForm.Enum)
            return Of(SqlScalarKind.String);
        if (type.Form == SqlTypeForm.Array)
            return Scalar(type.Element!, false) is { Kind: < SqlScalarKind.Bytes } element ? new SqlScalarModel(SqlScalarKind.Array, element.Type + "[]", false, false, element) : null;
        if (type.Form != SqlTypeForm.Base)
            return null;
        return type.Name switch
        {
            "bool" => Of(SqlScalarKind.Boolean),
            "int2" => Of(SqlScalarKind.Int16),
            "int4" => isSqlite ? Of(SqlScalarKind.Int64) : Of(SqlScalarKind.Int32),
            "int8" => Of(SqlScalarKind.Int64),
            "numeric" or "money" => Of(SqlScalarKind.Decimal),
            "float4" => Of(SqlScalarKind.Single),
            "float8" => Of(SqlScalarKind.Double),
            "text" or "varchar" or "bpchar" or "name" or "xml" => Of(SqlScalarKind.String),
            "uuid" => Of(SqlScalarKind.Guid),
            "date" => Of(SqlScalarKind.DateOnly),
            "time" => Of(SqlScalarKind.TimeOnly),
            "timestamp" => Of(SqlScalarKind.DateTime),
            "timestamptz" or "timetz" => Of(SqlScalarKind.DateTimeOffset),
            "interval" => Of(SqlScalarKind.TimeSpan),
            "bytea" => Of(SqlScalarKind.Bytes),
            "json" or "jsonb" => Of(SqlScalarKind.JsonElement),
            "inet" => new SqlScalarModel(SqlScalarKind.Driver, "global::System.Net.IPAddress", false, false),
            _ => null,
        };
    }

    // What a column of SQLite is meant for stands in its type's name alone.
    private static SqlScalarModel? Declared(string name) => name switch
    {
        "date" => Of(SqlScalarKind.DateOnly),
        "datetime" or "timestamp" => Of(SqlScalarKind.DateTime),
        "timestamptz" => Of(SqlScalarKind.DateTimeOffset),
        "time" => Of(SqlScalarKind.TimeOnly),
        "uuid" or "guid" => Of(SqlScalarKind.Guid),
        "json" or "jsonb" => Of(SqlScalarKind.JsonElement),
        _ => null,
    };

    private static SqlScalarModel Of(SqlScalarKind kind) => kind switch
    {
        SqlScalarKind.Boolean => new(kind, "bool", true, false),
        SqlScalarKind.Int16 => new(kind, "short", true, false),
        SqlScalarKind.Int32 => new(kind, "int", true, false),
        SqlScalarKind.Int64 => new(kind, "long", true, false),
        SqlScalarKind.Decimal => new(kind, "decimal", true, false),
        SqlScalarKind.Single => new(kind, "float", true, false),
        SqlScalarKind.Double => new(kind, "double", true, false),
        SqlScalarKind.Bytes => new(kind, "byte[]", false, false),
        SqlScalarKind.JsonElement => new(kind, "global::System.Text.Json.JsonElement", true, false),
        SqlScalarKind.String => new(kind, "string", false, false),
        _ => new(kind, "global::System." + kind, true, false),
    };
}
