using System.Diagnostics;
using Integrations.Hosting;
using Integrations.Http;

namespace Integrations.Auth;

/// <summary>An attribute's scheme, with its secrets from configuration.</summary>
internal abstract class ConfiguredAuthenticator : IRequestAuthenticator
{
    public abstract void Validate(List<string> problems);

    public ValueTask AuthenticateAsync(HttpRequestMessage request, OperationDescriptor operation, CancellationToken cancellationToken)
    {
        Apply(request);
        return default;
    }

    protected abstract void Apply(HttpRequestMessage request);

    public static IReadOnlyList<ConfiguredAuthenticator> From(IntegrationDefinition definition, IntegrationSource source)
    {
        var list = new List<ConfiguredAuthenticator>(definition.Auth.Count);
        foreach (var attribute in definition.Auth)
        {
            list.Add(attribute switch
            {
                BearerAuthAttribute bearer => new BearerAuthenticator(source, bearer),
                BasicAuthAttribute => new BasicAuthenticator(source),
                ApiKeyAuthAttribute { In: ApiKeyLocation.Header } key when !HeaderRules.IsToken(key.Name) =>
                    throw new ArgumentException($"[ApiKeyAuth] of {source.Name} names no header: '{key.Name}'."),
                ApiKeyAuthAttribute key => new ApiKeyAuthenticator(source, key),
                _ => throw new UnreachableException(),
            });
        }
        return list;
    }
}
