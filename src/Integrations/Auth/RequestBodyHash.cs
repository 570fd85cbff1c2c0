using System.Security.Cryptography;
using Integrations.Http;

namespace Integrations.Auth;

/// <summary>The hash of a request's body, for schemes that sign it (AWS Signature Version 4, HMAC schemes).</summary>
public static class RequestBodyHash
{
    /// <summary>The SHA-256 of a request's body as it goes out; of nothing where there is none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="operation">Its operation, for the message of an exception.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="NotSupportedException">The body can be read only once, so that nothing would be left to send.</exception>
    public static async ValueTask<byte[]> Sha256Async(HttpRequestMessage request, OperationDescriptor operation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(operation);
        if (request.Content is null)
        {
            return SHA256.HashData([]);
        }
        if (request.Options.TryGetValue(ReadOnce, out _))
        {
            throw new NotSupportedException($"The body of {operation.Name} can be read only once, so that it cannot be hashed before it is sent: give a stream that can seek, or bytes.");
        }
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var stream = new HashStream(hash);
        await using (stream.ConfigureAwait(false))
        {
            await request.Content.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        return hash.GetHashAndReset();
    }

    /// <summary>Marks requests whose body is gone once it is read.</summary>
    internal static readonly HttpRequestOptionsKey<bool> ReadOnce = new("Integrations.ReadOnce");

    private sealed class HashStream(IncrementalHash hash) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => hash.AppendData(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => hash.AppendData(buffer);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            hash.AppendData(buffer.Span);
            return default;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
