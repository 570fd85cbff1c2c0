namespace Integrations.Http;

public sealed partial class ApiRequest
{
    private string? _text;
    private readonly Uri? _uri;

    /// <summary>The same request, without its body, to another address.</summary>
    private ApiRequest(ApiRequest other, string? text, Uri? uri)
    {
        Operation = other.Operation;
        // Options of a call may replace headers of the copy.
        _headers = other._headerCount == 0 ? null : [.. other._headers];
        _headerCount = other._headerCount;
        _cookies = other._cookies;
        _ownAccept = other._ownAccept;
        _ownUserAgent = other._ownUserAgent;
        HasIdempotencyKey = other.HasIdempotencyKey;
        OwnRequestId = other.OwnRequestId;
        _text = text;
        _uri = uri;
    }

    /// <summary>Whether a hash of the answer's body is wanted.</summary>
    internal bool WantsFingerprint { get; set; }

    /// <summary>Path and query, once frozen.</summary>
    internal string Text => _text ?? throw new InvalidOperationException("The request is not frozen.");

    /// <summary>Makes it one that is only copied: its characters go back to their thread.</summary>
    internal void Freeze()
    {
        var url = _url ?? throw new InvalidOperationException("An ApiRequest is for one call.");
        _url = null;
        _text = new string(url, 0, _urlLength);
        UrlBuffer.Return(url);
        Body?.Release();
        Body = null;
    }

    /// <summary>The same request, without its body, to another path and query.</summary>
    internal ApiRequest At(string pathAndQuery) => new(this, pathAndQuery, null);

    /// <summary>The same request, without its body, to another address.</summary>
    internal ApiRequest At(Uri address) => new(this, null, address);
}
