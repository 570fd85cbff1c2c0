namespace Integrations.OpenApi.Model;

/// <summary>A row of the index: what can be said of an operation without parsing it.</summary>
/// <param name="Method">Upper-case HTTP method.</param>
/// <param name="Path">Path template.</param>
/// <param name="OperationId">operationId, or null.</param>
/// <param name="Tag">First tag, or null.</param>
/// <param name="Location">Where it stands.</param>
public sealed record SpecOperationKey(string Method, string Path, string? OperationId, string? Tag, SpecLocation Location);
