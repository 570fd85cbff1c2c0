using Integrations.Hosting;

namespace Integrations.Auth;

internal sealed class BearerAuthenticator(IntegrationSource source, BearerAuthAttribute attribute) : ConfiguredAuthenticator
{
    private readonly Secret _token = new(source, "Auth:Token", $"the bearer token of {source.Name}");
    private Tuple<string, string>? _made;

    public override void Validate(List<string> problems) => _token.Validate(problems);

    protected override void Apply(HttpRequestMessage request)
    {
        var token = _token.Read();
        var made = _made;
        if (made is null || made.Item1 != token)
        {
            _made = made = Tuple.Create(token, attribute.Scheme + " " + token);
        }
        request.Headers.TryAddWithoutValidation("Authorization", made.Item2);
    }
}
