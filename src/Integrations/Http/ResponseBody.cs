using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using Integrations.Resilience;

namespace Integrations.Http;

/// <summary>Reads bodies into one pooled array, up to a limit that counts after decompression.</summary>
internal static class ResponseBody
{
    private const int Initial = 4096;
    private const int LargestFirst = 1024 * 1024;

    /// <summary>Reads the body of a success.</summary>
    /// <returns>False where it is larger than the limit; the attempt then has no body.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<bool> ReadAsync(Attempt attempt, HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        var announced = Announced(response);
        if (announced > limit && attempt.Call.Request.Operation.Method != "HEAD")
        {
            return false;
        }
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        // One byte more than announced, so that the read which finds the end has room.
        var buffer = ArrayPool<byte>.Shared.Rent(announced < 0 ? Initial : (int)Math.Min(announced + 1, LargestFirst));
        var length = 0;
        // Where a read throws, the array is left to the garbage collector: whoever reads may still write into it.
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }
            length += read;
            // A decoder that has its bytes at hand gives them without looking at the token.
            cancellationToken.ThrowIfCancellationRequested();
            if (length > limit)
            {
                ArrayPool<byte>.Shared.Return(buffer);
                return false;
            }
            if (length == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, Array.MaxLength));
                buffer.AsSpan(0, length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }
        attempt.SetBody(buffer, length);
        return true;
    }

    /// <summary>Reads the body of an error. Its status counts even where the body is too large or breaks off.</summary>
    public static async ValueTask ReadErrorAsync(Attempt attempt, HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(attempt, response, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException && !cancellationToken.IsCancellationRequested)
        {
            // The error is told without its body.
        }
    }

    /// <summary>Content-Length without parsing it into the header collection, or -1.</summary>
    private static long Announced(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Length", out var values)
        && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : -1;
}
