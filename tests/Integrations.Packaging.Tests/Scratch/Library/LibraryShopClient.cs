namespace Library;

/// <summary>The shop, for any program.</summary>
[OpenApiClient("specs/shop.json")]
[BearerAuth]
public sealed partial class LibraryShopClient;
