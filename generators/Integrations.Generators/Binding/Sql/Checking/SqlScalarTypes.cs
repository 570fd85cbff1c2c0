using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>Between types of C# and those of the databases. What the drivers' readers take of which type was tried with them (docs/sql.md has the tables).</summary>
internal static class SqlScalarTypes
{
    /// <summary>The type that an argument has in a statement.</summary>
    public static SqlTypeModel Of(SqlScalarModel scalar, bool isSqlite)
    {
        if (isSqlite)
            return Sqlite(scalar.Kind);
        return scalar.Kind switch
        {
            SqlScalarKind.Boolean => SqlTypes.Bool,
            SqlScalarKind.SByte or SqlScalarKind.Byte or SqlScalarKind.Int16 => SqlTypes.Base("int2"),
            SqlScalarKind.UInt16 or SqlScalarKind.Int32 => SqlTypes.Int4,
            SqlScalarKind.UInt32 or SqlScalarKind.Int64 => SqlTypes.Int8,
            SqlScalarKind.UInt64 or SqlScalarKind.Decimal => SqlTypes.Numeric,
            SqlScalarKind.Single => SqlTypes.Base("float4"),
            SqlScalarKind.Double => SqlTypes.Float8,
            SqlScalarKind.String or SqlScalarKind.Char => SqlTypes.Text,
            SqlScalarKind.Guid => SqlTypes.Base("uuid"),
            SqlScalarKind.DateTimeOffset => SqlTypes.Base("timestamptz"),
            // Its kind decides when it runs; the two are compared freely, and assigned too.
            SqlScalarKind.DateTime => SqlTypes.Base("timestamp"),
            SqlScalarKind.DateOnly => SqlTypes.Base("date"),
            SqlScalarKind.TimeOnly => SqlTypes.Base("time"),
            SqlScalarKind.TimeSpan => SqlTypes.Base("interval"),
            SqlScalarKind.Bytes => SqlTypes.Bytea,
            SqlScalarKind.JsonElement or SqlScalarKind.JsonDocument or SqlScalarKind.JsonModel => SqlTypes.Base("jsonb"),
            SqlScalarKind.Enum => SqlTypes.Literal,
            SqlScalarKind.Array when scalar.Element is { Kind: not SqlScalarKind.Enum } element => SqlTypes.Array(Of(element, false)),
            SqlScalarKind.Driver when scalar.Type.EndsWith("IPAddress", StringComparison.Ordinal) => SqlTypes.Base("inet"),
            SqlScalarKind.Driver when scalar.Type.EndsWith("BigInteger", StringComparison.Ordinal) => SqlTypes.Numeric,
            _ => SqlTypes.Unknown,
        };
    }

    /// <summary>The name of a type of C# in messages.</summary>
    public static string Show(SqlScalarModel scalar)
    {
        var type = scalar.Type.Replace("global::", "");
        return (type.StartsWith("System.", StringComparison.Ordinal) && type.IndexOf('<') < 0 ? type.Substring(type.LastIndexOf('.') + 1) : type) + (scalar.IsNullable ? "?" : "");
    }

    /// <summary>Why a column cannot be read as a type; null where it can, or where that is not known.</summary>
    public static string? ReadObstacle(SqlScalarModel scalar, SqlTypeModel type, bool isSqlite)
    {
        if (SqlCasts.IsWild(type) || type.Form == SqlTypeForm.Literal && scalar.Kind == SqlScalarKind.String)
            return null;
        var fits = isSqlite ? ReadsSqlite(scalar.Kind, type.Name) : ReadsPostgres(scalar, type);
        return fits ? null : $"the column is {SqlTypes.Show(type)}, and '{Show(scalar)}' cannot be read from it{Remedy(scalar, type)}";
    }

    /// <summary>Why an argument does not go with a column of SQLite; null where it does.</summary>
    public static string? SqliteObstacle(SqlScalarModel scalar, SqlTypeModel column, bool isStrict)
    {
        var isText = scalar.Kind is SqlScalarKind.String or SqlScalarKind.Char or SqlScalarKind.Guid or SqlScalarKind.Enum or SqlScalarKind.DateTime or SqlScalarKind.DateTimeOffset or SqlScalarKind.DateOnly or SqlScalarKind.TimeOnly
            or SqlScalarKind.TimeSpan or SqlScalarKind.JsonElement or SqlScalarKind.JsonDocument or SqlScalarKind.JsonModel or SqlScalarKind.Array;
        var isNumber = scalar.Kind is < SqlScalarKind.Decimal;
        var fits = column.Form != SqlTypeForm.Base || column.Name switch
        {
            "int8" or "int4" or "bool" or "float8" or "numeric" => !isText && scalar.Kind != SqlScalarKind.Bytes,
            "text" => scalar.Kind != SqlScalarKind.Bytes,
            "bytea" => !isNumber && (!isStrict || scalar.Kind is SqlScalarKind.Bytes),
            _ => true,
        };
        return fits ? null : $"'{Show(scalar)}' travels as {(isText ? "TEXT" : scalar.Kind == SqlScalarKind.Bytes ? "BLOB" : "a number")}, and this is {SqlTypes.Show(column)}";
    }

