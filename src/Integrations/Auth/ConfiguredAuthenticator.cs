using System.Diagnostics;
using Integrations.Hosting;
using Integrations.Http;

namespace Integrations.Auth;

/// <summary>An attribute's scheme, with its secrets from configuration, files or a vault.</summary>
internal abstract class ConfiguredAuthenticator(IntegrationSource source, params Secret[] secrets) : IRequestAuthenticator
{
    /// <summary>Says what is missing or wrong, before any call.</summary>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="address">The client's address, where it has one.</param>
    public virtual void Validate(List<string> problems, Uri? address)
    {
        foreach (var secret in secrets)
        {
            secret.Validate(problems);
        }
    }

    public virtual ValueTask AuthenticateAsync(HttpRequestMessage request, OperationDescriptor operation, CancellationToken cancellationToken)
    {
        if (source.Vault is not null)
        {
            return LoadAndApplyAsync(request, cancellationToken);
        }
        Apply(request);
        return default;
    }

    public virtual async ValueTask<bool> TryRefreshAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var changed = false;
        foreach (var secret in secrets)
        {
            changed |= await secret.ReloadAsync(cancellationToken).ConfigureAwait(false);
        }
        return changed;
    }

    protected abstract void Apply(HttpRequestMessage request);

    /// <summary>Has the vault's secrets at hand.</summary>
    protected async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var secret in secrets)
        {
            await secret.LoadAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask LoadAndApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken).ConfigureAwait(false);
        Apply(request);
    }

    /// <summary>The authenticator of an attribute.</summary>
    public static ConfiguredAuthenticator From(AuthAttribute attribute, IntegrationDefinition definition, IntegrationSource source, OAuth.TokenTransport tokens) => attribute switch
    {
        BearerAuthAttribute bearer => new BearerAuthenticator(source, bearer),
        BasicAuthAttribute => new BasicAuthenticator(source),
        ApiKeyAuthAttribute { In: ApiKeyLocation.Header } key when !HeaderRules.IsToken(key.Name) =>
            throw new ArgumentException($"[ApiKeyAuth] of {source.Name} names no header: '{key.Name}'."),
        ApiKeyAuthAttribute key => new ApiKeyAuthenticator(source, key),
        OAuth2ClientCredentialsAttribute credentials => new OAuth.ClientCredentialsAuthenticator(definition, source, credentials, tokens),
        _ => throw new UnreachableException(),
    };
}
