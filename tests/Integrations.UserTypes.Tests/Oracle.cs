using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Integrations.Json;

namespace Integrations.UserTypes.Tests;

/// <summary>What System.Text.Json does by reflection, with the options that docs/json.md names as equal.</summary>
internal static class Oracle
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static JsonSerializerOptions With(JsonNamingPolicy? naming) => new(Options) { PropertyNamingPolicy = naming };

    public static string Write<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T>
    {
        using var buffer = new PooledBuffer();
        Json.Json.Write<T, TCodec>(value, buffer);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static T Read<T, TCodec>(string json)
        where TCodec : struct, IJsonCodec<T> => Json.Json.Read<T, TCodec>(System.Text.Encoding.UTF8.GetBytes(json));
}
