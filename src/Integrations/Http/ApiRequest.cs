using System.ComponentModel;
using System.Diagnostics;

namespace Integrations.Http;

/// <summary>
/// One request of an operation: its address, headers and body, from which a message is made for each attempt. For one call, by one thread.
/// What emitted code builds.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
[DebuggerDisplay("{Operation}")]
public sealed partial class ApiRequest
{
    private char[]? _url;
    private readonly int _urlLength;
    private (string Name, string Value)[]? _headers;
    private int _headerCount;
    private string? _cookies;
    private bool _ownAccept;
    private bool _ownUserAgent;

    /// <summary>Begins a request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="url">Its path and query; used up by this.</param>
    /// <exception cref="ArgumentException">The values of the path give a segment <c>.</c> or <c>..</c>.</exception>
    public ApiRequest(OperationDescriptor operation, ref UrlBuilder url)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Operation = operation;
        _url = url.Take(out _urlLength);
    }

    /// <summary>The operation.</summary>
    public OperationDescriptor Operation { get; }

    /// <summary>The operation's arguments as a tuple, for a fallback that wants them.</summary>
    /// <value>Default: null.</value>
    public object? Arguments { get; set; }

    internal RequestBody? Body { get; private set; }

    internal bool HasIdempotencyKey { get; private set; }

    /// <summary>The caller's own request id, where the operation has that header as a parameter.</summary>
    internal string? OwnRequestId { get; private set; }

    /// <summary>Makes the address. Once: the characters go back to their thread.</summary>
    internal Uri TakeUri(string origin)
    {
        if (_uri is not null)
        {
            return _uri;
        }
        if (_text is not null)
        {
            return RequestUri.Create(origin + _text);
        }
        var url = _url ?? throw new InvalidOperationException("An ApiRequest is for one call.");
        _url = null;
        var text = string.Concat(origin, url.AsSpan(0, _urlLength));
        UrlBuffer.Return(url);
        return RequestUri.Create(text);
    }

    /// <summary>Makes the message of one attempt.</summary>
    internal HttpRequestMessage CreateMessage(HttpMethod method, Uri uri, string requestId, string userAgent)
    {
        var message = new HttpRequestMessage(method, uri);
        if (Body is not null)
        {
            message.Content = Body.CreateContent();
            if (Body.IsReadOnce)
            {
                message.Options.Set(Auth.RequestBodyHash.ReadOnce, true);
            }
        }
        var headers = message.Headers;
        if (!_ownAccept)
        {
            headers.TryAddWithoutValidation("Accept", Operation.Accept);
        }
        if (OwnRequestId is null)
        {
            headers.TryAddWithoutValidation(HeaderNames.RequestId, requestId);
        }
        if (!_ownUserAgent)
        {
            headers.TryAddWithoutValidation("User-Agent", userAgent);
        }
        for (var i = 0; i < _headerCount; i++)
        {
            var (name, value) = _headers![i];
            if (HeaderNames.IsContent(name))
            {
                message.Content ??= new ByteArrayContent([]);
                message.Content.Headers.Remove(name);
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                headers.TryAddWithoutValidation(name, value);
            }
        }
        if (_cookies is not null)
        {
            headers.TryAddWithoutValidation("Cookie", _cookies);
        }
        return message;
    }

    /// <summary>Sets a header in place of any of the same name.</summary>
    internal void Replace(string name, string value)
    {
        var kept = 0;
        for (var i = 0; i < _headerCount; i++)
        {
            if (!_headers![i].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                _headers[kept++] = _headers[i];
            }
        }
        _headerCount = kept;
        Add(name, value);
    }

    private void Add(string name, string value)
    {
        HeaderRules.Check(name, value);
        if (name.Equals(HeaderNames.IdempotencyKey, StringComparison.OrdinalIgnoreCase))
        {
            HasIdempotencyKey = true;
        }
        else if (name.Equals(HeaderNames.RequestId, StringComparison.OrdinalIgnoreCase))
        {
            OwnRequestId = value;
        }
        else if (name.Equals("Accept", StringComparison.OrdinalIgnoreCase))
        {
            _ownAccept = true;
        }
        else if (name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase))
        {
            _ownUserAgent = true;
        }
        _headers ??= new (string, string)[4];
        if (_headerCount == _headers.Length)
        {
            Array.Resize(ref _headers, _headerCount * 2);
        }
        _headers[_headerCount++] = (name, value);
    }
}
