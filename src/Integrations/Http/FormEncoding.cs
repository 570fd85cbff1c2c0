using System.ComponentModel;

namespace Integrations.Http;

/// <summary>How one property of a form is written, where the document says (OpenAPI 3.1, "Encoding Object").</summary>
/// <param name="Name">The property.</param>
/// <param name="Style">Form, space, pipe or tab delimited, or deepObject.</param>
/// <param name="Explode">Whether each item or property is a field of its own.</param>
/// <param name="AllowReserved">Whether reserved characters stay as they are, but for those that would end the value.</param>
/// <param name="Json">Whether it is written as JSON, whatever it is; the rest does not count then.</param>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public readonly record struct FormEncoding(string Name, ParameterStyle Style, bool Explode = true, bool AllowReserved = false, bool Json = false);
