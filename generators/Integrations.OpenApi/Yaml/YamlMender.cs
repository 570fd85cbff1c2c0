using System.Text;

namespace Integrations.OpenApi.Yaml;

/// <summary>
/// Rewrites the scalars that YamlDotNet refuses and libyaml takes, without moving a line: blank lines before a block scalar's
/// text that hold more spaces than the text; continuation lines of quoted scalars indented less than their parent; plain URLs
/// in flow collections; U+2028, U+2029 and U+0085 outside of escapes. Run only on a text that was refused.
/// </summary>
internal sealed class YamlMender(string text)
{
    private readonly StringBuilder mended = new(text.Length + 1024);
    private int at;
    private int flow;

    /// <summary>Column of the innermost block node on the line: what a continuation must exceed.</summary>
    private int column;
    private int lineStart;

    public string Mend()
    {
        while (at < text.Length) Line();
        return mended.ToString();
    }

    private void Line()
    {
        lineStart = at;
        Spaces();
        if (flow == 0) column = at - lineStart;
        while (at < text.Length && text[at] != '\n') Token();
        if (at < text.Length) Copy(1);
    }

    private void Token()
    {
        var c = text[at];
        if (c is ' ' or '\t' or '\r')
        {
            Copy(1);
        }
        else if (c == '#')
        {
            CopyToLineEnd();
        }
        else if (c is '"' or '\'')
        {
            Quoted(c);
        }
        else if (c is '[' or '{')
        {
            flow++;
            Copy(1);
        }
        else if (flow > 0 && c is ']' or '}' or ',')
        {
            if (c != ',') flow--;
            Copy(1);
        }
        else if (c is '-' or '?' or ':' && IsBreak(at + 1))
        {
            if (flow == 0 && c != ':') column = at - lineStart;
            Copy(1);
        }
        else if (c is '&' or '!' or '*')
        {
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && (flow == 0 || text[at] is not (',' or ']' or '}'))) Copy(1);
        }
        else if (flow == 0 && c is '|' or '>' && BlockHeaderEnd() is var end && end >= 0)
        {
            Block(end);
        }
        else if (flow > 0)
        {
            PlainInFlow();
        }
        else
        {
            Plain();
        }
    }

    private void Quoted(char quote)
    {
        var start = at - lineStart;
        Copy(1);
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '\\' && quote == '"' && at + 1 < text.Length && text[at + 1] != '\n')
            {
                Copy(2);
            }
            else if (c == quote && quote == '\'' && at + 1 < text.Length && text[at + 1] == quote)
            {
                Copy(2);
            }
            else if (c == quote)
            {
                Copy(1);
                break;
            }
            else if (c == '\n')
            {
                Copy(1);
                lineStart = at;
                // Indentation inside a quoted scalar is folded away, so more of it changes nothing.
                var indent = 0;
                while (at + indent < text.Length && text[at + indent] == ' ') indent++;
                if (indent <= start) mended.Append(' ', start + 1 - indent);
            }
            else
            {
                Character(quote == '"');
            }
        }

        if (flow == 0 && IsKey(at)) column = start;
    }

    private void Block(int headerEnd)
    {
        var header = text.Substring(at, headerEnd - at);
        CopyToLineEnd();
        if (at < text.Length) Copy(1);
        var leading = header.All(c => c is < '0' or > '9');
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            var indent = at;
            while (indent < end && text[indent] is ' ' or '\r') indent++;
            if (indent == end)
            {
                if (leading) at = end;
                else CopyTo(end);
            }
            else if (indent - at <= column)
            {
                return;
            }
            else
            {
                leading = false;
                CopyTo(end);
            }

            if (at < text.Length) Copy(1);
            lineStart = at;
        }
    }

    private void Plain()
    {
        var start = at - lineStart;
        var key = false;
        while (at < text.Length && text[at] != '\n')
        {
            if (text[at] == ':' && IsBreak(at + 1))
            {
                key = true;
                break;
            }

            if (text[at] == '#' && at > 0 && text[at - 1] == ' ')
            {
                CopyToLineEnd();
                break;
            }

            Character(inDoubleQuotes: false);
        }

        if (key)
        {
            column = start;
            Copy(1);
            return;
        }

        // A plain scalar goes on over deeper lines; a quote there opens nothing.
        while (at < text.Length)
        {
            var line = at + 1;
            var indent = line;
            while (indent < text.Length && text[indent] == ' ') indent++;
            var blank = indent >= text.Length || text[indent] is '\n' or '\r';
            if (indent >= text.Length || (!blank && indent - line <= column)) return;
            CopyTo(indent);
            while (at < text.Length && text[at] != '\n') Character(inDoubleQuotes: false);
        }
    }

    private void PlainInFlow()
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or ']' or '}' or '[' or '{' or '\n') && !(text[at] == ':' && IsBreak(at + 1))) at++;
        var scalar = text.Substring(start, at - start);
        var trimmed = scalar.TrimEnd();
        if (trimmed.IndexOf("://", StringComparison.Ordinal) < 0)
        {
            mended.Append(scalar.Replace('\u2028', ' ').Replace('\u2029', ' ').Replace('\u0085', ' '));
            return;
        }

        mended.Append('"').Append(trimmed.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append('"').Append(scalar, trimmed.Length, scalar.Length - trimmed.Length);
    }

    private void Character(bool inDoubleQuotes)
    {
        var c = text[at++];
        if (c is not ('\u2028' or '\u2029' or '\u0085')) mended.Append(c);
        else if (!inDoubleQuotes) mended.Append(' ');
        else mended.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
    }

    private int BlockHeaderEnd()
    {
        var end = at + 1;
        while (end < text.Length && text[end] is '+' or '-' or (>= '0' and <= '9')) end++;
        var header = end;
        while (end < text.Length && text[end] is ' ' or '\t' or '\r') end++;
        return end >= text.Length || text[end] is '\n' or '#' ? header : -1;
    }

    private bool IsKey(int from)
    {
        while (from < text.Length && text[from] == ' ') from++;
        return from < text.Length && text[from] == ':' && IsBreak(from + 1);
    }

    private bool IsBreak(int index) =>
        index >= text.Length || char.IsWhiteSpace(text[index]) || (flow > 0 && text[index] is ',' or ']' or '}' or '[' or '{');

    private void Spaces()
    {
        while (at < text.Length && text[at] == ' ') Copy(1);
    }

    private void CopyToLineEnd()
    {
        var end = text.IndexOf('\n', at);
        CopyTo(end < 0 ? text.Length : end);
    }

    private void CopyTo(int end) => Copy(end - at);

    private void Copy(int count)
    {
        mended.Append(text, at, count);
        at += count;
    }
}
