namespace Integrations.Generators.Binding;

/// <summary>A path template, cut into literals and expressions.</summary>
internal static class PathTemplate
{
    /// <summary>The names of its expressions, in order; each once.</summary>
    public static IReadOnlyList<string> Names(string path)
    {
        var names = new List<string>();
        foreach (var (text, expression) in Parts(path))
        {
            if (expression && !names.Contains(text))
                names.Add(text);
        }
        return names;
    }

    /// <summary>
    /// Its pieces: text, and whether it is an expression's name. A brace without its partner is text. What follows a <c>#</c> is never
    /// sent (RFC 9110, section 7.1): vendors write it to tell operations of one path apart.
    /// </summary>
    public static IEnumerable<(string Text, bool Expression)> Parts(string path)
    {
        var fragment = path.IndexOf('#');
        if (fragment >= 0)
            path = path.Substring(0, fragment);
        var start = 0;
        while (start < path.Length)
        {
            var open = path.IndexOf('{', start);
            var close = open < 0 ? -1 : path.IndexOf('}', open);
            if (close < 0 || close == open + 1)
            {
                yield return (path.Substring(start), false);
                yield break;
            }
            if (open > start)
                yield return (path.Substring(start, open - start), false);
            yield return (path.Substring(open + 1, close - open - 1), true);
            start = close + 1;
        }
    }

    /// <summary>Literal text as it goes into a URL: what RFC 3986 allows in a path stays, the rest is percent-encoded UTF-8.</summary>
    public static string Escape(string literal)
    {
        var text = new System.Text.StringBuilder(literal.Length);
        foreach (var b in System.Text.Encoding.UTF8.GetBytes(literal))
        {
            var c = (char)b;
            if (c < 128 && (char.IsLetterOrDigit(c) || "-._~!$&'()*+,;=:@/%?".IndexOf(c) >= 0))
                text.Append(c);
            else
                text.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }
}
