using System.Net;
using System.Net.Http.Headers;

namespace Integrations.Benchmarks.Call;

/// <summary>A transport that answers later, on the thread that says so: the call is asynchronous, and every byte is counted on one thread.</summary>
internal sealed class StubTransport(byte[] body) : HttpMessageHandler
{
    private TaskCompletionSource<HttpResponseMessage>? _pending;

    /// <summary>Lets the call that waits go on.</summary>
    public void Answer()
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var pending = _pending!;
        _pending = null;
        pending.SetResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _pending = new TaskCompletionSource<HttpResponseMessage>();
        return _pending.Task;
    }
}
