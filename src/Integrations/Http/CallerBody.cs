namespace Integrations.Http;

/// <summary>A body of the caller's own making. Its first reading may use it up, so no further attempt can send it.</summary>
internal sealed class CallerBody(HttpContent content) : RequestBody(content.Headers.ContentType?.ToString() ?? "")
{
    private bool _touched;

    public override bool CanSendAgain => !_touched;

    public override bool IsReadOnce => content is not (ByteArrayContent or ReadOnlyMemoryContent);

    protected override HttpContent Create()
    {
        _touched = true;
        return content;
    }
}
