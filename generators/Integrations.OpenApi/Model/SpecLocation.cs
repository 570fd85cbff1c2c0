namespace Integrations.OpenApi.Model;

/// <summary>A place in a document.</summary>
/// <param name="Line">Zero-based line.</param>
/// <param name="Column">Zero-based column, in UTF-16 code units.</param>
/// <param name="File">The file as the compiler knows it, where it is another one than the document itself; else null.</param>
public readonly record struct SpecLocation(int Line, int Column, string? File = null);
