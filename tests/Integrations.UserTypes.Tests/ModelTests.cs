using System.Text.Json;
using Integrations.Json;
using Integrations.UserTypes.Tests.Shop;
using Integrations.UserTypes.Tests.Types;

namespace Integrations.UserTypes.Tests;

/// <summary>Emitted models within types of a user's own.</summary>
public class ModelTests
{
    private const string Product = """{"sku":"a","name":"A","price":1.50,"state":"in-stock","x":[1]}""";
    private const string Order = """{"id":"3f2504e0-4f89-11d3-9a0c-0305e82c3301","reference":"r","state":"placed","total":2,"payment":{"method":"card","card_token":"t"},"placed_at":"2026-01-31T12:00:00Z"}""";

    private const string Text = $$"""
        {"order":{{Order}},"best":null,"others":[{{Product}}],"byName":{"a":{{Product}},"b":null},"state":"new-one","alias":{{Product}},"counts":{"in-stock":1} }
        """;

    [Fact]
    public void Emitted_models_enums_unions_and_collections_of_them_are_read_and_written()
    {
        var placed = JsonModel.Parse<Placed>(Text);

        Assert.Equal("t", Assert.IsType<CardPayment>(placed.Order.Payment.Value).CardToken);
        Assert.Equal("new-one", placed.State!.Value.Value);
        Assert.Equal(1, placed.Others[0].AdditionalProperties["x"][0].GetInt32());
        Assert.Equal(Text.Replace(" }", "}", StringComparison.Ordinal), JsonModel.ToJson(placed));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":null,"size":null,"product":null,"plain":0}""")]
    [InlineData($$"""{"name":"n","size":3,"product":{{Product}},"plain":4}""")]
    public void The_three_states_of_an_Optional_are_kept(string json) => Assert.Equal(json, JsonModel.ToJson(JsonModel.Parse<Patch>(json)));

    [Fact]
    public void An_error_within_a_model_has_the_path_from_the_outside()
    {
        var exception = Assert.Throws<JsonException>(() => JsonModel.Parse<Placed>(Text.Replace("\"total\":2", "\"total\":\"x\"", StringComparison.Ordinal)));

        Assert.Equal("$.order.total", exception.Path);
    }
}
