namespace Integrations.Benchmarks.Faults;

/// <summary>The same by client credentials.</summary>
[OpenApiClient("specs/faults.yaml")]
[OAuth2ClientCredentials]
internal sealed partial class TokensClient;
