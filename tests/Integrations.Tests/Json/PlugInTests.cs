using System.Text.Json;
using System.Text.Json.Serialization;
using Golden.Storefront;

namespace Integrations.Tests.Json;

public class PlugInTests
{
    private const string Order = """{"number":1,"product":{"id":1,"name":"n","state":"in-stock","x":[1]},"states":{"rare":2},"priority":1,"payment":{"kind":"card","last4":"1"},"any":"text"}""";

    private static readonly JsonSerializerOptions s_smallPieces = new(JsonSerializerDefaults.Web) { DefaultBufferSize = 16 };

    [Fact]
    public void Models_read_and_write_inside_a_users_own_type_by_reflection()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        var order = JsonSerializer.Deserialize<UserOrder>(Order, options)!;

        Assert.Equal(1, order.Product!.AdditionalProperties["x"][0].GetInt32());
        Assert.Equal("card", order.Payment!.Kind);
        Assert.Equal(2, order.States![new ProductState("rare")]);
        Assert.Equal(Order, JsonSerializer.Serialize(order, options));
    }

    [Fact]
    public void Models_read_and_write_inside_a_source_generated_context() =>
        Assert.Equal(Order, JsonSerializer.Serialize(JsonSerializer.Deserialize(Order, UserContext.Default.UserOrder), UserContext.Default.UserOrder));

    [Fact]
    public void Comments_and_indentation_that_the_user_allows_are_allowed_in_models_too()
    {
        var options = new JsonSerializerOptions { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, WriteIndented = true };
        var payment = JsonSerializer.Deserialize<Payment>("""{"kind":"cash",/* by hand */"amount":1,}""", options)!;

        Assert.Equal(1, payment.Amount);
        Assert.Equal("{\n  \"kind\": \"cash\",\n  \"amount\": 1\n}", JsonSerializer.Serialize(payment, options).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_model_is_read_from_a_stream_that_comes_in_pieces()
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"[{Order},{Order}]"));
        var orders = await JsonSerializer.DeserializeAsync<List<UserOrder>>(stream, s_smallPieces);

        Assert.Equal("n", orders![1].Product!.Name);
    }

    [Fact]
    public void A_wrong_value_is_refused_by_a_JsonException() =>
        Assert.Contains("'state'", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Product>("""{"id":1,"name":"n"}""")).Message, StringComparison.Ordinal);
}

public sealed class UserOrder
{
    public int Number { get; set; }
    public Product? Product { get; set; }
    public Dictionary<ProductState, int>? States { get; set; }
    public Priority? Priority { get; set; }
    public Payment? Payment { get; set; }
    public PaymentOrText? Any { get; set; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UserOrder))]
internal sealed partial class UserContext : JsonSerializerContext;
