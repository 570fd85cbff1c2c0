using System.Text;
using System.Text.Json;
using Integrations.Json;

namespace Integrations.Tests.Json;

/// <summary>Reads and writes one value.</summary>
internal static class Text
{
    internal static T Read<T, TCodec>(string json)
        where TCodec : struct, IJsonCodec<T> => Integrations.Json.Json.Read<T, TCodec>(Encoding.UTF8.GetBytes(json));

    internal static string Write<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T>
    {
        using var buffer = new PooledBuffer();
        Integrations.Json.Json.Write<T, TCodec>(value, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static JsonException Refuses<T, TCodec>(string json)
        where TCodec : struct, IJsonCodec<T> => Assert.Throws<JsonException>(() => Read<T, TCodec>(json));
}
