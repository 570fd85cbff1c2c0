using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

#pragma warning disable CA1000 // a codec is a type argument: its static members are called through the constraint

namespace Integrations.Json;

/// <summary>Reads and writes as <see cref="JsonReader.Integer{T}"/> and <see cref="JsonWriter.IntegerValue{T}"/> do.</summary>
/// <typeparam name="T">The integer.</typeparam>
public readonly struct IntegerCodec<T> : IJsonCodec<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    /// <inheritdoc/>
    public static T Read(ref JsonReader reader) => reader.Integer<T>();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T value) => writer.IntegerValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.Half"/> and <see cref="JsonWriter.HalfValue"/> do.</summary>
public readonly struct HalfCodec : IJsonCodec<Half>
{
    /// <inheritdoc/>
    public static Half Read(ref JsonReader reader) => reader.Half();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, Half value) => writer.HalfValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.DateTime"/> and <see cref="JsonWriter.DateTimeValue"/> do.</summary>
public readonly struct DateTimeCodec : IJsonCodec<DateTime>
{
    /// <inheritdoc/>
    public static DateTime Read(ref JsonReader reader) => reader.DateTime();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, DateTime value) => writer.DateTimeValue(value);
}

/// <summary>Reads as <see cref="JsonReader.DateTimeOffset"/> does, which without an offset means UTC, and writes the offset always.</summary>
public readonly struct DateTimeWithOffsetCodec : IJsonCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset Read(ref JsonReader reader) => reader.DateTimeOffset();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, DateTimeOffset value) => writer.DateTimeWithOffsetValue(value);
}

/// <summary>A time of day, with seven digits of a fraction or none.</summary>
public readonly struct TimeOfDayCodec : IJsonCodec<TimeOnly>
{
    /// <inheritdoc/>
    public static TimeOnly Read(ref JsonReader reader) => reader.TimeOnly();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, TimeOnly value) => writer.DurationValue(value.ToTimeSpan());
}

/// <summary>Reads and writes as <see cref="JsonReader.Duration"/> and <see cref="JsonWriter.DurationValue"/> do.</summary>
public readonly struct DurationCodec : IJsonCodec<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan Read(ref JsonReader reader) => reader.Duration();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, TimeSpan value) => writer.DurationValue(value);
}

/// <summary>A string of one character.</summary>
public readonly struct CharCodec : IJsonCodec<char>
{
    /// <inheritdoc/>
    public static char Read(ref JsonReader reader) => reader.Char();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, char value) => writer.StringValue(value.ToString());
}

/// <summary>A URI as it was written.</summary>
public readonly struct UriCodec : IJsonCodec<Uri>
{
    /// <inheritdoc/>
    public static Uri Read(ref JsonReader reader) => reader.Uri();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, Uri value)
    {
        JsonWriter.ThrowIfNull(value);
        writer.StringValue(value.OriginalString);
    }
}

/// <summary>A version such as <c>1.2.3</c>.</summary>
public readonly struct VersionCodec : IJsonCodec<Version>
{
    /// <inheritdoc/>
    public static Version Read(ref JsonReader reader) => reader.Version();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, Version value)
    {
        JsonWriter.ThrowIfNull(value);
        writer.StringValue(value.ToString());
    }
}

/// <summary>Any JSON as a tree that can be changed.</summary>
/// <typeparam name="T"><see cref="JsonNode"/> or one that extends it.</typeparam>
public readonly struct NodeCodec<T> : IJsonCodec<T>
    where T : JsonNode
{
    /// <inheritdoc/>
    public static T Read(ref JsonReader reader)
    {
        var start = reader.Position;
        if (JsonNode.Parse(reader.Raw(), documentOptions: new JsonDocumentOptions { MaxDepth = JsonReader.MaxDepth }) is T node)
        {
            return node;
        }
        reader.RefuseAt(start, $"the value is no {typeof(T).Name}");
        return null;
    }

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T value)
    {
        JsonWriter.ThrowIfNull(value);
        using var buffer = new PooledBuffer(256);
        using (var text = new Utf8JsonWriter(buffer, JsonBridge.WriterOptions))
        {
            value.WriteTo(text);
        }
        writer.Raw(buffer.WrittenSpan);
    }
}

/// <summary>Any JSON as a document; what was read need not be disposed.</summary>
public readonly struct DocumentCodec : IJsonCodec<JsonDocument>
{
    /// <inheritdoc/>
    public static JsonDocument Read(ref JsonReader reader) =>
        JsonDocument.Parse(reader.Raw().ToArray(), new JsonDocumentOptions { MaxDepth = JsonReader.MaxDepth });

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, JsonDocument value)
    {
        JsonWriter.ThrowIfNull(value);
        writer.Element(value.RootElement);
    }
}
