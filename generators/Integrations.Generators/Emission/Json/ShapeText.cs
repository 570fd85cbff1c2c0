using System.Text;

namespace Integrations.Generators.Emission.Json;

/// <summary>
/// A shape in one literal, <c>"id,name,note?"</c>, which the runtime takes apart when the first object is read: an array of a hundred names would be
/// compiled twice, here and when the program starts.
/// </summary>
internal static class ShapeText
{
    /// <summary>The expression that makes the shape.</summary>
    /// <param name="title">The type's name, for messages.</param>
    /// <param name="properties">Each property's name on the wire, and whether reading fails without it.</param>
    public static string New(string title, IEnumerable<(string Wire, bool Required)> properties)
    {
        var text = new StringBuilder();
        foreach (var (wire, required) in properties)
        {
            foreach (var c in wire)
            {
                if (c is ',' or '?' or '\\')
                    text.Append('\\');
                text.Append(c);
            }
            text.Append(required ? "," : "?,");
        }
        return $"new({CSharpText.Literal(title)}, {CSharpText.Literal(text.ToString())})";
    }
}
