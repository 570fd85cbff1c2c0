using Integrations.Testing.Documents;

namespace Integrations.Testing;

/// <summary>
/// An API that is what its document says. It holds every request against the document, and answers with the document's examples, or with
/// instances of its schemas; the same request has the same answer in every run. Safe for calls at the same time.
/// </summary>
/// <typeparam name="TClient">The client that talks to it.</typeparam>
public sealed class FakeApi<TClient>
    where TClient : class, IIntegrationClient<TClient>
{
    /// <summary>Reserved by RFC 6761 for what must never be a real host.</summary>
    private const string Address = "https://fake.invalid";

    private static readonly string[] s_secrets = ["Auth:Token", "Auth:Username", "Auth:Password", "Auth:Key"];

    private readonly FakeServer _server;

    internal FakeApi(RawDocument document) => _server = new FakeServer(document);

    /// <summary>The requests that were received, in order. Those that the document does not allow are among them.</summary>
    public IReadOnlyList<FakeRequest> Requests => _server.Requests;

    /// <summary>Sets the answer of an operation in place of the document's.</summary>
    /// <param name="operation">Its operationId, or <c>METHOD /path</c>.</param>
    /// <returns>What takes the answer.</returns>
    /// <exception cref="ArgumentException">The document has no such operation.</exception>
    public FakeOperation<TClient> On(string operation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        return new FakeOperation<TClient>(this, _server, _server.Find(operation));
    }

    /// <summary>Makes a client that talks to this fake. Its address and its credentials are made up; nothing goes to a network.</summary>
    /// <param name="configure">Sets further options, such as policies or a clock. The transport stays the fake's.</param>
    /// <returns>The client.</returns>
    public TClient CreateClient(Action<ClientOptions>? configure = null) => IntegrationClient.Create<TClient>(options =>
    {
        options.BaseAddress = Address;
        foreach (var secret in s_secrets)
            options.Settings[secret] = "fake";
        configure?.Invoke(options);
        options.PrimaryHandler = CreateHandler(options.BaseAddress is { Length: > 0 } address ? address : Address);
    });

    /// <summary>Makes the transport alone, for clients that a host registers: <c>options.PrimaryHandler = fake.CreateHandler(address)</c>.</summary>
    /// <param name="baseAddress">The address that the client has; its path is not the document's.</param>
    /// <returns>The transport.</returns>
    public HttpMessageHandler CreateHandler(string baseAddress)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(baseAddress);
        return new FakeTransport(_server, new Uri(baseAddress).AbsolutePath.TrimEnd('/'));
    }
}
