using Integrations.Resilience;

namespace Integrations.Http;

/// <summary>The body of a response as the caller's stream: it holds the connection until it is disposed, and no read waits longer than the idle timeout.</summary>
internal sealed class ResponseStream(ApiCall call) : Stream
{
    private readonly HttpResponseMessage _response = call.Result.Response!;
    private readonly TimeSpan _idle = call.Pipeline.Settings.Timeout.StreamIdle;
    private CancellationTokenSource? _source;
    private Stream? _stream;
    private bool _disposed;

    private long _sinceItem;

    /// <summary>How many bytes an item of a stream of items may have; null for a stream of bytes.</summary>
    public int? ItemLimit { get; set; }

    /// <summary>Whether the server answered with one document where a stream of items is expected.</summary>
    public bool IsDocument => _response.Content.Headers.ContentType?.MediaType is { } type
        && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    public void ItemRead() => _sinceItem = 0;

    public ApiException Unreadable(Exception? inner) => CallErrors.Unreadable(call, inner);

    public T ReadItem<T, TCodec>(ReadOnlySpan<byte> utf8)
        where TCodec : struct, Json.IJsonCodec<T>
    {
        try
        {
            return Json.Json.Read<T, TCodec>(utf8);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or FormatException or OverflowException)
        {
            throw Unreadable(exception);
        }
    }

    public override bool CanRead => !_disposed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_source is null || !_source.TryReset())
        {
            _source?.Dispose();
            _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, call.Owner.Time);
        }
        var source = _source;
        source.CancelAfter(_idle);
        try
        {
            using (cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source))
            {
                _stream ??= await _response.Content.ReadAsStreamAsync(source.Token).ConfigureAwait(false);
                var read = await _stream.ReadAsync(buffer, source.Token).ConfigureAwait(false);
                return ItemLimit is not { } limit || (_sinceItem += read) <= limit
                    ? read
                    : throw Unreadable(new IOException($"An item of the stream has more than the {limit} bytes that Integrations:{call.Owner.Settings.Name}:MaxResponseBytes allows."));
            }
        }
        catch (Exception exception) when (source.IsCancellationRequested)
        {
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException("Reading the stream was cancelled.", exception, cancellationToken)
                : new ApiTimeoutException(
                    $"{call.Owner.Settings.Name}: {call.Request.Operation.Name} sent nothing for {_idle.TotalSeconds} s. Request id {call.RequestId}.", ApiTimeout.StreamIdle, _idle, exception)
                { Integration = call.Owner.Settings.Name, Operation = call.Request.Operation, RequestId = call.RequestId, Attempts = call.Attempts };
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Blocks, but within the idle timeout; a synchronous read of the connection would know none.
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _response.Dispose();
            _source?.Dispose();
        }
        base.Dispose(disposing);
    }
}
