using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integrations.UserTypes.Tests.Types;

[JsonConverter(typeof(OrderIdConverter))]
public readonly record struct OrderId(int Value);

public sealed class OrderIdConverter : JsonConverter<OrderId>
{
    public override OrderId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(int.Parse(reader.GetString() is { Length: > 4 } text ? text["ord_".Length..] : throw new JsonException("No order id."), System.Globalization.CultureInfo.InvariantCulture));

    public override void Write(Utf8JsonWriter writer, OrderId value, JsonSerializerOptions options) => writer.WriteStringValue("ord_" + value.Value);
}

public sealed class UpperConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => (reader.GetString() ?? throw new JsonException()).ToLowerInvariant();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToUpperInvariant());
}

public sealed class PairConverter : JsonConverter<int[]>
{
    public override int[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("No pair.");
        var list = new List<int>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            reader.Read();
            list.Add(reader.GetInt32());
        }
        return [.. list];
    }

    public override void Write(Utf8JsonWriter writer, int[] value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        for (var i = 0; i < value.Length; i++)
            writer.WriteNumber("v" + i, value[i]);
        writer.WriteEndObject();
    }
}

[JsonModel]
public sealed partial class Converted
{
    public OrderId Id { get; set; }
    public OrderId? Maybe { get; set; }
    public List<OrderId> Many { get; set; } = [];
    [JsonConverter(typeof(UpperConverter))] public string Shout { get; set; } = "";
    [JsonConverter(typeof(UpperConverter))] public string? Quiet { get; set; }
    [JsonConverter(typeof(PairConverter))] public int[] Pair { get; set; } = [];
}
