using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integrations.Json;

/// <summary>
/// Lets System.Text.Json read and write emitted models, wherever they stand in a user's own types; emitted models name it in their
/// <see cref="JsonConverterAttribute"/>. The model reads and writes itself: naming policies and other options do not apply to it. A path in an error message starts at the model.
/// </summary>
/// <typeparam name="T">The model.</typeparam>
public sealed class JsonModelConverter<T> : JsonConverter<T>
    where T : IJsonModel<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var document = JsonDocument.ParseValue(ref reader);
        if (options.ReadCommentHandling == JsonCommentHandling.Disallow && !options.AllowTrailingCommas)
        {
            return JsonModel.Parse<T>(JsonMarshal.GetRawUtf8Value(document.RootElement));
        }
        // The text may hold what this library's reader refuses; writing it anew drops that.
        using var buffer = new PooledBuffer(256);
        using (var strict = new Utf8JsonWriter(buffer))
        {
            document.RootElement.WriteTo(strict);
        }
        return JsonModel.Parse<T>(buffer.WrittenSpan);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        using var buffer = new PooledBuffer(256);
        Json.Write<T, ModelCodec<T>>(value, buffer);
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
