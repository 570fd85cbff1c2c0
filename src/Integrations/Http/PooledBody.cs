using System.Net;
using Integrations.Json;

namespace Integrations.Http;

/// <summary>
/// A body in a pooled buffer. A transport may still be sending when a call ends (HTTP/2 answers early; an attempt is cancelled): the buffer
/// goes back only when nobody reads it, and nobody can begin to read it afterwards.
/// </summary>
internal sealed class PooledBody(PooledBuffer buffer, string mediaType) : RequestBody(mediaType)
{
    private const int Released = int.MinValue;
    private int _readers;

    public override void Release()
    {
        // A reader that is still there keeps the buffer for the garbage collector.
        if (Interlocked.CompareExchange(ref _readers, Released, 0) == 0)
        {
            buffer.Dispose();
        }
    }

    protected override HttpContent Create() => new Content(this);

    private void Enter()
    {
        var readers = Volatile.Read(ref _readers);
        while (true)
        {
            ObjectDisposedException.ThrowIf(readers < 0, this);
            var seen = Interlocked.CompareExchange(ref _readers, readers + 1, readers);
            if (seen == readers)
            {
                return;
            }
            readers = seen;
        }
    }

    private void Leave() => Interlocked.Decrement(ref _readers);

    private sealed class Content(PooledBody body) : HttpContent
    {
        private readonly int _length = body.Length;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            body.Enter();
            try
            {
                await stream.WriteAsync(body.Bytes, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                body.Leave();
            }
        }

        protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            body.Enter();
            try
            {
                stream.Write(body.Bytes.Span);
            }
            finally
            {
                body.Leave();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return true;
        }
    }

    private int Length => buffer.Length;

    private ReadOnlyMemory<byte> Bytes => buffer.WrittenMemory;
}
