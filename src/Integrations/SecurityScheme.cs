namespace Integrations;

/// <summary>A security scheme of a client's document.</summary>
/// <param name="name">Its name in the document.</param>
/// <param name="kind">What it is.</param>
public sealed class SecurityScheme(string name, SecuritySchemeKind kind)
{
    /// <summary>Its name in the document, as <see cref="AuthAttribute.Security"/> names it.</summary>
    public string Name { get; } = name;

    /// <summary>What it is.</summary>
    public SecuritySchemeKind Kind { get; } = kind;

    /// <summary>The header, query parameter or cookie of an API key.</summary>
    /// <value>Default: null.</value>
    public string? Parameter { get; init; }

    /// <summary>Where an API key goes.</summary>
    public ApiKeyLocation In { get; init; }

    /// <summary>The address that gives tokens by client credentials.</summary>
    /// <value>Default: null.</value>
    public string? TokenUrl { get; init; }
}

/// <summary>Kinds of security schemes.</summary>
public enum SecuritySchemeKind
{
    /// <summary>Something else: a client certificate, another scheme of HTTP. An <see cref="Auth.IRequestAuthenticator"/> may be for it.</summary>
    Other,

    /// <summary>A key in a header, query parameter or cookie.</summary>
    ApiKey,

    /// <summary>HTTP Basic.</summary>
    Basic,

    /// <summary>A bearer token.</summary>
    Bearer,

    /// <summary>OAuth 2 or OpenID Connect.</summary>
    OAuth2,
}
