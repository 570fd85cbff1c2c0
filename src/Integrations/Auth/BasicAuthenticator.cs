using System.Text;
using Integrations.Hosting;

namespace Integrations.Auth;

internal sealed class BasicAuthenticator : ConfiguredAuthenticator
{
    private readonly Secret _username;
    private readonly Secret _password;
    private Tuple<string, string, string>? _made;

    public BasicAuthenticator(IntegrationSource source)
        : this(source, new(source, "Auth:Username", $"the user name of {source.Name}"), new(source, "Auth:Password", $"the password of {source.Name}", mayBeEmpty: true))
    {
    }

    private BasicAuthenticator(IntegrationSource source, Secret username, Secret password)
        : base(source, username, password) => (_username, _password) = (username, password);

    protected override void Apply(HttpRequestMessage request)
    {
        var (username, password) = (_username.Read(), _password.Read());
        var made = _made;
        if (made is null || made.Item1 != username || made.Item2 != password)
        {
            if (username.Contains(':', StringComparison.Ordinal))
            {
                throw new IntegrationConfigurationException([$"{_username.Path} has a colon in it, which Basic authentication cannot send (RFC 7617, section 2)."]);
            }
            _made = made = Tuple.Create(username, password, "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(username + ":" + password)));
        }
        request.Headers.TryAddWithoutValidation("Authorization", made.Item3);
    }
}
