using System.Net;
using System.Text;
using Integrations.Http;
using Integrations.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Integrations.Tests.Http;

public sealed class MultipartTests
{
    private static readonly OperationDescriptor s_put = new("PUT", "/x");

    [Fact]
    public async Task A_stream_that_can_seek_is_sent_again_by_each_attempt()
    {
        var bodies = new List<string>();
        using var stream = new MemoryStream("skip-body"u8.ToArray());
        stream.Position = 5;
        await Api.Over(Recording(bodies), s_put).SendAsync(Request(new FilePart(stream)), default);
        Assert.Equal(3, bodies.Count);
        Assert.All(bodies, body => Assert.Contains("\r\n\r\nbody\r\n--", body, StringComparison.Ordinal));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once()
    {
        var bodies = new List<string>();
        await using var stream = new OneWay("body"u8.ToArray());
        await Assert.ThrowsAsync<ApiException>(() => Api.Over(Recording(bodies), s_put).SendAsync(Request(new FilePart(stream)), default));
        Assert.Single(bodies);
    }

    [Fact]
    public async Task A_large_file_is_never_in_memory_as_a_whole()
    {
        const long Size = 200L << 20;
        const long Wanted = 1 << 20;
        long received = 0;
        var paused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask, async context =>
        {
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
            context.Features.Get<Microsoft.AspNetCore.Server.Kestrel.Core.Features.IHttpMinRequestBodyDataRateFeature>()!.MinDataRate = null;
            var buffer = new byte[1 << 16];
            int read;
            while ((read = await context.Request.Body.ReadAsync(buffer)) > 0)
            {
                received += read;
                if (received > Wanted && paused.TrySetResult())
                {
                    await goOn.Task;
                }
            }
        });
        var api = Api.Over(new SocketsHttpHandler(), s_put, options => options.BaseAddress = server.Address);
        await using var zeros = new Zeros(Size);
        var call = api.SendAsync(Request(new FilePart(zeros)), default);
        await paused.Task.WaitAsync(TimeSpan.FromSeconds(20));

        // The server reads no further: what the client has taken from the file is no more than sockets hold.
        var taken = zeros.Position;
        for (var wait = 0; wait < 20; wait++)
        {
            await Task.Delay(25);
            taken = zeros.Position;
        }
        Assert.InRange(taken, Wanted, 64 << 20);

        goOn.SetResult();
        await call;
        Assert.True(received > Size);
    }

    [Theory]
    [InlineData("X-Bad", "a\r\nb: c")]
    [InlineData("bad name", "v")]
    public async Task A_header_of_a_part_is_checked(string name, string value)
    {
        var part = new FilePart(new byte[1]) { Headers = new Dictionary<string, string> { [name] = value } };
        await Assert.ThrowsAsync<ArgumentException>(() => Api.Over(Recording([]), s_put).SendAsync(Request(part), default));
    }

    [Fact]
    public async Task Names_cannot_end_their_header()
    {
        var bodies = new List<string>();
        await Api.Over(Recording(bodies), s_put).SendAsync(Request(FilePart.FromText("x", "é\"\r\nA: b")), default);
        Assert.Contains("name=\"file\"; filename=\"é%22%0D%0AA: b\"\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n", bodies[0], StringComparison.Ordinal);
    }

    private static ApiRequest Request(FilePart file)
    {
        var request = Api.Request(s_put);
        request.MultipartBody(new Upload(file));
        return request;
    }

    private static StubHandler Recording(List<string> bodies) => new(async (index, request, _) =>
    {
        bodies.Add(await request.Content!.ReadAsStringAsync(CancellationToken.None));
        return StubHandler.Status(index < 2 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);
    });

    private sealed class Upload(FilePart file) : IMultipartModel<Upload>
    {
        private FilePart File => file;

        public static void Write(MultipartBody target, Upload value) => target.File("file", value.File);
    }

    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class Zeros(long size) : Stream
    {
        private readonly long _size = size;
        private long _left = size;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _size - Interlocked.Read(ref _left); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(_left, count);
            Array.Clear(buffer, offset, read);
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
