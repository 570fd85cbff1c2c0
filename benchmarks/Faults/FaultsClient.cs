namespace Integrations.Benchmarks.Faults;

/// <summary>An emitted client with every client's defaults.</summary>
[OpenApiClient("specs/faults.yaml")]
[BearerAuth]
internal sealed partial class FaultsClient;
