using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integrations.Json;

/// <summary>
/// Lets System.Text.Json read and write what has a codec. The type reads and writes itself: naming policies and other options do not apply to it. A path in an
/// error message starts at the type.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public class JsonCodecConverter<T, TCodec> : JsonConverter<T>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var document = JsonDocument.ParseValue(ref reader);
        if (options.ReadCommentHandling == JsonCommentHandling.Disallow && !options.AllowTrailingCommas)
        {
            return Json.Read<T, TCodec>(JsonMarshal.GetRawUtf8Value(document.RootElement));
        }
        // The text may hold what this library's reader refuses; writing it anew drops that.
        using var buffer = new PooledBuffer(256);
        using (var strict = new Utf8JsonWriter(buffer))
        {
            document.RootElement.WriteTo(strict);
        }
        return Json.Read<T, TCodec>(buffer.WrittenSpan);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        using var buffer = new PooledBuffer(256);
        Json.Write<T, TCodec>(value, buffer);
        if (writer.Options.Indented)
        {
            using var document = JsonDocument.Parse(buffer.WrittenMemory);
            document.RootElement.WriteTo(writer);
        }
        else
        {
            writer.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
        }
    }
}
