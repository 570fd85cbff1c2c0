using Integrations.Hosting;
using Integrations.Http;

namespace Integrations.Auth;

internal sealed class ApiKeyAuthenticator(IntegrationSource source, ApiKeyAuthAttribute attribute) : ConfiguredAuthenticator
{
    private readonly Secret _key = new(source, "Auth:Key", $"the API key of {source.Name}");

    public override void Validate(List<string> problems) => _key.Validate(problems);

    protected override void Apply(HttpRequestMessage request)
    {
        var key = _key.Read();
        switch (attribute.In)
        {
            case ApiKeyLocation.Query:
                var uri = request.RequestUri!.OriginalString;
                var separator = uri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
                request.RequestUri = RequestUri.Create($"{uri}{separator}{Uri.EscapeDataString(attribute.Name)}={Uri.EscapeDataString(key)}");
                break;
            case ApiKeyLocation.Cookie:
                // One header for all cookies (RFC 6265, section 5.4): the operation may have set its own.
                var pair = HeaderRules.Cookie(attribute.Name, key);
                if (request.Headers.NonValidated.TryGetValues("Cookie", out var cookies))
                {
                    pair = cookies + "; " + pair;
                    request.Headers.Remove("Cookie");
                }
                request.Headers.TryAddWithoutValidation("Cookie", pair);
                break;
            default:
                request.Headers.TryAddWithoutValidation(attribute.Name, key);
                break;
        }
    }
}
