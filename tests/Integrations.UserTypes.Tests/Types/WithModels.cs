using Integrations.UserTypes.Tests.Shop;
using Goods = Integrations.UserTypes.Tests.Shop.Product;

namespace Integrations.UserTypes.Tests.Types;

/// <summary>A client as a user has one.</summary>
[OpenApiClient("specs/shop.yaml")]
public sealed partial class ShopClient;

[JsonModel]
public sealed partial record Placed(Order Order, Product? Best, List<Product> Others, Dictionary<string, Shop.Product?>? ByName, ProductState? State, Goods? Alias, Dictionary<ProductState, int>? Counts);

[JsonModel]
public sealed partial class Patch
{
    public Optional<string?> Name { get; set; }
    public Optional<int?> Size { get; set; }
    public Optional<Product?> Product { get; set; }
    public Optional<int> Plain { get; set; }
}
