namespace Integrations.Http;

/// <summary>Makes requests for addresses that a caller writes.</summary>
internal static class RawRequest
{
    /// <summary>What logs, traces and exceptions name in place of the path, whose values may be secret and are without number.</summary>
    public const string Template = "{raw}";

    public static ApiRequest Create(HttpMethod method, string path, HttpContent? content, string accept)
    {
        ArgumentNullException.ThrowIfNull(method);
        Check(path);
        var operation = new OperationDescriptor(method.Method, Template) { Accept = accept, AllowEmpty = true };
        var url = new UrlBuilder(path);
        var request = new ApiRequest(operation, ref url);
        request.ContentBody(content);
        return request;
    }

    /// <exception cref="ArgumentException">The path is none below the client's address.</exception>
    public static void Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal))
        {
            throw new ArgumentException("The path must begin with one '/': it is below the client's base address.", nameof(path));
        }
        // Servers unescape before they resolve; a question mark that was escaped begins no query.
        var query = path.IndexOf('?', StringComparison.Ordinal);
        var plain = Uri.UnescapeDataString(query < 0 ? path : path[..query]).Replace('?', '_').Replace('\\', '/');
        if (DotSegments.InPath(plain.AsSpan()))
        {
            throw new ArgumentException("The path must not have a segment '.' or '..', escaped or not: the address would be another one.", nameof(path));
        }
        foreach (var c in path)
        {
            if (c is <= ' ' or >= '\x7f' or '\\' or '#' or '"' or '<' or '>')
            {
                throw new ArgumentException("The path must be escaped: it has a character that cannot stand in an address. Put values through Uri.EscapeDataString.", nameof(path));
            }
        }
    }
}
