using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Integrations.Hosting;

/// <summary>
/// The configuration of one client: what code sets first, then <c>Integrations:{Name}:{instance}</c> for an instance, then <c>Integrations:{Name}</c>.
/// Read anew each time, so that changes are seen.
/// </summary>
internal sealed class IntegrationSource(ClientName name, IConfiguration? configuration, IReadOnlyDictionary<string, string?> settings)
{
    private readonly string _prefix = "Integrations:" + name.Full + ":";
    private readonly string? _outer = name.Instance is null ? null : "Integrations:" + name.Integration + ":";

    public ClientName Client => name;

    public string Name => name.Full;

    /// <summary>Where secrets are that configuration does not have; null where there is no such place.</summary>
    public ISecretSource? Vault { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where a key is to be set.</summary>
    public string Path(string key) => _prefix + key;

    /// <summary>Where a key is set: for an instance that may be the section of all instances.</summary>
    public string Place(string key) =>
        _outer is null || settings.ContainsKey(key) || configuration is null || configuration.GetSection(Path(key)).Exists() || !configuration.GetSection(_outer + key).Exists() ? Path(key) : _outer + key;

    public string? Get(string key) => Get(key, Path(key));

    /// <summary>The same with the path made before, for what is read at each call.</summary>
    public string? Get(string key, string path) =>
        settings.Count > 0 && settings.TryGetValue(key, out var own) ? own
        : configuration is null ? null
        : _outer is null ? configuration[path]
        : configuration[path] ?? configuration[_outer + key];

    /// <summary>A secret, unless a file that has it is named nearer by: an instance's file is not hidden by what is there for all instances.</summary>
    public string? GetSecret(string key, string path)
    {
        if (settings.Count > 0 && (settings.TryGetValue(key, out var own) || settings.ContainsKey(key + "File")))
        {
            return own;
        }
        return configuration is null ? null
            : _outer is null ? configuration[path]
            : configuration[path] ?? (configuration[path + "File"] is null ? configuration[_outer + key] : null);
    }

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
        if (configuration is not null)
        {
            names.UnionWith(configuration.GetSection(Path(key)).GetChildren().Select(static child => child.Key));
            names.UnionWith(_outer is null ? [] : configuration.GetSection(_outer + key).GetChildren().Select(static child => child.Key));
        }
        return names;
    }

    /// <summary>Where the integration is, with the place in configuration that says so: for an instance what is said for it comes before what is said for all.</summary>
    /// <param name="key">The key of its section that says it.</param>
    /// <param name="fileKey">The key that names a file which says it, on each level after <paramref name="key"/>; the same where there is none.</param>
    public (string? Text, string Place) Address(string key, string fileKey)
    {
        foreach (var stated in (ReadOnlySpan<string>)[key, fileKey])
        {
            if (settings.TryGetValue(stated, out var own) && !string.IsNullOrEmpty(own))
            {
                return (own, Path(stated));
            }
        }
        foreach (var place in _outer is null
            ? [Path(key), Path(fileKey), "ConnectionStrings:" + name.Integration]
            : (ReadOnlySpan<string>)[Path(key), Path(fileKey), "ConnectionStrings:" + name.Instance, _outer + key, _outer + fileKey, "ConnectionStrings:" + name.Integration])
        {
            if (configuration?[place] is { Length: > 0 } text)
            {
                return (text, place);
            }
        }
        return (null, Path(key));
    }

    /// <summary>Calls back whenever configuration says that it has changed.</summary>
    /// <returns>What ends that; null where there is no configuration.</returns>
    public IDisposable? OnChange(Action callback) => configuration is null ? null : ChangeToken.OnChange(configuration.GetReloadToken, callback);

    /// <summary>What to do about a missing value.</summary>
    public string Missing(string key, string what) =>
        $"{Path(key)} is missing: {what}. Set it in configuration, for example as the environment variable {Path(key).Replace(":", "__", StringComparison.Ordinal)}{(_outer is null ? "" : $", or for all instances as {_outer + key}")}.";
}
