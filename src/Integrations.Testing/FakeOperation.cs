using System.Net;
using System.Text;
using Integrations.Testing.Documents;

namespace Integrations.Testing;

/// <summary>Takes the answer of one operation. The last one that is set counts, from the next request on.</summary>
/// <typeparam name="TClient">The client of the fake.</typeparam>
public sealed class FakeOperation<TClient>
    where TClient : class, IIntegrationClient<TClient>
{
    private readonly FakeApi<TClient> _fake;
    private readonly FakeServer _server;
    private readonly RawOperation _operation;

    internal FakeOperation(FakeApi<TClient> fake, FakeServer server, RawOperation operation)
    {
        _fake = fake;
        _server = server;
        _operation = operation;
    }

    /// <summary>Answers with a status and a body. They need not be the document's: what a client does with a bad answer can be tested.</summary>
    /// <param name="status">The status, 200 to 599.</param>
    /// <param name="content">The body; null for none.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <returns>The fake.</returns>
    public FakeApi<TClient> Respond(int status, string? content = null, string mediaType = "application/json")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return Respond(_ => new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = content is null ? null : new StringContent(content, Encoding.UTF8, mediaType),
        });
    }

    /// <summary>Answers by code, called for each request. What it throws is what the transport throws: an <see cref="HttpRequestException"/> is a lost connection.</summary>
    /// <param name="answer">Makes the answer.</param>
    /// <returns>The fake.</returns>
    public FakeApi<TClient> Respond(Func<FakeRequest, HttpResponseMessage> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _server.Answer(_operation, answer);
        return _fake;
    }
}
