using Integrations.Resilience;

namespace Integrations.Hosting;

/// <summary>Everything that is fixed when a client is made, and what is wrong with it.</summary>
internal sealed class ClientSettings
{
    public required ClientName Client { get; init; }

    /// <summary>The client's name, with the instance's; after <c>Integrations:</c> its configuration section.</summary>
    public string Name => Client.Full;

    public required bool Enabled { get; init; }

    public required bool Required { get; init; }

    /// <summary>Null where it is missing or wrong; <see cref="Problems"/> then says so.</summary>
    public required Uri? BaseAddress { get; init; }

    /// <summary>Where operations go that have a server of their own.</summary>
    public required IReadOnlyDictionary<OperationDescriptor, ServerTarget> Servers { get; init; }

    public required int MaxResponseBytes { get; init; }

    /// <summary>The policies that the client begins with.</summary>
    public required PolicyTable Policies { get; init; }

    /// <summary>How it is probed; null where it is not.</summary>
    public HealthCheckSettings? HealthCheck { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }

    public static ClientSettings Read(IntegrationDefinition definition, IntegrationSource source, ClientOptions options, IReadOnlyList<Auth.ConfiguredAuthenticator> auth, SettingsReader reader)
    {
        var policies = PolicyTable.Read(reader, definition, [.. options.Policies]);
        var servers = new ServerReader(definition, source, reader);
        var address = reader.BaseAddress(options.BaseAddress, servers.Expand(definition.BaseAddress, out var missing), missing, out var isStated);
        var insecure = options.AllowInsecureHttp ?? reader.Boolean("AllowInsecureHttp", false);
        var hasCredentials = auth.Count > 0 || options.Authenticators.Count > 0;
        if (address is { Scheme: "http", IsLoopback: false } && !insecure && hasCredentials)
        {
            reader.Report($"{source.Path("BaseAddress")} is plain http to another machine, over which no credentials are sent: use https, or set {source.Path("AllowInsecureHttp")} to true.");
        }
        foreach (var authenticator in auth)
        {
            authenticator.Validate(reader.Problems, address);
        }
        return new()
        {
            Client = source.Client,
            Enabled = reader.Boolean("Enabled", true),
            Required = reader.Boolean("Required", definition.Required),
            BaseAddress = address,
            Servers = servers.Targets(address, isStated, insecure, hasCredentials),
            MaxResponseBytes = (int)reader.Number("MaxResponseBytes", options.MaxResponseBytes, null, ClientOptions.DefaultMaxResponseBytes, new(1, 1 << 30, Whole: true)),
            Policies = policies,
            HealthCheck = HealthCheckSettings.Read(definition, reader),
            Problems = reader.Problems,
        };
    }
}
