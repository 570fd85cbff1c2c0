using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Integrations.Tests.Support;

/// <summary>A transport that answers at once, by the number of the request (from 0).</summary>
internal sealed class StubHandler(Func<int, HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private int _count = -1;

    public StubHandler(Func<int, HttpResponseMessage> answer)
        : this((index, _, _) => Task.FromResult(answer(index)))
    {
    }

    public int Count => _count + 1;

    public ConcurrentQueue<HttpRequestMessage> Requests { get; } = new();

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Status(HttpStatusCode status, string? retryAfter = null)
    {
        var response = new HttpResponseMessage(status);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }
        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        return answer(Interlocked.Increment(ref _count), request, cancellationToken);
    }
}
