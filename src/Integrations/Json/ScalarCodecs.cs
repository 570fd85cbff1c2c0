using System.Numerics;
using System.Text.Json;

namespace Integrations.Json;

/// <summary>Reads and writes as <see cref="JsonReader.String()"/> and <see cref="JsonWriter.StringValue(string)"/> do.</summary>
public readonly struct StringCodec : IJsonCodec<string>
{
    /// <inheritdoc/>
    public static string Read(ref JsonReader reader) => reader.String();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, string value) => writer.StringValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.Boolean()"/> and <see cref="JsonWriter.BooleanValue(bool)"/> do.</summary>
public readonly struct BooleanCodec : IJsonCodec<bool>
{
    /// <inheritdoc/>
    public static bool Read(ref JsonReader reader) => reader.Boolean();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, bool value) => writer.BooleanValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.Int32()"/> and <see cref="JsonWriter.Int32Value(int)"/> do.</summary>
public readonly struct Int32Codec : IJsonCodec<int>
{
    /// <inheritdoc/>
    public static int Read(ref JsonReader reader) => reader.Int32();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, int value) => writer.Int32Value(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.Int64()"/> and <see cref="JsonWriter.Int64Value(long)"/> do.</summary>
public readonly struct Int64Codec : IJsonCodec<long>
{
    /// <inheritdoc/>
    public static long Read(ref JsonReader reader) => reader.Int64();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, long value) => writer.Int64Value(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.UInt64()"/> and <see cref="JsonWriter.UInt64Value(ulong)"/> do.</summary>
public readonly struct UInt64Codec : IJsonCodec<ulong>
{
    /// <inheritdoc/>
    public static ulong Read(ref JsonReader reader) => reader.UInt64();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, ulong value) => writer.UInt64Value(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.BigInteger()"/> and <see cref="JsonWriter.BigIntegerValue(BigInteger)"/> do.</summary>
public readonly struct BigIntegerCodec : IJsonCodec<BigInteger>
{
    /// <inheritdoc/>
    public static BigInteger Read(ref JsonReader reader) => reader.BigInteger();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, BigInteger value) => writer.BigIntegerValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.Double()"/> and <see cref="JsonWriter.DoubleValue(double)"/> do.</summary>
public readonly struct DoubleCodec : IJsonCodec<double>
{
    /// <inheritdoc/>
    public static double Read(ref JsonReader reader) => reader.Double();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, double value) => writer.DoubleValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.Single()"/> and <see cref="JsonWriter.SingleValue(float)"/> do.</summary>
public readonly struct SingleCodec : IJsonCodec<float>
{
    /// <inheritdoc/>
    public static float Read(ref JsonReader reader) => reader.Single();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, float value) => writer.SingleValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.Decimal()"/> and <see cref="JsonWriter.DecimalValue(decimal)"/> do.</summary>
public readonly struct DecimalCodec : IJsonCodec<decimal>
{
    /// <inheritdoc/>
    public static decimal Read(ref JsonReader reader) => reader.Decimal();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, decimal value) => writer.DecimalValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.DateTimeOffset()"/> and <see cref="JsonWriter.DateTimeOffsetValue(DateTimeOffset)"/> do.</summary>
public readonly struct DateTimeOffsetCodec : IJsonCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset Read(ref JsonReader reader) => reader.DateTimeOffset();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, DateTimeOffset value) => writer.DateTimeOffsetValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.DateOnly()"/> and <see cref="JsonWriter.DateOnlyValue(DateOnly)"/> do.</summary>
public readonly struct DateOnlyCodec : IJsonCodec<DateOnly>
{
    /// <inheritdoc/>
    public static DateOnly Read(ref JsonReader reader) => reader.DateOnly();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, DateOnly value) => writer.DateOnlyValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.TimeOnly()"/> and <see cref="JsonWriter.TimeOnlyValue(TimeOnly)"/> do.</summary>
public readonly struct TimeOnlyCodec : IJsonCodec<TimeOnly>
{
    /// <inheritdoc/>
    public static TimeOnly Read(ref JsonReader reader) => reader.TimeOnly();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, TimeOnly value) => writer.TimeOnlyValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.TimeSpan()"/> and <see cref="JsonWriter.TimeSpanValue(TimeSpan)"/> do.</summary>
public readonly struct TimeSpanCodec : IJsonCodec<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan Read(ref JsonReader reader) => reader.TimeSpan();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, TimeSpan value) => writer.TimeSpanValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.Guid()"/> and <see cref="JsonWriter.GuidValue(Guid)"/> do.</summary>
public readonly struct GuidCodec : IJsonCodec<Guid>
{
    /// <inheritdoc/>
    public static Guid Read(ref JsonReader reader) => reader.Guid();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, Guid value) => writer.GuidValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.Bytes()"/> and <see cref="JsonWriter.BytesValue(byte[])"/> do.</summary>
public readonly struct BytesCodec : IJsonCodec<byte[]>
{
    /// <inheritdoc/>
    public static byte[] Read(ref JsonReader reader) => reader.Bytes();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, byte[] value) => writer.BytesValue(value);
}

/// <summary>Reads and writes as <see cref="JsonReader.Element()"/> and <see cref="JsonWriter.Element(JsonElement)"/> do.</summary>
public readonly struct ElementCodec : IJsonCodec<JsonElement>
{
    /// <inheritdoc/>
    public static JsonElement Read(ref JsonReader reader) => reader.Element();

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, JsonElement value) => writer.Element(value);
}
