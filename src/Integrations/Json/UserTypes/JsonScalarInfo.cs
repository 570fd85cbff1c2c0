using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Integrations.Json;

/// <summary>.NET's scalars, for options that have no other resolver.</summary>
internal static class JsonScalarInfo
{
    internal static JsonTypeInfo? Create(Type type, JsonSerializerOptions options) => Type.GetTypeCode(type.IsEnum ? null : type) switch
    {
        TypeCode.Boolean => JsonMetadataServices.CreateValueInfo<bool>(options, JsonMetadataServices.BooleanConverter),
        TypeCode.Byte => JsonMetadataServices.CreateValueInfo<byte>(options, JsonMetadataServices.ByteConverter),
        TypeCode.SByte => JsonMetadataServices.CreateValueInfo<sbyte>(options, JsonMetadataServices.SByteConverter),
        TypeCode.Int16 => JsonMetadataServices.CreateValueInfo<short>(options, JsonMetadataServices.Int16Converter),
        TypeCode.UInt16 => JsonMetadataServices.CreateValueInfo<ushort>(options, JsonMetadataServices.UInt16Converter),
        TypeCode.Int32 => JsonMetadataServices.CreateValueInfo<int>(options, JsonMetadataServices.Int32Converter),
        TypeCode.UInt32 => JsonMetadataServices.CreateValueInfo<uint>(options, JsonMetadataServices.UInt32Converter),
        TypeCode.Int64 => JsonMetadataServices.CreateValueInfo<long>(options, JsonMetadataServices.Int64Converter),
        TypeCode.UInt64 => JsonMetadataServices.CreateValueInfo<ulong>(options, JsonMetadataServices.UInt64Converter),
        TypeCode.Single => JsonMetadataServices.CreateValueInfo<float>(options, JsonMetadataServices.SingleConverter),
        TypeCode.Double => JsonMetadataServices.CreateValueInfo<double>(options, JsonMetadataServices.DoubleConverter),
        TypeCode.Decimal => JsonMetadataServices.CreateValueInfo<decimal>(options, JsonMetadataServices.DecimalConverter),
        TypeCode.Char => JsonMetadataServices.CreateValueInfo<char>(options, JsonMetadataServices.CharConverter),
        TypeCode.String => JsonMetadataServices.CreateValueInfo<string>(options, JsonMetadataServices.StringConverter),
        TypeCode.DateTime => JsonMetadataServices.CreateValueInfo<DateTime>(options, JsonMetadataServices.DateTimeConverter),
        _ => Other(type, options),
    };

    private static JsonTypeInfo? Other(Type type, JsonSerializerOptions options)
    {
        if (type == typeof(Guid))
        {
            return JsonMetadataServices.CreateValueInfo<Guid>(options, JsonMetadataServices.GuidConverter);
        }
        if (type == typeof(DateTimeOffset))
        {
            return JsonMetadataServices.CreateValueInfo<DateTimeOffset>(options, JsonMetadataServices.DateTimeOffsetConverter);
        }
        if (type == typeof(DateOnly))
        {
            return JsonMetadataServices.CreateValueInfo<DateOnly>(options, JsonMetadataServices.DateOnlyConverter);
        }
        if (type == typeof(TimeOnly))
        {
            return JsonMetadataServices.CreateValueInfo<TimeOnly>(options, JsonMetadataServices.TimeOnlyConverter);
        }
        if (type == typeof(TimeSpan))
        {
            return JsonMetadataServices.CreateValueInfo<TimeSpan>(options, JsonMetadataServices.TimeSpanConverter);
        }
        if (type == typeof(Uri))
        {
            return JsonMetadataServices.CreateValueInfo<Uri?>(options, JsonMetadataServices.UriConverter);
        }
        if (type == typeof(byte[]))
        {
            return JsonMetadataServices.CreateValueInfo<byte[]?>(options, JsonMetadataServices.ByteArrayConverter);
        }
        if (type == typeof(JsonElement))
        {
            return JsonMetadataServices.CreateValueInfo<JsonElement>(options, JsonMetadataServices.JsonElementConverter);
        }
        return type == typeof(JsonNode) ? JsonMetadataServices.CreateValueInfo<JsonNode?>(options, JsonMetadataServices.JsonNodeConverter) : null;
    }
}
