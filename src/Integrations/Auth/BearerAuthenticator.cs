using Integrations.Hosting;

namespace Integrations.Auth;

internal sealed class BearerAuthenticator : ConfiguredAuthenticator
{
    private readonly BearerAuthAttribute _attribute;
    private readonly Secret _token;
    private Tuple<string, string>? _made;

    public BearerAuthenticator(IntegrationSource source, BearerAuthAttribute attribute)
        : this(source, attribute, new(source, "Auth:Token", $"the bearer token of {source.Name}"))
    {
    }

    private BearerAuthenticator(IntegrationSource source, BearerAuthAttribute attribute, Secret token)
        : base(source, token) => (_attribute, _token) = (attribute, token);

    protected override void Apply(HttpRequestMessage request)
    {
        var token = _token.Read();
        var made = _made;
        if (made is null || made.Item1 != token)
        {
            _made = made = Tuple.Create(token, _attribute.Scheme + " " + token);
        }
        request.Headers.TryAddWithoutValidation("Authorization", made.Item2);
    }
}
