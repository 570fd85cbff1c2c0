using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

#pragma warning disable CA1000 // a codec is a type argument: its static members are called through the constraint

namespace Integrations.Json;

/// <summary>
/// What a converter of a user's own reads and writes. It gets options with the defaults of <see cref="JsonSerializerDefaults.Web"/>, which know
/// .NET's scalars and emitted models; it reads one value, and its text is written as it is.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TConverter">The converter; one instance is made for the program.</typeparam>
public readonly struct ConverterCodec<T, TConverter> : IJsonCodec<T>
    where TConverter : JsonConverter<T>, new()
{
    private static readonly TConverter s_converter = new();

    /// <inheritdoc/>
    public static T Read(ref JsonReader reader) => JsonBridge.Read(ref reader, s_converter)!;

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T value) => JsonBridge.Write(ref writer, s_converter, value);
}

/// <summary>The same by the converter that a factory makes.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TFactory">The factory; one instance is made for the program.</typeparam>
public readonly struct ConverterFactoryCodec<T, TFactory> : IJsonCodec<T>
    where TFactory : JsonConverterFactory, new()
{
    private static readonly JsonConverter<T> s_converter = (JsonConverter<T>)new TFactory().CreateConverter(typeof(T), JsonBridge.Options)!;

    /// <inheritdoc/>
    public static T Read(ref JsonReader reader) => JsonBridge.Read(ref reader, s_converter)!;

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T value) => JsonBridge.Write(ref writer, s_converter, value);
}

/// <summary>From this library's reader and writer to those of System.Text.Json.</summary>
internal static class JsonBridge
{
    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JsonReader.MaxDepth };

    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = JsonReader.MaxDepth,
        TypeInfoResolver = JsonModelResolver.Models,
    };

    internal static T? Read<T>(ref JsonReader reader, JsonConverter<T> converter)
    {
        var start = reader.Position;
        if (default(T) is null && !converter.HandleNull && reader.TryNull())
        {
            reader.RefuseAt(start, "expected a value, found null"); // where null may stand, it never comes here
        }
        var text = new Utf8JsonReader(reader.Raw(), new JsonReaderOptions { MaxDepth = JsonReader.MaxDepth });
        text.Read();
        T? value;
        string? failure;
        try
        {
            value = converter.Read(ref text, typeof(T), Options);
            failure = text.BytesConsumed == 0 || text.CurrentDepth != 0 || text.Read() ? "read more or less than one value" : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            // The message is the user's own, which knows what may be said; those of a wrong kind or format are System.Text.Json's.
            value = default;
            failure = "refused it: " + exception.Message;
        }
        if (failure is not null)
        {
            reader.RefuseAt(start, $"the converter '{converter.GetType().Name}' {failure}");
        }
        return value;
    }

    internal static void Write<T>(ref JsonWriter writer, JsonConverter<T> converter, T value)
    {
        if (!converter.HandleNull)
        {
            JsonWriter.ThrowIfNull(value);
        }
        using var buffer = new PooledBuffer(256);
        using (var text = new Utf8JsonWriter(buffer, WriterOptions))
        {
            converter.Write(text, value, Options);
        }
        writer.Raw(buffer.WrittenSpan);
    }
}
