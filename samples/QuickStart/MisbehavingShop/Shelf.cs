using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace QuickStart.MisbehavingShop;

/// <summary>The products, as the JSON that goes over the wire.</summary>
internal sealed class Shelf
{
    private readonly ConcurrentDictionary<string, JsonObject> _products = new(StringComparer.Ordinal);

    public Shelf()
    {
        Add("""{"sku":"mug","name":"Mug","price":9.50,"state":"in-stock","note":"Handmade","tags":["kitchen"],"dimensions":{"height":95,"diameter":82.5}}""");
        Add("""{"sku":"lamp","name":"Lamp","price":49.00,"state":"in-stock","released_on":"2024-03-01","tags":["home"],"warehouse":"B7"}""");
        Add("""{"sku":"vase","name":"Vase","price":24.90,"state":"sold-out","note":null}""");
        Add("""{"sku":"clock","name":"Clock","price":79.00,"state":"pre-order","tags":["home","gift"]}""");
    }

    /// <summary>A product, or null.</summary>
    public JsonObject? Find(string sku) => _products.GetValueOrDefault(sku);

    /// <summary>The products in a state (or in any) that have all of the tags.</summary>
    public JsonArray List(string? state, string[] tags, int limit) => new([.. _products.Values
        .Where(product => state is null || (string?)product["state"] == state)
        .Where(product => tags.All(tag => product["tags"] is JsonArray own && own.Any(t => (string?)t == tag)))
        .OrderBy(static product => (string?)product["name"], StringComparer.Ordinal)
        .Take(limit)
        .Select(static product => product.DeepClone())]);

    /// <summary>Applies a JSON merge patch (RFC 7396): null removes what may be absent, and is kept where the document allows null.</summary>
    public JsonObject Patch(JsonObject product, JsonObject patch)
    {
        var changed = (JsonObject)product.DeepClone();
        foreach (var (name, value) in patch)
            changed[name] = value?.DeepClone();
        return _products[(string)changed["sku"]!] = changed;
    }

    private void Add(string json)
    {
        var product = JsonNode.Parse(json)!.AsObject();
        _products[(string)product["sku"]!] = product;
    }
}
