using System.Net;
using System.Text;
using Integrations.Http;
using Integrations.Json;
using Integrations.Tests.Support;

namespace Integrations.Tests.Http;

public sealed class BodyTests
{
    private static readonly OperationDescriptor s_put = new("PUT", "/x");

    [Fact]
    public async Task A_json_body_is_sent_again_by_each_attempt()
    {
        var bodies = new List<string>();
        var api = Api.Over(Recording(bodies), s_put);
        await api.SendAsync(Request(request => request.JsonBody<string, StringCodec>("text")), default);
        Assert.Equal(["\"text\"", "\"text\"", "\"text\""], bodies);
    }

    [Fact]
    public async Task A_stream_that_can_seek_is_sent_again_from_where_it_stood()
    {
        var bodies = new List<string>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("skip-body"));
        stream.Position = 5;
        await Api.Over(Recording(bodies), s_put).SendAsync(Request(request => request.StreamBody(stream)), default);
        Assert.Equal(["body", "body", "body"], bodies);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once()
    {
        var bodies = new List<string>();
        await using var stream = new OneWay(Encoding.UTF8.GetBytes("body"));
        var exception = await Assert.ThrowsAsync<ApiException>(() => Api.Over(Recording(bodies), s_put).SendAsync(Request(request => request.StreamBody(stream)), default));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, exception.Status);
        Assert.Equal(["body"], bodies);
    }

    [Fact]
    public async Task A_pooled_body_that_is_still_read_when_the_call_ends_keeps_its_bytes()
    {
        var gate = new TaskCompletionSource();
        Task? reading = null;
        var sink = new SlowSink(gate.Task);
        var handler = new StubHandler((_, request, _) =>
        {
            reading = request.Content!.CopyToAsync(sink, CancellationToken.None);
            return Task.FromResult(StubHandler.Status(HttpStatusCode.OK));
        });
        var text = new string('x', 400);
        await Api.Over(handler, s_put).SendAsync(Request(request => request.JsonBody<string, StringCodec>(text)), default);

        // Of every size that the buffer may have grown to.
        var rented = Enumerable.Range(0, 64).Select(i => System.Buffers.ArrayPool<byte>.Shared.Rent(256 << (i % 8))).ToList();
        rented.ForEach(array => array.AsSpan().Fill((byte)'!'));
        gate.SetResult();
        await reading!;
        Assert.Equal("\"" + text + "\"", Encoding.UTF8.GetString(sink.ToArray()));
    }

    [Fact]
    public async Task A_pooled_body_cannot_be_read_after_the_call()
    {
        HttpContent? content = null;
        var handler = new StubHandler((_, request, _) =>
        {
            content = request.Content;
            return Task.FromResult(StubHandler.Status(HttpStatusCode.OK));
        });
        await Api.Over(handler, s_put).SendAsync(Request(request => request.JsonBody<string, StringCodec>("x")), default);
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => content!.CopyToAsync(Stream.Null));
        Assert.IsType<ObjectDisposedException>(exception.GetBaseException());
    }

    [Fact]
    public async Task A_request_is_for_one_call()
    {
        var api = Api.Over(new StubHandler(_ => StubHandler.Status(HttpStatusCode.OK)), s_put);
        var request = Request(_ => { });
        await api.SendAsync(request, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => api.SendAsync(request, default));
    }

    private static ApiRequest Request(Action<ApiRequest> build)
    {
        var url = new UrlBuilder("/x");
        var request = new ApiRequest(s_put, ref url);
        build(request);
        return request;
    }

    private static StubHandler Recording(List<string> bodies) => new(async (index, request, cancellationToken) =>
    {
        bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
        return StubHandler.Status(index < 2 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);
    });

    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class SlowSink(Task gate) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await gate;
            await base.WriteAsync(buffer, CancellationToken.None);
        }
    }
}
