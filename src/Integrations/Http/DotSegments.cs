namespace Integrations.Http;

/// <summary>
/// Finds <c>.</c> and <c>..</c> segments in values of a path. Escaping does not change them, and servers and proxies resolve them, some only after
/// decoding: <c>/users/../admin</c> is <c>/admin</c> (RFC 3986, section 5.2.4).
/// </summary>
internal static class DotSegments
{
    /// <summary>Whether a value has such a segment, as it is or after it is unescaped once more than the server should.</summary>
    public static bool InValue(string value)
    {
        if (Has(value))
        {
            return true;
        }
        return value.Contains('%', StringComparison.Ordinal) && Has(Uri.UnescapeDataString(value));
    }

    /// <summary>Whether a whole path has such a segment: two harmless values can meet in one segment.</summary>
    public static bool InPath(ReadOnlySpan<char> path)
    {
        var end = path.IndexOf('?');
        path = end < 0 ? path : path[..end];
        return path.IndexOf("/.", StringComparison.Ordinal) >= 0 && Has(path);
    }

    private static bool Has(ReadOnlySpan<char> text)
    {
        if (!text.Contains('.'))
        {
            return false;
        }
        foreach (var range in text.SplitAny('/', '\\'))
        {
            if (text[range] is "." or "..")
            {
                return true;
            }
        }
        return false;
    }
}
