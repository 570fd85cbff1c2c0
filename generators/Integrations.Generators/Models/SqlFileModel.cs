namespace Integrations.Generators.Models;

/// <summary>A <c>.sql</c> file among the project's AdditionalFiles.</summary>
/// <param name="RelativePath">Its path in the project.</param>
/// <param name="Path">Its path as the compiler knows it.</param>
/// <param name="Text">Its text.</param>
internal sealed record SqlFileModel(string RelativePath, string Path, string Text);
