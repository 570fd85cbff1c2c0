using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integrations.Json;

/// <summary>
/// Lets System.Text.Json read and write <see cref="Optional{T}"/>. What is unset is left out where the property says
/// <c>[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]</c>, and written as <c>null</c> elsewhere, for a converter cannot write nothing.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class OptionalConverter<T>(JsonConverter<T> inner) : JsonConverter<Optional<T>>
{
    public override bool HandleNull => true;

    public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null && default(T) is null ? new Optional<T>(default!) : new Optional<T>(inner.Read(ref reader, typeof(T), options)!);

    public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options)
    {
        if (value.ValueOrDefault is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            inner.Write(writer, value.Value, options);
        }
    }
}
