using System.Net;

namespace Integrations.Http;

/// <summary>A body read from the caller's stream, which stays open. Where it can seek, each attempt begins where the first did.</summary>
internal sealed class StreamBody : RequestBody
{
    private readonly Stream _stream;
    private readonly long _start;
    private bool _touched;

    public StreamBody(Stream stream, string mediaType)
        : base(mediaType)
    {
        _stream = stream;
        _start = stream.CanSeek ? stream.Position : 0;
    }

    public override bool CanSendAgain => !_touched || _stream.CanSeek;

    public override bool IsReadOnce => !_stream.CanSeek;

    protected override HttpContent Create() => new Content(this);

    private Stream Begin()
    {
        if (_touched)
        {
            _stream.Position = _start;
        }
        _touched = true;
        return _stream;
    }

    private sealed class Content(StreamBody body) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            body.Begin().CopyToAsync(stream, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = body._stream.CanSeek ? body._stream.Length - body._start : 0;
            return body._stream.CanSeek;
        }
    }
}
