namespace Web;

/// <summary>Only the products.</summary>
[OpenApiClient("specs/shop.json", Operations = ["products/get"])]
internal sealed partial class WebShopClient;
