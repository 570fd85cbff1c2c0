using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Integrations.Json;
using Integrations.UserTypes.Tests.Shop;
using Integrations.UserTypes.Tests.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integrations.UserTypes.Tests;

/// <summary>What System.Text.Json knows of models where a project sets IntegrationsJsonProperties, as this one does.</summary>
public class PropertiesTests
{
    private const string Product = """{"sku":"a\u00e9<","name":"A","price":1.50,"state":"new-one","note":null,"released_on":"2026-01-31","tags":["x","<"],"dimensions":{"w":1.5},"+x<":[1.0]}""";

    // No other resolver: what is not described is not known.
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.General) { TypeInfoResolver = IntegrationsJson.Default };

    [Fact]
    public void Names_types_and_presence_are_known()
    {
        var info = s_options.GetTypeInfo(typeof(Product));

        Assert.Equal(JsonTypeInfoKind.Object, info.Kind);
        Assert.Equal(
            [
                ("sku", typeof(string), true, false), ("name", typeof(string), true, false), ("price", typeof(decimal), true, false), ("state", typeof(string), true, false),
                ("note", typeof(string), false, true), ("released_on", typeof(DateOnly?), false, true), ("tags", typeof(List<string>), false, true),
                ("dimensions", typeof(Dictionary<string, double>), false, true),
            ],
            info.Properties.Where(static p => !p.IsExtensionData).Select(static p => (p.Name, p.PropertyType, p.IsRequired, p.IsGetNullable)));
    }

    [Fact]
    public void Values_are_got_and_set_through_them()
    {
        var product = JsonModel.Parse<Product>(Product);
        var properties = s_options.GetTypeInfo(typeof(Product)).Properties.ToDictionary(static p => p.Name, StringComparer.Ordinal);

        Assert.Equal("new-one", properties["state"].Get!(product));
        properties["state"].Set!(product, "sold-out");
        properties["released_on"].Set!(product, null);
        properties["note"].Set!(product, "n");
        Assert.Equal("sold-out", product.State.Value);
        Assert.Null(product.ReleasedOn);
        Assert.Equal("n", product.Note.Value);
        Assert.Throws<JsonException>(() => properties["sku"].Set!(product, null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_written_is_what_the_model_writes(bool web)
    {
        var options = new JsonSerializerOptions(web ? JsonSerializerDefaults.Web : JsonSerializerDefaults.General) { TypeInfoResolver = IntegrationsJson.Default };
        Same<Product>(Product, options);
        Same<Product>("""{"sku":"","name":"","price":0,"state":"in-stock"}""", options);
        Same<ProductPatch>("{}", options);
        Same<ProductPatch>("""{"price":1.0,"state":"x","note":null}""", options);
        Same<Order>("""{"id":"3f2504e0-4f89-11d3-9a0c-0305e82c3301","reference":"r","state":"placed","total":2,"payment":{"method":"card","card_token":"t"},"placed_at":"2026-01-31T12:00:00Z"}""", options);
        Assert.Equal($"[{JsonModel.ToJson(JsonModel.Parse<Product>(Product))}]", Again<List<Product>>($"[{Product}]", options));
    }

    [Fact]
    public void Indented_text_is_the_same_value()
    {
        var text = Again<Product>(Product, new JsonSerializerOptions(s_options) { WriteIndented = true });

        Assert.Contains("\n  \"name\": \"A\"", text, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Product), JsonNode.Parse(text)));
    }

    [Theory]
    [InlineData("""{"name":"","price":0,"state":"x"}""")]
    [InlineData("""{"sku":null,"name":"","price":0,"state":"x"}""")]
    [InlineData("""{"sku":"","name":"","price":null,"state":"x"}""")]
    [InlineData("""{"sku":"","name":"","price":0,"state":null}""")]
    [InlineData("""{"sku":"","name":"","price":0,"state":"x","tags":[1]}""")]
    public void What_is_no_such_model_is_refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, (JsonTypeInfo<Product>)s_options.GetTypeInfo(typeof(Product))));

    [Fact]
    public void A_schema_has_the_properties()
    {
        var schema = s_options.GetJsonSchemaAsNode(typeof(Order), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });

        Assert.Equal("object", (string?)schema["type"]);
        Assert.Equal("""{"type":"string","format":"uuid"}""", schema["properties"]!["id"]!.ToJsonString());
        Assert.Equal("""{"type":"string"}""", schema["properties"]!["state"]!.ToJsonString());
        Assert.Equal("true", schema["properties"]!["payment"]!.ToJsonString()); // a union is anything
        Assert.Contains("id", schema["required"]!.AsArray().Select(static n => (string?)n));
    }

    [Fact]
    public void A_schema_has_what_is_in_lists_and_maps()
    {
        var schema = s_options.GetJsonSchemaAsNode(typeof(Product), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true })["properties"]!;

        Assert.Equal("""{"type":["array","null"],"items":{"type":"string"}}""", schema["tags"]!.ToJsonString());
        Assert.Equal("""{"type":["object","null"],"additionalProperties":{"type":"number"}}""", schema["dimensions"]!.ToJsonString());
    }

#pragma warning disable IL2026, IL3050 // this program is not trimmed
    [Fact]
    public async Task The_OpenAPI_document_of_a_program_has_the_properties()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenApi();
        builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, IntegrationsJson.Default));
        await using var app = builder.Build();
        app.MapOpenApi();
        app.MapPost("/products", static (Product product) => product);
        app.MapGet("/orders", static () => new List<Order>());
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        var schemas = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!["components"]!["schemas"]!;
        var product = schemas["Product"]!;
        Assert.Equal(["sku", "name", "price", "state", "note", "released_on", "tags", "dimensions"], product["properties"]!.AsObject().Select(static p => p.Key));
        Assert.Equal(["sku", "name", "price", "state"], product["required"]!.AsArray().Select(static n => (string?)n));
        Assert.Equal("string", (string?)product["properties"]!["state"]!["type"]);
        Assert.Equal("date", (string?)product["properties"]!["released_on"]!["format"]);
        Assert.Contains("placed_at", schemas["Order"]!["properties"]!.AsObject().Select(static p => p.Key));

        using var answer = await client.PostAsync(new Uri("/products", UriKind.Relative), new StringContent(Product, null, "application/json"));
        Assert.Equal(JsonModel.ToJson(JsonModel.Parse<Product>(Product)), await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Marked_types_have_theirs_where_System_Text_Json_describes_them()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenApi();
        builder.Services.ConfigureHttpJsonOptions(static options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, JsonModelResolver.Models);
            options.SerializerOptions.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        });
        await using var app = builder.Build();
        app.MapOpenApi();
        app.MapPost("/placed", static (Placed placed) => placed);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        var schemas = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!["components"]!["schemas"]!;
        Assert.Equal(["order", "best", "others", "byName", "state", "alias", "counts"], schemas["Placed"]!["properties"]!.AsObject().Select(static p => p.Key));
        Assert.Equal("#/components/schemas/Order", (string?)schemas["Placed"]!["properties"]!["order"]!["$ref"]);
        Assert.Contains("placed_at", schemas["Order"]!["properties"]!.AsObject().Select(static p => p.Key));
    }
#pragma warning restore IL2026, IL3050

    private static void Same<T>(string json, JsonSerializerOptions options)
        where T : IJsonModel<T> => Assert.Equal(JsonModel.ToJson(JsonModel.Parse<T>(json)), Again<T>(json, options));

    private static string Again<T>(string json, JsonSerializerOptions options)
    {
        var info = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        return Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(json, info)!, info));
    }
}
