using Integrations.Hosting;
using Integrations.Http;
using Integrations.Telemetry;

namespace Integrations.Auth.OAuth;

/// <summary>Tokens by client credentials, on requests.</summary>
internal sealed class ClientCredentialsAuthenticator : ConfiguredAuthenticator
{
    private readonly IntegrationDefinition _definition;
    private readonly IntegrationSource _source;
    private readonly OAuth2ClientCredentialsAttribute _attribute;
    private readonly TokenTransport _transport;
    private readonly TokenCache _tokens;
    private readonly Secret _id;
    private readonly Secret _secret;
    private Uri? _endpoint;

    public ClientCredentialsAuthenticator(IntegrationDefinition definition, IntegrationSource source, OAuth2ClientCredentialsAttribute attribute, TokenTransport transport)
        : this(definition, source, attribute, transport, new(source, "Auth:ClientId", $"the OAuth 2 client id of {source.Name}"), new(source, "Auth:ClientSecret", $"the OAuth 2 client secret of {source.Name}"))
    {
    }

    private ClientCredentialsAuthenticator(IntegrationDefinition definition, IntegrationSource source, OAuth2ClientCredentialsAttribute attribute, TokenTransport transport, Secret id, Secret secret)
        : base(source, id, secret)
    {
        (_definition, _source, _attribute, _transport, _id, _secret) = (definition, source, attribute, transport, id, secret);
        _tokens = new TokenCache(RequestAsync, transport.Time);
    }

    /// <summary>The scopes that the client's operations need by the document.</summary>
    public IReadOnlyCollection<string> NeededScopes { get; set; } = [];

    public override void Validate(List<string> problems, Uri? address)
    {
        base.Validate(problems, address);
        _endpoint = TokenEndpoint.Find(_definition, _source, _attribute, address, problems);
    }

    public override async ValueTask AuthenticateAsync(HttpRequestMessage request, OperationDescriptor operation, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var token = await _tokens.GetAsync(_id.Read(), _secret.Read(), cancellationToken).ConfigureAwait(false);
            request.Headers.TryAddWithoutValidation("Authorization", token.Header);
        }
        catch (TokenException exception)
        {
            throw Failed(exception, operation);
        }
    }

    public override async ValueTask<bool> TryRefreshAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await base.TryRefreshAsync(response, cancellationToken).ConfigureAwait(false);
        var refused = response.RequestMessage is { } request && request.Headers.NonValidated.TryGetValues("Authorization", out var values) ? values.ToString() : null;
        try
        {
            return await _tokens.ReplaceAsync(refused, _id.Read(), _secret.Read(), cancellationToken).ConfigureAwait(false) is not null;
        }
        catch (TokenException exception)
        {
            throw Failed(exception, null);
        }
    }

    protected override void Apply(HttpRequestMessage request) => throw new NotSupportedException();

    private async Task<Token> RequestAsync(ClientCredentials credentials)
    {
        var scopes = _source.Get("Auth:Scopes") is { Length: > 0 } configured ? configured : string.Join(' ', _attribute.Scopes.Length > 0 ? _attribute.Scopes : NeededScopes);
        var audience = _source.Get("Auth:Audience") is { Length: > 0 } other ? other : _attribute.Audience;
        try
        {
            var token = await TokenRequest.SendAsync(_transport, _endpoint!, credentials, _attribute.ClientAuthentication, scopes, audience).ConfigureAwait(false);
            Instruments.TokenRequested(_source.Client, null);
            return token;
        }
        catch (TokenException exception)
        {
            Instruments.TokenRequested(_source.Client, exception.Status is { } status ? ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture) : "unreachable");
            _transport.Log.TokenFailed(exception.Message);
            throw;
        }
    }

    // Those who wait share one failure; each gets an exception of its own.
    private ApiAuthenticationException Failed(TokenException exception, OperationDescriptor? operation) =>
        new($"{_source.Name}{(operation is null ? "" : ": " + operation.Name)} has no credentials: the token endpoint {_endpoint!.Host} {exception.Message}.", exception.Status, exception.InnerException)
        { Integration = _source.Name, Operation = operation };
}
