using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Integrations.Json;

/// <summary>Reads and writes models as JSON texts.</summary>
public static class JsonModel
{
    /// <summary>Reads a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="json">The JSON text.</param>
    /// <returns>The model.</returns>
    /// <exception cref="JsonException">The text is no such model.</exception>
    public static T Parse<T>(string json)
        where T : IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(json);
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return Parse<T>(rented.AsSpan(0, Encoding.UTF8.GetBytes(json, rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Reads a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="utf8">The JSON text in UTF-8.</param>
    /// <returns>The model.</returns>
    /// <exception cref="JsonException">The text is no such model.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8)
        where T : IJsonModel<T> => Json.Read<T, ModelCodec<T>>(utf8);

    /// <summary>Writes a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="model">The model.</param>
    /// <returns>Its JSON text.</returns>
    /// <exception cref="JsonException">The model cannot be written.</exception>
    public static string ToJson<T>(T model)
        where T : IJsonModel<T>
    {
        using var buffer = new PooledBuffer(256);
        Json.Write<T, ModelCodec<T>>(model, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="model">The model.</param>
    /// <returns>Its JSON text in UTF-8.</returns>
    /// <exception cref="JsonException">The model cannot be written.</exception>
    public static byte[] ToUtf8Json<T>(T model)
        where T : IJsonModel<T>
    {
        using var buffer = new PooledBuffer(256);
        Json.Write<T, ModelCodec<T>>(model, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Makes a body of <c>application/json</c> of a model, such as <see cref="RawCalls"/> take.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="model">The model.</param>
    /// <returns>The body; it can be sent again.</returns>
    /// <exception cref="JsonException">The model cannot be written.</exception>
    public static HttpContent ToContent<T>(T model)
        where T : IJsonModel<T>
    {
        var content = new ByteArrayContent(ToUtf8Json(model));
        content.Headers.ContentType = new("application/json");
        return content;
    }
}
