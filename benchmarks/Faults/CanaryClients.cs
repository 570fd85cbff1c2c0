namespace Integrations.Benchmarks.Faults;

/// <summary>A client for each way to authenticate.</summary>
[OpenApiClient("specs/faults.yaml")]
[BearerAuth]
[RateLimit(1000000)]
[ConcurrencyLimit(1000)]
internal sealed partial class BearerCanaryClient;

[OpenApiClient("specs/faults.yaml")]
[BasicAuth]
internal sealed partial class BasicCanaryClient;

[OpenApiClient("specs/faults.yaml")]
[ApiKeyAuth("X-Api-Key")]
internal sealed partial class HeaderKeyCanaryClient;

[OpenApiClient("specs/faults.yaml")]
[ApiKeyAuth("api_key", In = ApiKeyLocation.Query)]
internal sealed partial class QueryKeyCanaryClient;

[OpenApiClient("specs/faults.yaml")]
[ApiKeyAuth("session", In = ApiKeyLocation.Cookie)]
internal sealed partial class CookieKeyCanaryClient;

[OpenApiClient("specs/faults.yaml")]
[OAuth2ClientCredentials]
internal sealed partial class BasicTokenCanaryClient;

[OpenApiClient("specs/faults.yaml")]
[OAuth2ClientCredentials(ClientAuthentication = OAuth2ClientAuthentication.Post)]
internal sealed partial class PostTokenCanaryClient;

[OpenApiClient("specs/faults.yaml")]
internal sealed partial class SignerCanaryClient;
