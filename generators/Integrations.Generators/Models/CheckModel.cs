namespace Integrations.Generators.Models;

/// <summary>
/// What is to be checked of one class with <c>[OpenApiClient]</c>, and where it stands. The only model of a declaration that holds places:
/// it changes when the class moves, so no step that binds or emits may depend on it.
/// </summary>
/// <param name="FullName">The class with its namespace.</param>
/// <param name="ClassName">The class.</param>
/// <param name="Integration">The integration's name; empty where the class cannot be one.</param>
/// <param name="Place">The attribute.</param>
/// <param name="Document">The document, normalized, at its argument; empty where there is nothing to look for.</param>
/// <param name="Patterns">The <c>Operations</c> patterns that are not blank.</param>
/// <param name="Uses">The auth and policy attributes for one operation.</param>
/// <param name="HealthCheck">What <c>[HealthCheck]</c> calls, at its argument, or null.</param>
/// <param name="Fallbacks">What <c>[Fallback]</c> says.</param>
/// <param name="Problems">What is wrong without looking at the document or at other classes.</param>
internal sealed record CheckModel(
    string FullName,
    string ClassName,
    string Integration,
    PlaceModel Place,
    PlacedText Document,
    EquatableArray<PlacedText> Patterns,
    EquatableArray<OperationUse> Uses,
    PlacedText? HealthCheck,
    EquatableArray<FallbackUse> Fallbacks,
    EquatableArray<DiagnosticModel> Problems);

/// <summary>A text of a declaration.</summary>
/// <param name="Text">The text.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record PlacedText(string Text, PlaceModel Place);

/// <summary>An auth or policy attribute that names an operation.</summary>
/// <param name="Attribute">The attribute, as users write it.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Place">Where the operation is written.</param>
internal sealed record OperationUse(string Attribute, string Operation, PlaceModel Place);
