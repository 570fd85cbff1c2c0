namespace QuickStart;

/// <summary>
/// The client of the shop. This is all that is written by hand: the compiler reads the document and writes the rest, with its types in
/// <c>QuickStart.Shop</c>.
/// </summary>
[OpenApiClient("specs/shop.yaml")]
[BearerAuth]                                                                   // the token: Integrations:Shop:Auth:Token
[Timeout(AttemptSeconds = 1, TotalSeconds = 5)]
[Retry(MaxAttempts = 3)]
[CircuitBreaker(FailureRatio = 0.5, MinimumThroughput = 10, SamplingSeconds = 10, BreakSeconds = 2)]
public sealed partial class ShopClient;
