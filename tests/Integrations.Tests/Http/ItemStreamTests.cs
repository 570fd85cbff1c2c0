using System.Net;
using System.Text;
using Integrations.Http;
using Integrations.Json;
using Integrations.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Integrations.Tests.Http;

/// <summary>Streams of items that stall, are cancelled, or have an item that is too large: after an item was read, and with the connection let go.</summary>
public sealed class ItemStreamTests
{
    private static readonly OperationDescriptor s_get = new("GET", "/x");

    public static TheoryData<string, string> Kinds => new()
    {
        { "events", "data: 1\n\n" },
        { "raw", "data: 1\n\n" },
        { "lines", "1\n" },
        { "sequence", "\u001e1\n\u001e" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stream_that_stalls_ends_with_the_idle_timeout_and_lets_go(string kind, string text)
    {
        var clock = new FakeTimeProvider();
        var body = new StallingStream(Encoding.UTF8.GetBytes(text));
        var items = Items(kind, Api.Over(Answer(body), s_get, options =>
        {
            options.TimeProvider = clock;
            options.Settings["Timeout:StreamIdleSeconds"] = "20";
        }), default).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        Assert.Equal("1", items.Current);

        var next = items.MoveNextAsync().AsTask();
        await body.Stalled;
        clock.Advance(TimeSpan.FromSeconds(19));
        await Task.Yield();
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));
        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => next);
        Assert.Equal((ApiTimeout.StreamIdle, TimeSpan.FromSeconds(20)), (exception.Timeout, exception.Limit));
        Assert.True(body.IsDisposed);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stream_that_is_cancelled_between_items_ends_at_once_and_lets_go(string kind, string text)
    {
        using var source = new CancellationTokenSource();
        var body = new StallingStream(Encoding.UTF8.GetBytes(text));
        var items = Items(kind, Api.Over(Answer(body), s_get), source.Token).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());

        var next = items.MoveNextAsync().AsTask();
        await body.Stalled;
        await source.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.True(body.IsDisposed);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_item_that_is_too_large_is_refused_before_it_is_all_there_but_a_long_stream_is_not(string kind, string text)
    {
        var many = string.Concat(Enumerable.Repeat(text, 2000));
        var large = kind switch { "lines" => "", "sequence" => "", _ => "data: " } + "\"" + new string('x', 100_000);
        var body = new StallingStream(Encoding.UTF8.GetBytes(many + large));
        var api = Api.Over(Answer(body), s_get, static options => options.MaxResponseBytes = 8192);
        var read = 0;
        var exception = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var item in Items(kind, api, default))
            {
                read++;
            }
        });
        Assert.Equal(2000, read);
        Assert.Contains("8192 bytes that Integrations:Shop:MaxResponseBytes allows", exception.InnerException?.Message, StringComparison.Ordinal);
        Assert.True(body.IsDisposed);
    }

    private static async IAsyncEnumerable<string> Items(string kind, ApiClient api, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (kind == "raw")
        {
            await foreach (var item in api.SendRawEventsAsync(Api.Request(s_get), cancellationToken))
            {
                yield return item.Data;
            }
            yield break;
        }
        var request = Api.Request(s_get);
        var items = kind switch
        {
            "events" => api.SendEventsAsync<int, Int32Codec>(request, cancellationToken),
            "lines" => api.SendLinesAsync<int, Int32Codec>(request, cancellationToken),
            _ => api.SendSequenceAsync<int, Int32Codec>(request, cancellationToken),
        };
        await foreach (var item in items)
        {
            yield return item.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private static StubHandler Answer(Stream body) => new(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) });
}
