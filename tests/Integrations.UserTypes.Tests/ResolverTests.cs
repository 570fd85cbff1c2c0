using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Integrations.Json;
using Integrations.UserTypes.Tests.Shop;
using Integrations.UserTypes.Tests.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integrations.UserTypes.Tests;

/// <summary>System.Text.Json with the emitted resolver and without any reflection over members.</summary>
public class ResolverTests
{
    private const string Product = """{"sku":"a","name":"A","price":1.50,"state":"in-stock","x":[1]}""";

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { TypeInfoResolverChain = { IntegrationsJson.Default } };

    [Fact]
    public void A_model_an_enum_and_a_union_are_read_and_written()
    {
        Assert.Equal(Product, Again<Product>(Product));
        Assert.Equal("\"in-stock\"", Again<ProductState>("\"in-stock\""));
        Assert.Equal("""{"method":"card","card_token":"t"}""", Again<Payment>("""{"method":"card","card_token":"t"}"""));
    }

    [Fact]
    public void Marked_types_and_what_they_reach_are_read_and_written()
    {
        Assert.Equal("""{"id":1,"name":"n","note":null,"count":5,"level":200,"label":"none","at":null}""", Again<Positional>("""{"id":1,"name":"n","note":null}"""));
        Assert.Equal("""{"x":1,"y":2}""", Again<Point>("""{"y":2,"x":1}"""));
        Assert.Equal("""{"some_value":1}}""", JsonModel.ToJson(new Snake(0, new Inner(1)))[^17..]);
        Assert.Equal("""{"isEmpty":false,"x":1,"y":0}""", Again<System.Drawing.Point>("""{"x":1}"""));
        Assert.Equal("200", Again<Level>("200"));
        Assert.Equal("\"dark green\"", Again<Color>("\"dark green\""));
    }

    [Fact]
    public void Containers_of_them_are_too()
    {
        Assert.Equal($"[{Product}]", Again<List<Product>>($"[{Product}]"));
        Assert.Equal($"[{Product}]", Again<Product[]>($"[{Product}]"));
        Assert.Equal($"[{Product}]", Again<IReadOnlyList<Product>>($"[{Product}]"));
        Assert.Equal($"[{Product}]", Again<IEnumerable<Product>>($"[{Product}]"));
        Assert.Equal($$"""{"a":{{Product}}}""", Again<Dictionary<string, Product>>($$"""{"a":{{Product}}}"""));
        Assert.Equal($$"""{"a":{{Product}}}""", Again<IReadOnlyDictionary<string, Product>>($$"""{"a":{{Product}}}"""));
        Assert.Equal("null", Again<ProductState?>("null"));
        Assert.Equal("\"x\"", Again<ProductState?>("\"x\""));
        Assert.Equal(Product, Again<Optional<Product>>(Product));
        Assert.Equal("null", Again<Optional<ProductState?>>("null"));
        Assert.Equal("1", Again<int>("1"));
    }

    [Fact]
    public void A_context_of_the_users_own_takes_the_rest()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolverChain = { IntegrationsJson.Default, OwnContext.Default } };
        const string Json = $$"""{"title":"t","ids":[1]}""";

        Assert.Equal(Json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Own>(Json, options), options));
        Assert.Equal(Product, JsonSerializer.Serialize(JsonSerializer.Deserialize<Product>(Product, options), options));
    }

    [Fact]
    public void Models_stand_in_a_users_own_object_that_is_described_by_hand()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolverChain = { IntegrationsJson.Default, new ByHand() } };
        const string Json = $$"""{"Product":{{Product}},"State":"sold-out"}""";

        Assert.Equal(Json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Shelf>(Json, options), options));
    }

    [Fact]
    public void What_is_not_known_stays_unknown() => Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Own("t", []), s_options));

    [Fact]
    public async Task Minimal_APIs_take_and_give_models()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(static options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Clear();
            options.SerializerOptions.TypeInfoResolverChain.Add(IntegrationsJson.Default);
        });
        await using var app = builder.Build();
        app.MapPost("/products", static (Product product) => new List<Product> { product });
        app.MapPost("/points", static (Point point) => point with { X = point.X + 1 });
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using var products = await client.PostAsync(new Uri("/products", UriKind.Relative), new StringContent(Product, null, "application/json"));
        Assert.Equal($"[{Product}]", await products.Content.ReadAsStringAsync());
        using var points = await client.PostAsJsonAsync("/points", new Point(1, 2), s_options);
        Assert.Equal("""{"x":2,"y":2}""", await points.Content.ReadAsStringAsync());
        using var wrong = await client.PostAsync(new Uri("/products", UriKind.Relative), new StringContent("{}", null, "application/json"));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    private static string Again<T>(string json) => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)s_options.GetTypeInfo(typeof(T)))!, (JsonTypeInfo<T>)s_options.GetTypeInfo(typeof(T)));

    private sealed class ByHand : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => type == typeof(Shelf)
            ? JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<Shelf>
            {
                ObjectCreator = static () => new Shelf(),
                PropertyMetadataInitializer = _ =>
                [
                    JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<Product> { IsProperty = true, IsPublic = true, DeclaringType = typeof(Shelf), PropertyName = "Product", JsonPropertyName = "Product", Getter = static s => ((Shelf)s).Product, Setter = static (s, v) => ((Shelf)s).Product = v }),
                    JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<ProductState> { IsProperty = true, IsPublic = true, DeclaringType = typeof(Shelf), PropertyName = "State", JsonPropertyName = "State", Getter = static s => ((Shelf)s).State, Setter = static (s, v) => ((Shelf)s).State = v }),
                ],
            })
            : null;
    }
}

public sealed class Shelf
{
    public Product? Product { get; set; }
    public ProductState State { get; set; }
}

public sealed record Own(string Title, List<int> Ids);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Own))]
internal sealed partial class OwnContext : JsonSerializerContext;
