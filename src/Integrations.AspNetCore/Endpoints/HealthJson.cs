using System.Text.Json.Serialization;

namespace Integrations.Endpoints;

/// <summary>The JSON of the endpoints, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthWord))]
[JsonSerializable(typeof(HealthDetail))]
internal sealed partial class HealthJson : JsonSerializerContext;
