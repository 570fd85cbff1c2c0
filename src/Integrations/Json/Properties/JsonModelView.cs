using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Integrations.Json;

/// <summary>
/// A model as the extension data of itself. System.Text.Json puts here what it reads and finds no property for, and writes what is here: all of the model, by
/// the model's own code.
/// </summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It reads as what it is.")]
internal sealed class JsonModelView<T>(T model, Action<string, JsonElement> put) : Dictionary<string, JsonElement>, IDictionary<string, JsonElement>
    where T : class, IJsonObjectModel<T>
{
    internal T Model { get; } = model;

    JsonElement IDictionary<string, JsonElement>.this[string key]
    {
        get => base[key];
        set => put(key, value);
    }

    internal static JsonTypeInfo Describe(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateDictionaryInfo<JsonModelView<T>, string, JsonElement>(options, new()
        {
            KeyInfo = JsonScalarInfo.Create(typeof(string), options)!,
            ElementInfo = JsonScalarInfo.Create(typeof(JsonElement), options)!,
        });
}

/// <summary>Writes the properties of a model into the object that is open.</summary>
internal sealed class JsonModelViewConverter<T> : JsonConverter<JsonModelView<T>>
    where T : class, IJsonObjectModel<T>
{
    public override JsonModelView<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, JsonModelView<T> value, JsonSerializerOptions options)
    {
        using var buffer = new PooledBuffer(256);
        Json.Write<T, ModelCodec<T>>(value.Model, buffer);
        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = 512 });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // Not by the options' encoder: names are the model's, as its values are.
            writer.WritePropertyName(JsonEncodedText.Encode(reader.GetString()!, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var raw = buffer.WrittenMemory[start..(int)reader.BytesConsumed];
            if (writer.Options.Indented)
            {
                using var document = JsonDocument.Parse(raw, new JsonDocumentOptions { MaxDepth = 512 });
                document.RootElement.WriteTo(writer);
            }
            else
            {
                writer.WriteRawValue(raw.Span, skipInputValidation: true);
            }
        }
    }
}