    private static SqlTypeModel Sqlite(SqlScalarKind kind) => kind switch
    {
        SqlScalarKind.Boolean => SqlTypes.Bool,
        < SqlScalarKind.Single => SqlTypes.Int8,
        SqlScalarKind.Single or SqlScalarKind.Double => SqlTypes.Float8,
        SqlScalarKind.Bytes => SqlTypes.Bytea,
        SqlScalarKind.Driver => SqlTypes.Unknown,
        _ => SqlTypes.Text,
    };

    private static bool ReadsPostgres(SqlScalarModel scalar, SqlTypeModel type)
    {
        if (scalar.Kind == SqlScalarKind.Driver)
            return true;
        if (type.Form == SqlTypeForm.Array)
            return scalar.Kind == SqlScalarKind.Array && (SqlCasts.IsWild(type.Element!) || scalar.Element!.Kind == SqlScalarKind.Enum || ReadsPostgres(scalar.Element, type.Element!));
        if (type.Form == SqlTypeForm.Enum)
            return scalar.Kind is SqlScalarKind.String or SqlScalarKind.Enum or SqlScalarKind.Char;
        if (type.Form != SqlTypeForm.Base)
            return type.Form is SqlTypeForm.Literal && scalar.Kind is SqlScalarKind.String or SqlScalarKind.Char or SqlScalarKind.Enum or SqlScalarKind.JsonElement or SqlScalarKind.JsonDocument or SqlScalarKind.JsonModel or SqlScalarKind.Bytes;
        return type.Name switch
        {
            "bool" => scalar.Kind is SqlScalarKind.Boolean,
            "int2" or "int4" or "int8" or "numeric" => scalar.Kind is > SqlScalarKind.Boolean and <= SqlScalarKind.Decimal,
            "float4" or "float8" => scalar.Kind is SqlScalarKind.Single or SqlScalarKind.Double,
            "money" => scalar.Kind is SqlScalarKind.Decimal,
            "text" or "varchar" or "bpchar" or "name" or "xml" or "json" or "jsonb" or "jsonpath" => scalar.Kind is SqlScalarKind.String or SqlScalarKind.Char or SqlScalarKind.Bytes or SqlScalarKind.Enum or SqlScalarKind.JsonElement or SqlScalarKind.JsonDocument or SqlScalarKind.JsonModel,
            "uuid" => scalar.Kind is SqlScalarKind.Guid,
            "date" => scalar.Kind is SqlScalarKind.DateOnly or SqlScalarKind.DateTime,
            "time" => scalar.Kind is SqlScalarKind.TimeOnly or SqlScalarKind.TimeSpan,
            "timetz" => scalar.Kind is SqlScalarKind.DateTimeOffset,
            "timestamp" => scalar.Kind is SqlScalarKind.DateTime,
            "timestamptz" => scalar.Kind is SqlScalarKind.DateTime or SqlScalarKind.DateTimeOffset,
            "interval" => scalar.Kind is SqlScalarKind.TimeSpan,
            "bytea" => scalar.Kind is SqlScalarKind.Bytes,
            "bit" or "varbit" => scalar.Kind is SqlScalarKind.Boolean or SqlScalarKind.String,
            "inet" or "cidr" or "tsvector" or "tsquery" or "oid" => false,
            _ => true,
        };
    }

    private static bool ReadsSqlite(SqlScalarKind kind, string type)
    {
        var isNumber = kind is SqlScalarKind.Boolean or (> SqlScalarKind.Boolean and < SqlScalarKind.Decimal);
        return type switch
        {
            "text" => !isNumber,
            "int8" or "int4" or "bool" => kind is <= SqlScalarKind.Char or SqlScalarKind.JsonElement or SqlScalarKind.JsonDocument,
            "float8" => kind is SqlScalarKind.Single or SqlScalarKind.Double or SqlScalarKind.Decimal or SqlScalarKind.String or SqlScalarKind.DateTime or SqlScalarKind.DateTimeOffset or SqlScalarKind.JsonElement or SqlScalarKind.JsonDocument,
            "numeric" => kind is > SqlScalarKind.Boolean and <= SqlScalarKind.String or SqlScalarKind.JsonElement or SqlScalarKind.JsonDocument,
            "bytea" => kind is SqlScalarKind.Bytes or SqlScalarKind.Guid or SqlScalarKind.String or SqlScalarKind.JsonElement or SqlScalarKind.JsonDocument or SqlScalarKind.JsonModel or SqlScalarKind.Array,
            _ => true,
        };
    }

    private static string Remedy(SqlScalarModel scalar, SqlTypeModel type) => (type.Name, scalar.Kind) switch
    {
        ("inet" or "cidr", _) => "; take an IPAddress, or cast it to text",
        ("tsvector" or "tsquery", _) => "; take a type of NpgsqlTypes, or cast it to text",
        ("timestamp", SqlScalarKind.DateTimeOffset) => "; take a DateTime, or make the column timestamptz",
        _ => "",
    };
}
