namespace Integrations.Auth;

/// <summary>Which scheme of the document an attribute stands for.</summary>
internal static class SchemeMatch
{
    public static bool IsFor(AuthAttribute attribute, SecurityScheme scheme)
    {
        if (attribute.Security is { } name)
        {
            return name == scheme.Name;
        }
        return attribute switch
        {
            ApiKeyAuthAttribute key => scheme.Kind == SecuritySchemeKind.ApiKey && key.In == scheme.In
                && string.Equals(key.Name, scheme.Parameter, key.In == ApiKeyLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal),
            BasicAuthAttribute => scheme.Kind == SecuritySchemeKind.Basic || IsAuthorization(scheme),
            // Documents call a bearer token OAuth 2, HTTP bearer, or a key in Authorization.
            _ => scheme.Kind is SecuritySchemeKind.Bearer or SecuritySchemeKind.OAuth2 || IsAuthorization(scheme),
        };
    }

    private static bool IsAuthorization(SecurityScheme scheme) =>
        scheme is { Kind: SecuritySchemeKind.ApiKey, In: ApiKeyLocation.Header } && string.Equals(scheme.Parameter, "Authorization", StringComparison.OrdinalIgnoreCase);
}
