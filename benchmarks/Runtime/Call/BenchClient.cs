namespace Integrations.Benchmarks.Call;

/// <summary>The emitted client, with the defaults of every client: two timeouts, retry with a budget, circuit breaker, credentials, health, telemetry.</summary>
[OpenApiClient("specs/bench.yaml")]
[BearerAuth]
internal sealed partial class BenchClient;
