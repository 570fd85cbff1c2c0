using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Integrations.Json;
using Integrations.Resilience;

namespace Integrations.Http;

public sealed partial class ApiClient
{
    private static ReadOnlySpan<byte> Done => "[DONE]"u8;

    /// <summary>
    /// Calls an operation that answers with server-sent events whose data is JSON, and reads them as they come. The total timeout ends with the headers;
    /// afterwards no wait may be longer than the stream's idle timeout. Data <c>[DONE]</c> ends the stream. To be enumerated once.
    /// </summary>
    /// <typeparam name="T">What the data of each event is.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="request">The request, used up by this.</param>
    /// <param name="cancellationToken">Cancels the call and the reading.</param>
    /// <returns>The events. The call is made when they are enumerated, and ends with the enumeration; its exceptions are those of other calls.</returns>
    public async IAsyncEnumerable<T> SendEventsAsync<T, TCodec>(ApiRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
    {
        var stream = await OpenAsync(request, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var parser = SseParser.Create(stream, new EventData<T, TCodec>(stream).Read);
            await foreach (var item in parser.EnumerateAsync(cancellationToken).ConfigureAwait(false))
            {
                stream.ItemRead();
                if (item.Data.IsDone)
                {
                    yield break;
                }
                yield return item.Data.Value;
            }
        }
    }

    /// <summary>Calls an operation that answers with server-sent events of no known type, and reads them as they come.</summary>
    /// <inheritdoc cref="SendEventsAsync{T, TCodec}"/>
    public async IAsyncEnumerable<ServerSentEvent> SendRawEventsAsync(ApiRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await OpenAsync(request, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var parser = SseParser.Create(stream);
            await foreach (var item in parser.EnumerateAsync(cancellationToken).ConfigureAwait(false))
            {
                stream.ItemRead();
                if (item.Data == "[DONE]")
                {
                    yield break;
                }
                yield return new ServerSentEvent(item.EventType, item.Data, item.EventId);
            }
        }
    }

    /// <summary>Calls an operation that answers with a JSON value on each line (NDJSON, JSON Lines), and reads them as they come.</summary>
    /// <inheritdoc cref="SendEventsAsync{T, TCodec}"/>
    public IAsyncEnumerable<T> SendLinesAsync<T, TCodec>(ApiRequest request, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T> => RecordsAsync<T, TCodec>(request, (byte)'\n', cancellationToken);

    /// <summary>Calls an operation that answers with a sequence of JSON texts (RFC 7464), and reads them as they come.</summary>
    /// <inheritdoc cref="SendEventsAsync{T, TCodec}"/>
    public IAsyncEnumerable<T> SendSequenceAsync<T, TCodec>(ApiRequest request, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T> => RecordsAsync<T, TCodec>(request, 0x1E, cancellationToken);

    private async IAsyncEnumerable<T> RecordsAsync<T, TCodec>(ApiRequest request, byte delimiter, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
    {
        var stream = await OpenAsync(request, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var records = new RecordReader(stream, delimiter);
            while (await records.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                stream.ItemRead();
                if (records.Current.Span.SequenceEqual(Done))
                {
                    yield break;
                }
                yield return stream.ReadItem<T, TCodec>(records.Current.Span);
            }
        }
    }

    private async Task<ResponseStream> OpenAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var stream = (ResponseStream)await CallAsync<Stream, StreamResult>(request, ResponseMode.Stream, cancellationToken).ConfigureAwait(false);
        stream.ItemLimit = Settings.MaxResponseBytes;
        if (stream.IsDocument)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw stream.Unreadable(null);
        }
        return stream;
    }

    private sealed class EventData<T, TCodec>(ResponseStream stream)
        where TCodec : struct, IJsonCodec<T>
    {
        public (bool IsDone, T Value) Read(string eventType, ReadOnlySpan<byte> data) =>
            data.Trim(" \t"u8).SequenceEqual(Done) ? (true, default!) : (false, stream.ReadItem<T, TCodec>(data));
    }
}
