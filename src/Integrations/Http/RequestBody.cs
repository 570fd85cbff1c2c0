namespace Integrations.Http;

/// <summary>A body that can make the content of each attempt.</summary>
internal abstract class RequestBody(string mediaType)
{
    public string MediaType { get; } = mediaType;

    /// <summary>Whether a further attempt can send it.</summary>
    public virtual bool CanSendAgain => true;

    /// <summary>Whether reading it uses it up, so that nobody may look into it before it is sent.</summary>
    public virtual bool IsReadOnce => false;

    public HttpContent CreateContent()
    {
        var content = Create();
        if (content.Headers.ContentType is null && MediaType.Length > 0)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", MediaType);
        }
        return content;
    }

    /// <summary>The call is over: what is pooled goes back, unless a transport still reads it.</summary>
    public virtual void Release()
    {
    }

    protected abstract HttpContent Create();
}

internal sealed class BytesBody(ReadOnlyMemory<byte> bytes, string mediaType) : RequestBody(mediaType)
{
    protected override HttpContent Create() => new ReadOnlyMemoryContent(bytes);
}
