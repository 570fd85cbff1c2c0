using Integrations.Hosting;
using Integrations.Http;

namespace Integrations.Auth.OAuth;

/// <summary>Where tokens come from: configuration, the attribute, or the document, whose word alone sends no secret to a foreign host.</summary>
internal static class TokenEndpoint
{
    private const string Key = "Auth:TokenEndpoint";

    public static Uri? Find(IntegrationDefinition definition, IntegrationSource source, OAuth2ClientCredentialsAttribute attribute, Uri? address, List<string> problems)
    {
        var (text, isUsers) = source.Get(Key) is { Length: > 0 } configured ? (configured, true)
            : attribute.TokenEndpoint is { Length: > 0 } own ? (own, true)
            : (definition.SecuritySchemes.FirstOrDefault(static scheme => scheme.TokenUrl is not null)?.TokenUrl, false);
        if (text is null)
        {
            problems.Add(source.Missing(Key, $"the address that gives {source.Name} its tokens (or set TokenEndpoint of [OAuth2ClientCredentials])"));
            return null;
        }
        if (!(isUsers || address is null ? Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) : Uri.TryCreate(address, text.Trim(), out uri))
            || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            problems.Add($"{(isUsers ? source.Path(Key) : $"The token endpoint in the document of {source.Name}")} is no absolute https address without user name and fragment.");
            return null;
        }
        if (uri is { Scheme: "http", IsLoopback: false })
        {
            problems.Add($"{source.Path(Key)} is plain http to another machine, over which no secret is sent: use https.");
            return null;
        }
        if (!isUsers && address is not null && !RequestUri.SameOrigin(uri, address)
            && !definition.Servers.OfType<TrustedServerAttribute>().Any(trusted => trusted.Host.Equals(uri.Authority, StringComparison.OrdinalIgnoreCase)))
        {
            problems.Add($"The document of {source.Name} has its token endpoint at {uri.Authority}, which is not the address of {source.Name}, and no secret is sent there without your word: set TokenEndpoint of [OAuth2ClientCredentials] or {source.Path(Key)}, or put [TrustedServer(\"{uri.Authority}\")] on the class.");
            return null;
        }
        return uri;
    }
}
