using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Integrations.Hosting;

/// <summary>The configuration of one integration: its own settings first, then <c>Integrations:{Name}</c>. Read anew each time, so that changes are seen.</summary>
internal sealed class IntegrationSource(string name, IConfiguration? configuration, IReadOnlyDictionary<string, string?> settings)
{
    private readonly string _prefix = "Integrations:" + name + ":";

    public string Name => name;

    /// <summary>Where secrets are that configuration does not have; null where there is no such place.</summary>
    public ISecretSource? Vault { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public string Path(string key) => _prefix + key;

    public string? Get(string key) => Get(key, Path(key));

    /// <summary>The same with the path made before, for what is read at each call.</summary>
    public string? Get(string key, string path) => settings.Count > 0 && settings.TryGetValue(key, out var own) ? own : configuration?[path];

    /// <summary>The names of what is directly under a key, in code's settings or configuration.</summary>
    public IReadOnlyCollection<string> Children(string key)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var own in settings.Keys)
        {
            if (own.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase))
            {
                var rest = own[(key.Length + 1)..];
                names.Add(rest.IndexOf(':', StringComparison.Ordinal) is var end and >= 0 ? rest[..end] : rest);
            }
        }
        foreach (var child in configuration?.GetSection(Path(key)).GetChildren() ?? [])
        {
            names.Add(child.Key);
        }
        return names;
    }

    public string? ConnectionString => configuration?["ConnectionStrings:" + name];

    /// <summary>Calls back whenever configuration says that it has changed.</summary>
    /// <returns>What ends that; null where there is no configuration.</returns>
    public IDisposable? OnChange(Action callback) => configuration is null ? null : ChangeToken.OnChange(configuration.GetReloadToken, callback);

    /// <summary>What to do about a missing value.</summary>
    public string Missing(string key, string what) =>
        $"{Path(key)} is missing: {what}. Set it in configuration, for example as the environment variable {Path(key).Replace(":", "__", StringComparison.Ordinal)}.";
}
