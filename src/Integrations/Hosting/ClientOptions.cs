using Integrations.Auth;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Integrations;

/// <summary>What code can set on a client. It wins over configuration, which wins over attributes.</summary>
public sealed class ClientOptions
{
    internal const int DefaultMaxResponseBytes = 10 * 1024 * 1024;

    /// <summary>The address that every request begins with; absolute, http or https, without query.</summary>
    /// <value>Default: null, so that configuration or the document says it.</value>
    public string? BaseAddress { get; set; }

    /// <summary>Whether credentials may go over plain http to another machine.</summary>
    /// <value>Default: null, so that configuration says it; false there.</value>
    public bool? AllowInsecureHttp { get; set; }

    /// <summary>Whether only addresses of the public internet may be reached, for a client whose address comes from users; see <see cref="AddressGuard"/>.</summary>
    /// <value>Default: null, so that configuration or <see cref="PublicAddressesOnlyAttribute"/> says it.</value>
    public bool? PublicAddressesOnly { get; set; }

    /// <summary>Networks that <see cref="PublicAddressesOnly"/> lets be reached although they are not public.</summary>
    /// <value>Default: empty, so that configuration or <see cref="PublicAddressesOnlyAttribute"/> says it.</value>
    public IList<System.Net.IPNetwork> AllowedNetworks { get; } = [];

    /// <summary>How many bytes a response that is read into memory may have, after decompression. Streams have no limit.</summary>
    /// <value>Default: null, so that configuration says it; 10485760 (10 MB) there. Range: 1 to 1073741824.</value>
    public int? MaxResponseBytes { get; set; }

    /// <summary>The header <c>User-Agent</c>.</summary>
    /// <value>Default: <c>Integrations/{version}</c>.</value>
    public string UserAgent { get; set; } = Http.ApiClient.DefaultUserAgent;

    /// <summary>Policies in code, for the client or, with <see cref="PolicyAttribute.Operation"/>, for one operation.</summary>
    public IList<PolicyAttribute> Policies { get; } = [];

    /// <summary>Ways to authenticate beyond the attributes, signers among them; applied after these, in order, to operations that are not anonymous.</summary>
    public IList<IRequestAuthenticator> Authenticators { get; } = [];

    /// <summary>Settings in code, by their key under <c>Integrations:{Name}</c> (such as <c>Auth:Token</c>). They win over <see cref="Configuration"/>.</summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where settings and secrets are read.</summary>
    /// <value>Default: the host's.</value>
    public IConfiguration? Configuration { get; set; }

    /// <summary>What takes logs.</summary>
    /// <value>Default: the host's; none without a host.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock.</summary>
    /// <value>Default: the host's, if it has one, else the system's.</value>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>
    /// What sends requests in place of the client's own <see cref="SocketsHttpHandler"/>. It stays the caller's to dispose. It should neither follow
    /// redirects nor keep cookies.
    /// </summary>
    /// <value>Default: null.</value>
    public HttpMessageHandler? PrimaryHandler { get; set; }

    /// <summary>Sets up the client's own <see cref="SocketsHttpHandler"/>: proxies, client certificates, connection limits.</summary>
    /// <value>Default: null.</value>
    public Action<SocketsHttpHandler>? ConfigureTransport { get; set; }

    /// <summary>A vault of secrets.</summary>
    /// <value>Default: null, which is the host's, if one is registered.</value>
    public ISecretSource? SecretSource { get; set; }

    /// <summary>A rate limit that all processes count together, for every <see cref="RateLimitAttribute"/> of the client.</summary>
    /// <value>Default: null, which is the host's, if one is registered.</value>
    public ISharedRateLimit? SharedRateLimit { get; set; }

    internal List<Func<IServiceProvider, DelegatingHandler>> Handlers { get; } = [];

    /// <summary>What draws the random part of delays, from 0 up to 1.</summary>
    internal Func<double> Random { get; set; } = System.Random.Shared.NextDouble;

    /// <summary>Adds a handler that sees every attempt after it is authenticated; the first one added is the outermost.</summary>
    /// <param name="handler">Makes the handler. Called once.</param>
    /// <returns>These options.</returns>
    public ClientOptions AddHandler(Func<IServiceProvider, DelegatingHandler> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Handlers.Add(handler);
        return this;
    }
}
