using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integrations.Benchmarks.Json;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Repository))]
[JsonSerializable(typeof(List<Issue>))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class BenchmarkContext : JsonSerializerContext;
