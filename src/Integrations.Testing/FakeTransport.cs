namespace Integrations.Testing;

/// <summary>The transport of one client: what the client sends goes to the fake.</summary>
internal sealed class FakeTransport(FakeServer server, string basePath) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return server.SendAsync(request, basePath, cancellationToken);
    }
}
