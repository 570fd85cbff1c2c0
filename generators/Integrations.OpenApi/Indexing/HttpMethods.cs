namespace Integrations.OpenApi.Indexing;

/// <summary>The keys of a path item that are operations.</summary>
internal static class HttpMethods
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["get"] = "GET", ["put"] = "PUT", ["post"] = "POST", ["delete"] = "DELETE", ["options"] = "OPTIONS",
        ["head"] = "HEAD", ["patch"] = "PATCH", ["trace"] = "TRACE", ["query"] = "QUERY",
    };

    /// <summary>The upper-case method of a path item's key, or null where the key is no method.</summary>
    public static string? Of(string key) => Known.TryGetValue(key, out var method) ? method : null;
}
