namespace Integrations.Http;

/// <summary>Reads <c>Link</c> headers (RFC 8288, section 3).</summary>
internal static class LinkHeader
{
    /// <summary>The target of the first link whose relation is <c>next</c>, or null. What is malformed ends the list.</summary>
    public static string? Next(string header)
    {
        var rest = header.AsSpan();
        while (true)
        {
            rest = rest.TrimStart(" \t,");
            if (rest.IsEmpty || rest[0] != '<')
            {
                return null;
            }
            var end = rest.IndexOf('>');
            if (end < 0)
            {
                return null;
            }
            var target = rest[1..end];
            rest = rest[(end + 1)..];
            if (Parameters(ref rest))
            {
                return target.Trim().ToString();
            }
        }
    }

    /// <summary>Passes the parameters of one link.</summary>
    /// <returns>Whether they make it the next page of the one asked for.</returns>
    private static bool Parameters(scoped ref ReadOnlySpan<char> rest)
    {
        var (isNext, sawRelation, ofAnother) = (false, false, false);
        while (true)
        {
            rest = rest.TrimStart(" \t");
            if (rest.IsEmpty || rest[0] != ';')
            {
                // Whatever stands before the comma is no parameter.
                var comma = rest.IndexOf(',');
                rest = comma < 0 ? [] : rest[comma..];
                return isNext && !ofAnother;
            }
            rest = rest[1..].TrimStart(" \t");
            var name = Until(ref rest, "=;,").TrimEnd(" \t");
            var value = ReadOnlySpan<char>.Empty;
            if (!rest.IsEmpty && rest[0] == '=')
            {
                rest = rest[1..].TrimStart(" \t");
                value = !rest.IsEmpty && rest[0] == '"' ? Quoted(ref rest) : Until(ref rest, ";,").TrimEnd(" \t");
            }
            if (name.Equals("rel", StringComparison.OrdinalIgnoreCase))
            {
                // Only the first counts.
                isNext |= !sawRelation && HasNext(value);
                sawRelation = true;
            }
            else if (name.Equals("anchor", StringComparison.OrdinalIgnoreCase))
            {
                ofAnother = true;
            }
        }
    }

    private static bool HasNext(ReadOnlySpan<char> relations)
    {
        foreach (var range in relations.SplitAny(' ', '\t'))
        {
            if (relations[range].Equals("next", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private static ReadOnlySpan<char> Until(scoped ref ReadOnlySpan<char> rest, ReadOnlySpan<char> ends)
    {
        var end = rest.IndexOfAny(ends);
        var text = end < 0 ? rest : rest[..end];
        rest = rest[text.Length..];
        return text;
    }

    /// <summary>A quoted text without its quotes. No relation has a character that needs an escape, so escapes are only passed.</summary>
    private static ReadOnlySpan<char> Quoted(scoped ref ReadOnlySpan<char> rest)
    {
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '\\')
            {
                i++;
            }
            else if (rest[i] == '"')
            {
                var text = rest[1..i];
                rest = rest[(i + 1)..];
                return text;
            }
        }
        rest = [];
        return [];
    }
}
