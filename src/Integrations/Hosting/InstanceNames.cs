namespace Integrations.Hosting;

/// <summary>What an instance may be called. Its section stands among the keys of its integration, so it must not be one of them.</summary>
internal static class InstanceNames
{
    /// <summary>The keys directly under <c>Integrations:{Name}</c>.</summary>
    public static IReadOnlySet<string> Keys { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "AllowedNetworks", "AllowInsecureHttp", "Auth", "BaseAddress", "CircuitBreaker", "ConcurrencyLimit", "ConnectionString", "ConnectionStringFile", "Enabled", "Engine", "HealthCheck", "Hedging", "MaxResponseBytes", "Migrations",
        "Operations", "Password", "PasswordFile", "Pool", "PublicAddressesOnly", "RateLimit", "Required", "Retry", "Servers", "ServerVariables", "Timeout",
    };

    /// <exception cref="ArgumentException">It may not be called so.</exception>
    public static void Check(string instance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instance);
        if (Keys.Contains(instance))
        {
            throw new ArgumentException($"An instance cannot be called '{instance}': that is a key of the integration's settings, among which the instance's section stands.", nameof(instance));
        }
        if (instance.Contains(':', StringComparison.Ordinal) || instance.Contains("__", StringComparison.Ordinal))
        {
            throw new ArgumentException("The name of an instance is one part of a configuration path: it can have neither a colon nor two underscores in a row.", nameof(instance));
        }
    }
}
