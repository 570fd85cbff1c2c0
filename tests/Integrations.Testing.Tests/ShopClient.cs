namespace Integrations.Testing.Tests;

/// <summary>A client as a user has one.</summary>
[OpenApiClient("specs/shop.yaml")]
[BearerAuth]
public sealed partial class ShopClient;
