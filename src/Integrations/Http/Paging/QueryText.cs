namespace Integrations.Http;

/// <summary>Reads and changes one parameter of a path and query that is escaped already.</summary>
internal static class QueryText
{
    /// <summary>The escaped value of a parameter, or null where it is absent.</summary>
    /// <param name="url">Path and query.</param>
    /// <param name="name">The parameter, escaped.</param>
    public static string? Get(string url, string name) => Find(url, name) is { } at ? url[at.Start..at.End] : null;

    /// <summary>Sets a parameter, whose place it keeps where it is there already.</summary>
    /// <param name="url">Path and query.</param>
    /// <param name="name">The parameter, escaped.</param>
    /// <param name="value">Its value, not escaped.</param>
    public static string Set(string url, string name, string value)
    {
        var escaped = Uri.EscapeDataString(value);
        if (Find(url, name) is { } at)
        {
            return string.Concat(url.AsSpan(0, at.Start), escaped, url.AsSpan(at.End));
        }
        return url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + name + "=" + escaped;
    }

    private static (int Start, int End)? Find(string url, string name)
    {
        var start = url.IndexOf('?', StringComparison.Ordinal) + 1;
        while (start > 0 && start < url.Length)
        {
            var end = url.IndexOf('&', start);
            end = end < 0 ? url.Length : end;
            var pair = url.AsSpan(start, end - start);
            if (pair.Length > name.Length && pair[name.Length] == '=' && pair.StartsWith(name, StringComparison.Ordinal))
            {
                return (start + name.Length + 1, end);
            }
            start = end + 1;
        }
        return null;
    }
}
