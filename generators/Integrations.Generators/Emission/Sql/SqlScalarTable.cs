using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Sql;

/// <summary>How kinds of values look to the drivers.</summary>
internal static class SqlScalarTable
{
    /// <summary>The type that the driver of PostgreSQL takes where it is not the value's own.</summary>
    public static string? PostgresCast(SqlScalarKind kind) => kind switch
    {
        SqlScalarKind.SByte or SqlScalarKind.Byte => "short",
        SqlScalarKind.UInt16 => "int",
        SqlScalarKind.UInt32 => "long",
        SqlScalarKind.UInt64 => "decimal",
        _ => null,
    };

    /// <summary>The NpgsqlDbType of a value; null where the driver tells it from the value.</summary>
    public static string? NpgsqlType(SqlScalarModel scalar)
    {
        if (scalar.Kind == SqlScalarKind.Array)
            return Name(scalar.Element!.Kind) is { } element ? $"{SqlNamesOf.NpgsqlType}Array | {SqlNamesOf.NpgsqlType}{element}" : null;
        return Name(scalar.Kind) is { } name ? SqlNamesOf.NpgsqlType + name : null;
    }

    private static string? Name(SqlScalarKind kind) => kind switch
    {
        SqlScalarKind.Boolean => "Boolean",
        SqlScalarKind.SByte or SqlScalarKind.Byte or SqlScalarKind.Int16 => "Smallint",
        SqlScalarKind.UInt16 or SqlScalarKind.Int32 => "Integer",
        SqlScalarKind.UInt32 or SqlScalarKind.Int64 => "Bigint",
        SqlScalarKind.UInt64 or SqlScalarKind.Decimal => "Numeric",
        SqlScalarKind.Single => "Real",
        SqlScalarKind.Double => "Double",
        SqlScalarKind.String or SqlScalarKind.Char => "Text",
        SqlScalarKind.Guid => "Uuid",
        SqlScalarKind.DateTimeOffset => "TimestampTz",
        SqlScalarKind.DateOnly => "Date",
        SqlScalarKind.TimeOnly => "Time",
        SqlScalarKind.TimeSpan => "Interval",
        SqlScalarKind.Bytes => "Bytea",
        SqlScalarKind.JsonElement or SqlScalarKind.JsonDocument or SqlScalarKind.JsonModel => "Jsonb",
        // As text of an unknown type: the server makes of it what the place asks for, text or an enum of its own.
        SqlScalarKind.Enum => "Unknown",
        _ => null,
    };
}
