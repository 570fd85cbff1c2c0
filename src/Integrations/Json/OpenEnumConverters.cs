using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integrations.Json;

/// <summary>Lets System.Text.Json read and write string enums that keep unknown values, also as keys of dictionaries.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class OpenEnumConverter<T> : JsonConverter<T>, IJsonModelEntrySource
    where T : struct, IStringEnum<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? T.From(reader.GetString()!)
            : throw new JsonException($"The JSON cannot be read as {typeof(T).Name}: expected a string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(TextOf(value));
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.From(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(TextOf(value));
    }

    JsonModelEntry IJsonModelEntrySource.ToEntry() => new JsonStructEntry<T>(this);

    private static string TextOf(T value) => value.Value ?? throw new JsonException($"{typeof(T).Name} cannot be written: it is default, which stands for no string.");
}

/// <summary>Lets System.Text.Json read and write integer enums that keep unknown values, also as keys of dictionaries.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class OpenIntegerEnumConverter<T> : JsonConverter<T>, IJsonModelEntrySource
    where T : struct, IIntegerEnum<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value)
            ? T.From(value)
            : throw new JsonException($"The JSON cannot be read as {typeof(T).Name}: expected a 64-bit integer.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Value);
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? T.From(value)
            : throw new JsonException($"The JSON cannot be read as {typeof(T).Name}: a property's name is no 64-bit integer.");

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Value.ToString(CultureInfo.InvariantCulture));
    }

    JsonModelEntry IJsonModelEntrySource.ToEntry() => new JsonStructEntry<T>(this);
}
