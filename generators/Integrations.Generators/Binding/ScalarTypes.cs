using System.Globalization;
using System.Numerics;
using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>
/// The C# type of a scalar schema. A format is followed only where its type loses nothing of what is on the wire: a duration of months, a time
/// with an offset, a relative URI and an int64 in a string stay strings. The table is in docs/types.md.
/// </summary>
internal static class ScalarTypes
{
    public static TypeModel Of(SpecSchema schema, SpecTypes type) => type switch
    {
        SpecTypes.Boolean => WireTypes.Boolean,
        SpecTypes.Integer => Integer(schema),
        SpecTypes.Number => Number(schema),
        SpecTypes.String => String(schema),
        _ => Untyped(schema),
    };

    private static TypeModel Integer(SpecSchema schema)
    {
        switch (schema.Format)
        {
            case "int32" or "int16" or "int8" or "uint8" or "uint16": return WireTypes.Int32;
            case "uint64": return WireTypes.UInt64;
        }
        if (Bound(schema.Maximum) is { } maximum && maximum > long.MaxValue)
            return maximum <= ulong.MaxValue && Bound(schema.Minimum) is { Sign: >= 0 } ? WireTypes.UInt64 : WireTypes.BigInteger;
        if (Bound(schema.Minimum) is { } minimum && minimum < long.MinValue)
            return WireTypes.BigInteger;
        return WireTypes.Int64;
    }

    private static TypeModel Number(SpecSchema schema) => schema.Format switch
    {
        "float" => WireTypes.Single,
        "decimal" or "decimal128" or "currency" or "money" => WireTypes.Decimal,
        "int32" => WireTypes.Double, // a number that calls itself int32 may still have a fraction
        _ => WireTypes.Double,
    };

    private static TypeModel String(SpecSchema schema) => schema.Format switch
    {
        // A constant is what it is, whatever format it is said to have: SendGrid's date-time "now".
        _ when schema.Enum.Count > 0 || schema.Const is not null => WireTypes.String,
        "date-time" => WireTypes.DateTimeOffset,
        "date" => WireTypes.DateOnly,
        "uuid" or "guid" => WireTypes.Guid,
        "byte" or "base64" or "base64url" => WireTypes.Bytes,
        _ => schema.ContentEncoding is "base64" or "base64url" ? WireTypes.Bytes : WireTypes.String,
    };

    /// <summary>No <c>type</c>: its constant or all of its values tell it, else it is anything.</summary>
    private static TypeModel Untyped(SpecSchema schema)
    {
        if (schema.Const is { } constant)
            return OfValue(constant) ?? WireTypes.Element;
        TypeModel? type = null;
        foreach (var value in schema.Enum)
        {
            if (value == "null")
                continue;
            var own = OfValue(value);
            if (own is null || (type is not null && type != own))
                return WireTypes.Element;
            type = own;
        }
        return type ?? WireTypes.Element;
    }

    private static TypeModel? OfValue(string json) => json switch
    {
        "null" or "" => null,
        "true" or "false" => WireTypes.Boolean,
        _ when json[0] == '"' => WireTypes.String,
        _ when SchemaFacts.IsInt64(json) => WireTypes.Int64,
        _ when json[0] == '-' || char.IsDigit(json[0]) => WireTypes.Double,
        _ => null,
    };

    private static BigInteger? Bound(string? text)
    {
        if (text is null)
            return null;
        if (BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return value;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number) && !double.IsNaN(number)
            ? new BigInteger(number)
            : null;
    }
}
