namespace Integrations;

/// <summary>
/// OAuth 2 client credentials (RFC 6749, section 4.4): a token for the program itself, kept in memory, requested once however many calls wait for it, and
/// renewed before it expires. An answer 401 renews it once and sends the request once more. The secrets are
/// <c>Integrations:{Name}:Auth:ClientId</c> and <c>Auth:ClientSecret</c>. They go only to the token endpoint, which must be https or this machine; its
/// redirects are not followed. Without a token a call throws <see cref="ApiAuthenticationException"/>: it is never made without.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OAuth2ClientCredentialsAttribute : AuthAttribute
{
    /// <summary>
    /// The address that gives tokens. Configuration <c>Auth:TokenEndpoint</c> overrides it. Without both it is the document's, where that is at the client's own
    /// origin or a <see cref="TrustedServerAttribute"/> names its host: a document must not decide where secrets go.
    /// </summary>
    /// <value>Default: null.</value>
    public string? TokenEndpoint { get; set; }

    /// <summary>The scopes to ask for. Configuration <c>Auth:Scopes</c>, parted by spaces, overrides them.</summary>
    /// <value>Default: empty, which is those that the client's operations need by the document.</value>
    public string[] Scopes { get; set; } = [];

    /// <summary>The parameter <c>audience</c>, which some servers want. Configuration: <c>Auth:Audience</c>.</summary>
    /// <value>Default: null, so that it is not sent.</value>
    public string? Audience { get; set; }

    /// <summary>How the client's secret is sent.</summary>
    /// <value>Default: <see cref="OAuth2ClientAuthentication.Basic"/>, which every server must support.</value>
    public OAuth2ClientAuthentication ClientAuthentication { get; set; }
}

/// <summary>How a client proves who it is to a token endpoint (RFC 6749, section 2.3.1).</summary>
public enum OAuth2ClientAuthentication
{
    /// <summary>In the header <c>Authorization</c>, form-encoded.</summary>
    Basic,

    /// <summary>In the body, for servers that take it only there.</summary>
    Post,
}
