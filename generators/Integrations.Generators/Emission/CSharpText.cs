using System.Text;

namespace Integrations.Generators.Emission;

/// <summary>Escapes text of a document for its position in C#. Nothing of a document reaches the output by another way.</summary>
internal static class CSharpText
{
    /// <summary>A string literal in double quotes; everything but printable ASCII is escaped.</summary>
    public static string Literal(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                default:
                    if (c is >= ' ' and < '\x7f')
                        text.Append(c);
                    else
                        text.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
                    break;
            }
        }
        return text.Append('"').ToString();
    }

    /// <summary>A string literal, or <c>null</c>.</summary>
    public static string LiteralOrNull(string? value) => value is null ? "null" : Literal(value);

    /// <summary>A literal of the UTF-8 bytes of a JSON property name, already escaped as JSON.</summary>
    public static string JsonNameLiteral(string name) => Literal(JsonEscape(name)) + "u8";

    /// <summary>Text for a documentation comment: one line, XML-escaped, no control or format characters.</summary>
    public static string Doc(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '<': text.Append("&lt;"); break;
                case '>': text.Append("&gt;"); break;
                case '&': text.Append("&amp;"); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                        text.Append(c).Append(value[++i]);
                    else if (char.IsWhiteSpace(c) || char.IsControl(c))
                        text.Append(' ');
                    else if (char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator || c >= '\ufffe')
                        continue;
                    else
                        text.Append(c);
                    break;
            }
        }
        return text.ToString().Trim();
    }

    private static string JsonEscape(string name)
    {
        StringBuilder? text = null;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c is >= ' ' and < '\x7f' and not '"' and not '\\')
            {
                text?.Append(c);
                continue;
            }
            text ??= new StringBuilder(name.Length + 8).Append(name, 0, i);
            text.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        }
        return text?.ToString() ?? name;
    }
}
