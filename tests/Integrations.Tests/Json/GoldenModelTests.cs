using System.Text.Json;
using Golden.Storefront;
using Integrations.Json;

namespace Integrations.Tests.Json;

public class GoldenModelTests
{
    private const string Full =
        """{"id":7,"name":null,"price":12.50,"state":"in-stock","note":null,"tags":["a","b"],"parts":[{"id":8,"name":"x","state":"rare"}],"dimensions":{"w":1.5,"h":2},"created_at":"2026-01-31T10:00:00+02:00","attributes":{"k":[1,2]},"vendor_x":{"deep":[true]},"vendor_y":null}""";

    [Fact]
    public void A_model_that_is_read_and_written_gives_the_same_text() =>
        Assert.Equal(Full, JsonModel.ToJson(JsonModel.Parse<Product>(Full)));

    [Fact]
    public void Every_property_is_read()
    {
        var product = JsonModel.Parse<Product>(Full);

        Assert.Equal(7, product.Id);
        Assert.Null(product.Name);
        Assert.Equal(12.5m, product.Price);
        Assert.Equal(ProductState.InStock, product.State);
        Assert.True(product.Note.HasValue);
        Assert.Null(product.Note.Value);
        Assert.Equal(["a", "b"], product.Tags!);
        Assert.Equal(new ProductState("rare"), Assert.Single(product.Parts!).State);
        Assert.Equal(1.5, product.Dimensions!["w"]);
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 10, 0, 0, TimeSpan.FromHours(2)), product.CreatedAt.Value);
        Assert.Equal(2, product.Attributes!.Value.GetProperty("k")[1].GetInt32());
        Assert.Equal(["vendor_x", "vendor_y"], product.AdditionalProperties.Keys);
    }

    [Fact]
    public void An_absent_optional_differs_from_null()
    {
        var product = JsonModel.Parse<Product>("""{"id":1,"name":"n","state":"sold-out"}""");

        Assert.False(product.Note.HasValue);
        Assert.Equal("""{"id":1,"name":"n","state":"sold-out"}""", JsonModel.ToJson(product));
    }

    [Fact]
    public void A_missing_required_property_is_named_with_its_model_and_path()
    {
        var error = Assert.Throws<JsonException>(() => JsonModel.Parse<Product>("""{"id":1,"name":"n","state":"s","parts":[{"id":2,"name":"m","state":"s"},{"id":3,"state":"s"}]}"""));

        Assert.Contains("required property 'name'", error.Message, StringComparison.Ordinal);
        Assert.Contains("model 'Product'", error.Message, StringComparison.Ordinal);
        Assert.Equal("$.parts[1]", error.Path);
    }

    [Fact]
    public void A_discriminator_chooses_the_derived_model_wherever_it_stands()
    {
        Assert.Equal("1234", Assert.IsType<CardPayment>(JsonModel.Parse<Payment>("""{"amount":1,"last4":"1234","kind":"card"}""")).Last4);
        Assert.Equal("cash", Assert.IsType<Payment>(JsonModel.Parse<Payment>("""{"amount":1,"kind":"cash"}""")).Kind);
        Assert.Equal("""{"kind":"card","last4":"1"}""", JsonModel.ToJson<Payment>(new CardPayment { Last4 = "1" }));
    }

    [Fact]
    public void A_union_takes_the_case_that_fits_and_keeps_what_fits_none()
    {
        Assert.IsType<string>(JsonModel.Parse<PaymentOrText>("\"text\"").Value);
        Assert.IsType<CardPayment>(JsonModel.Parse<PaymentOrText>("""{"kind":"card","last4":"1"}""").Value);
        Assert.IsType<Product>(JsonModel.Parse<PaymentOrText>("""{"id":1,"name":null,"state":"s"}""").Value);
        // Product's names, but a price that is none: the reader goes back.
        Assert.IsType<JsonElement>(JsonModel.Parse<PaymentOrText>("""{"id":1,"name":null,"state":"s","price":{}}""").Value);
        Assert.Equal("""[1,{"a":2}]""", JsonModel.ToJson(JsonModel.Parse<PaymentOrText>("""[1,{"a":2}]""")));
    }

    [Fact]
    public void Typed_additional_properties_are_read_by_name()
    {
        var scores = JsonModel.Parse<Scores>("""{"a":1,"title":"t","b\u0063":2}""");

        Assert.Equal(1, scores.AdditionalProperties["a"]);
        Assert.Equal(2, scores.AdditionalProperties["bc"]);
        Assert.Equal("""{"title":"t","a":1,"bc":2}""", JsonModel.ToJson(scores));
    }

    [Fact]
    public void Additional_properties_can_be_set_in_an_initialiser()
    {
        using var document = JsonDocument.Parse("[1]");
        var product = new Product { Id = 1, Name = "n", State = ProductState.InStock, AdditionalProperties = { ["x"] = document.RootElement } };

        Assert.Equal("""{"id":1,"name":"n","state":"in-stock","x":[1]}""", JsonModel.ToJson(product));
    }
}
