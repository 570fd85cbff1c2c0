using Integrations.Hosting;
using Integrations.Http;

namespace Integrations.Auth;

internal sealed class ApiKeyAuthenticator : ConfiguredAuthenticator
{
    private readonly ApiKeyAuthAttribute _attribute;
    private readonly Secret _key;

    public ApiKeyAuthenticator(IntegrationSource source, ApiKeyAuthAttribute attribute)
        : this(source, attribute, new(source, "Auth:" + attribute.Secret, $"the API key of {source.Name} in '{attribute.Name}'"))
    {
    }

    private ApiKeyAuthenticator(IntegrationSource source, ApiKeyAuthAttribute attribute, Secret key)
        : base(source, key) => (_attribute, _key) = (attribute, key);

    protected override void Apply(HttpRequestMessage request)
    {
        var key = _key.Read();
        switch (_attribute.In)
        {
            case ApiKeyLocation.Query:
                var uri = request.RequestUri!.OriginalString;
                var separator = uri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
                request.RequestUri = RequestUri.Create($"{uri}{separator}{Uri.EscapeDataString(_attribute.Name)}={Uri.EscapeDataString(key)}");
                break;
            case ApiKeyLocation.Cookie:
                // One header for all cookies (RFC 6265, section 5.4): the operation may have set its own.
                var pair = HeaderRules.Cookie(_attribute.Name, key);
                if (request.Headers.NonValidated.TryGetValues("Cookie", out var cookies))
                {
                    pair = cookies + "; " + pair;
                    request.Headers.Remove("Cookie");
                }
                request.Headers.TryAddWithoutValidation("Cookie", pair);
                break;
            default:
                request.Headers.TryAddWithoutValidation(_attribute.Name, key);
                break;
        }
    }
}
