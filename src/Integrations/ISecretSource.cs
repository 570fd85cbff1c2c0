namespace Integrations;

/// <summary>
/// A vault of secrets. Register one as a service, or set <see cref="ClientOptions.SecretSource"/>. It is asked for what neither code, configuration nor a
/// file has. A value is used for five minutes, then refreshed in the background; it is refreshed at once when the server refuses it (401). While the
/// vault fails the old value stays in use. Must be safe for many calls at once.
/// </summary>
public interface ISecretSource
{
    /// <summary>Gets a secret.</summary>
    /// <param name="integration">The integration's name; for an instance <c>{Name}:{instance}</c>.</param>
    /// <param name="key">The secret's key under <c>Integrations:{Name}</c>, such as <c>Auth:Token</c>.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The secret; null where the vault has none.</returns>
    ValueTask<string?> GetSecretAsync(string integration, string key, CancellationToken cancellationToken);
}
