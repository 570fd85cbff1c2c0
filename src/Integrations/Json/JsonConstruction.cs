namespace Integrations.Json;

/// <summary>
/// Marks the constructor of an emitted model that reading code calls: it promises to set the required members, which
/// <see cref="JsonReader.EndObject"/> then checks.
/// </summary>
public readonly struct JsonConstruction;
