using System.Net;
using System.Text;

namespace Integrations.Http;

/// <summary>A part: its boundary and headers, and its bytes or stream.</summary>
internal sealed class MultipartPart(byte[] head, ReadOnlyMemory<byte> bytes, Stream? stream)
{
    private readonly long _start = stream is { CanSeek: true } ? stream.Position : 0;
    private bool _touched;

    public bool IsReadOnce => stream is { CanSeek: false };

    public bool CanSendAgain => stream is null or { CanSeek: true } || !_touched;

    /// <summary>Its length with the line break after it; null where its stream does not tell.</summary>
    public long? Length => stream is null ? head.Length + bytes.Length + 2 : stream.CanSeek ? head.Length + Math.Max(0, stream.Length - _start) + 2 : null;

    public async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        await target.WriteAsync(head, cancellationToken).ConfigureAwait(false);
        if (stream is null)
        {
            await target.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            if (stream.CanSeek)
            {
                stream.Position = _start;
            }
            _touched = true;
            await stream.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
        }
        await target.WriteAsync("\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>A <c>multipart/form-data</c> body. Parts are written one after the other, streams in pieces.</summary>
internal sealed class MultipartContentBody(string boundary, IReadOnlyList<MultipartPart> parts) : RequestBody("multipart/form-data; boundary=" + boundary)
{
    private readonly byte[] _end = Encoding.ASCII.GetBytes("--" + boundary + "--\r\n");

    public override bool CanSendAgain
    {
        get
        {
            for (var i = 0; i < parts.Count; i++)
            {
                if (!parts[i].CanSendAgain)
                {
                    return false;
                }
            }
            return true;
        }
    }

    public override bool IsReadOnce => parts.Any(static part => part.IsReadOnce);

    protected override HttpContent Create() => new Content(this);

    private async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            await parts[i].WriteAsync(target, cancellationToken).ConfigureAwait(false);
        }
        await target.WriteAsync(_end, cancellationToken).ConfigureAwait(false);
    }

    private long? Length()
    {
        long total = _end.Length;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Length is not { } length)
            {
                return null;
            }
            total += length;
        }
        return total;
    }

    private sealed class Content(MultipartContentBody body) : HttpContent
    {
        private readonly long? _length = body.Length();

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            body.WriteAsync(stream, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = _length ?? 0;
            return _length is not null;
        }
    }
}
