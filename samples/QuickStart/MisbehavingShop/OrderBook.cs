using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace QuickStart.MisbehavingShop;

/// <summary>The orders that the shop has taken.</summary>
internal sealed class OrderBook
{
    private readonly ConcurrentDictionary<string, JsonObject> _orders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _byReference = new(StringComparer.Ordinal);

    /// <summary>Orders that the shop took twice because they were sent twice: somebody pays for them.</summary>
    public int Duplicates => _byReference.Values.Sum(static times => times - 1);

    /// <summary>How often an order of the customer's was taken.</summary>
    public int Taken(string reference) => _byReference.GetValueOrDefault(reference);

    /// <summary>Takes an order.</summary>
    public JsonObject Place(JsonObject wanted, decimal total)
    {
        var reference = (string)wanted["reference"]!;
        var id = Guid.NewGuid().ToString();
        _byReference.AddOrUpdate(reference, 1, static (_, times) => times + 1);
        return _orders[id] = new JsonObject
        {
            ["id"] = id,
            ["reference"] = reference,
            ["state"] = "placed",
            ["total"] = total,
            ["payment"] = wanted["payment"]!.DeepClone(),
            ["placed_at"] = TimeProvider.System.GetUtcNow().ToString("O"),
        };
    }

    /// <summary>An order, or null.</summary>
    public JsonObject? Find(string id) => _orders.GetValueOrDefault(id);

    /// <summary>Forgets an order.</summary>
    public bool Cancel(string id) => _orders.TryRemove(id, out _);
}
