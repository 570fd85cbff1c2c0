namespace Integrations.Generators.Models;

/// <summary>A diagnostic without Roslyn's types, so that it can be cached; turned into a real one at the output step.</summary>
/// <param name="Id">The id of its descriptor (<c>INT2001</c>).</param>
/// <param name="Place">Where.</param>
/// <param name="Arguments">The message's arguments.</param>
/// <param name="Remedy">What to write at the place instead, for a code fix; null where nothing is obvious.</param>
internal sealed record DiagnosticModel(string Id, PlaceModel Place, EquatableArray<string> Arguments, string? Remedy = null);

/// <summary>A place in a file: what <c>Location.Create(path, span, lines)</c> needs.</summary>
/// <param name="Path">The file, as the compiler knows it.</param>
/// <param name="Start">Offset of the first character, 0 where only the line is known.</param>
/// <param name="Length">Length in characters.</param>
/// <param name="Line">Zero-based line.</param>
/// <param name="Column">Zero-based column.</param>
/// <param name="EndLine">Zero-based line of the end.</param>
/// <param name="EndColumn">Zero-based column of the end.</param>
internal sealed record PlaceModel(string Path, int Start, int Length, int Line, int Column, int EndLine, int EndColumn);
