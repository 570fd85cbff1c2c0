using System.Text.Json;
using Integrations.Json;

namespace Integrations.Http;

/// <summary>The value of an array or object parameter: what its codec writes, as a tree to walk.</summary>
internal static class ParameterValue
{
    public static JsonDocument Parse<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T>
    {
        using var buffer = new PooledBuffer(256);
        Integrations.Json.Json.Write<T, TCodec>(value, buffer);
        // Copied: the document keeps reading its bytes after the pooled ones go back.
        return JsonDocument.Parse(buffer.WrittenMemory.ToArray());
    }

    /// <summary>The whole value as JSON text; null where there is none.</summary>
    public static string? Json<T, TCodec>(T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
        {
            return null;
        }
        using var buffer = new PooledBuffer(256);
        Integrations.Json.Json.Write<T, TCodec>(value, buffer);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenMemory.Span);
    }

    /// <summary>A leaf as text. What is nested deeper than the style can say is written as JSON.</summary>
    public static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    public static bool HasItems(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Null)
                {
                    return true;
                }
            }
            return false;
        }
        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null)
            {
                return true;
            }
        }
        return false;
    }
}
