using Integrations.Hosting;

namespace Integrations.Sql;

/// <summary>A password that is read for each connection that is made, so that a changed one works without a restart.</summary>
public sealed class SqlPassword
{
    private const string Key = "Password";

    private readonly Secret _secret;

    private SqlPassword(Secret secret, bool isStated) => (_secret, IsStated) = (secret, isStated);

    /// <summary>Whether configuration or a file says it; else the vault may, which is asked where the connection string has none.</summary>
    public bool IsStated { get; }

    /// <summary>Reads it; what the vault was last asked.</summary>
    /// <returns>The password; empty where the vault has none.</returns>
    /// <exception cref="IntegrationConfigurationException">It cannot be read.</exception>
    public string Read() => (IsStated ? _secret.Read() : _secret.ReadOrNull()) ?? "";

    /// <summary>Reads it, and asks the vault where it comes from there.</summary>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>The password; empty where the vault has none.</returns>
    /// <exception cref="IntegrationConfigurationException">It cannot be read.</exception>
    public async ValueTask<string> ReadAsync(CancellationToken cancellationToken)
    {
        await _secret.LoadAsync(cancellationToken).ConfigureAwait(false);
        return Read();
    }

    internal static SqlPassword? Of(IntegrationSource source, SettingsReader reader)
    {
        var isStated = reader.Has(Key) || reader.Has(Key + "File");
        if (!isStated && source.Vault is null)
        {
            return null;
        }
        var secret = new Secret(source, Key, "the password of " + source.Name);
        if (isStated)
        {
            secret.Validate(reader.Problems);
        }
        return new SqlPassword(secret, isStated);
    }
}
