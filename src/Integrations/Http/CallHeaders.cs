namespace Integrations.Http;

/// <summary>The headers that options add to calls, checked once.</summary>
internal sealed class CallHeaders
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    private CallHeaders()
    {
    }

    /// <summary>Those of options over those that a view has already; null where there are none.</summary>
    public static CallHeaders? Of(CallOptions options, CallHeaders? earlier)
    {
        var headers = new CallHeaders();
        foreach (var (name, value) in earlier?._headers ?? [])
        {
            headers._headers[name] = value;
        }
        foreach (var (name, value) in options.Headers)
        {
            if (IsReserved(name))
            {
                throw new ArgumentException($"The header '{name}' is not for a call to set: credentials come from the client's configuration, and the transport sets its own.", nameof(options));
            }
            headers.Set(name, value);
        }
        headers.Set(HeaderNames.IdempotencyKey, options.IdempotencyKey);
        headers.Set(HeaderNames.RequestId, options.RequestId);
        headers.Set("If-Match", options.IfMatch);
        headers.Set("If-None-Match", options.IfNoneMatch);
        return headers._headers.Count == 0 ? null : headers;
    }

    public void Apply(ApiRequest request)
    {
        foreach (var (name, value) in _headers)
        {
            request.Replace(name, value);
        }
    }

    private void Set(string name, string? value)
    {
        if (value is not null)
        {
            HeaderRules.Check(name, value);
            _headers[name] = value;
        }
    }

    private static bool IsReserved(string name)
    {
        foreach (var reserved in (ReadOnlySpan<string>)["Authorization", "Proxy-Authorization", "Host", "Content-Length", "Transfer-Encoding", "Connection"])
        {
            if (name.Equals(reserved, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }
}
