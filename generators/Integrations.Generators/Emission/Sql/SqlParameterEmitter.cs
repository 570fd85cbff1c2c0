using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Sql;

/// <summary>Writes how arguments become parameters of a driver. The table is in docs/sql.md.</summary>
internal static class SqlParameterEmitter
{
    private const string Text = "global::Integrations.Sql.SqlJson.";

    /// <summary>A statement that adds a parameter of PostgreSQL, typed and by position.</summary>
    public static string Postgres(SqlLeafModel leaf, SqlEnums enums)
    {
        var scalar = leaf.Scalar;
        var value = Convert(leaf.Access, scalar, enums, SqlScalarTable.PostgresCast(scalar.Kind));
        var isStruct = scalar.IsValueType && scalar.IsNullable && scalar.Kind is not (SqlScalarKind.Enum or SqlScalarKind.Char or SqlScalarKind.JsonElement or SqlScalarKind.JsonModel);
        var type = SqlScalarTable.NpgsqlType(scalar);
        return type is null
            ? $"{SqlNamesOf.Postgres}.{(isStruct ? "InferNullable" : "Infer")}(__p, {value});"
            : $"{SqlNamesOf.Postgres}.{(isStruct ? "PutNullable" : "Put")}(__p, {value}, {type});";
    }

    /// <summary>A statement that writes a column of a row that is copied into PostgreSQL.</summary>
    public static string Copied(SqlLeafModel leaf, SqlEnums enums)
    {
        var scalar = leaf.Scalar;
        var value = Convert(leaf.Access, scalar, enums, SqlScalarTable.PostgresCast(scalar.Kind));
        var isStruct = scalar.IsValueType && scalar.IsNullable && scalar.Kind is not (SqlScalarKind.Enum or SqlScalarKind.Char or SqlScalarKind.JsonElement or SqlScalarKind.JsonModel);
        // The text of an enum of the database's own and that of a text column are the same bytes.
        var type = scalar.Kind == SqlScalarKind.Enum ? SqlNamesOf.NpgsqlType + "Text" : SqlScalarTable.NpgsqlType(scalar);
        return $"await {SqlNamesOf.Postgres}.{(isStruct ? "CopyNullable" : "Copy")}(__p, {value}, {(type is null ? "" : type + ", ")}__cancel).ConfigureAwait(false);";
    }

    /// <summary>A statement that adds a parameter of SQLite, by name.</summary>
    public static string Sqlite(SqlArgumentModel argument, SqlEnums enums)
    {
        var scalar = argument.Leaf.Scalar;
        var value = scalar.Kind == SqlScalarKind.Array
            ? $"{Text}Array({argument.Leaf.Access})"
            : Convert(argument.Leaf.Access, scalar, enums, scalar.Kind == SqlScalarKind.UInt64 ? "long" : null);
        return $"{SqlNamesOf.Sqlite}.Put(__s, {CSharpText.Literal(argument.Name)}, {value});";
    }

    private static string Convert(string access, SqlScalarModel scalar, SqlEnums enums, string? cast)
    {
        if (access.IndexOf("?.", StringComparison.Ordinal) >= 0)
            access = "(" + access + ")";
        var dot = scalar.IsNullable ? "?." : ".";
        return scalar.Kind switch
        {
            SqlScalarKind.Char => $"{access}{dot}ToString()",
            SqlScalarKind.DateTimeOffset => $"{access}{dot}ToUniversalTime()",
            SqlScalarKind.JsonElement => $"{access}{dot}GetRawText()",
            SqlScalarKind.JsonDocument => $"{access}{dot}RootElement.GetRawText()",
            SqlScalarKind.JsonModel when scalar.IsValueType && scalar.IsNullable => $"{access} is null ? null : {Text}Text({access}.Value)",
            SqlScalarKind.JsonModel => $"{Text}Text({access})",
            SqlScalarKind.Enum when scalar.IsNullable => $"{access} is null ? null : {enums.Write(scalar)}({access}.Value)",
            SqlScalarKind.Enum => $"{enums.Write(scalar)}({access})",
            SqlScalarKind.Array when scalar.Type.StartsWith("global::System.Collections.Generic.IReadOnlyList", StringComparison.Ordinal) => $"{Text}ToArray({access})",
            _ when cast is not null => $"checked(({cast}{(scalar.IsNullable ? "?" : "")}){access})",
            _ => access,
        };
    }
}
