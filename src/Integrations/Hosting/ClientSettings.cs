using Integrations.Resilience;

namespace Integrations.Hosting;

/// <summary>Everything that is fixed when a client is made, and what is wrong with it.</summary>
internal sealed class ClientSettings
{
    public required string Name { get; init; }

    public required bool Enabled { get; init; }

    public required bool Required { get; init; }

    /// <summary>Null where it is missing or wrong; <see cref="Problems"/> then says so.</summary>
    public required Uri? BaseAddress { get; init; }

    public required int MaxResponseBytes { get; init; }

    public required PolicySettings Policies { get; init; }

    public required IReadOnlyDictionary<OperationDescriptor, PolicySettings> Operations { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }

    public static ClientSettings Read(IntegrationDefinition definition, IntegrationSource source, ClientOptions options, IReadOnlyList<Auth.ConfiguredAuthenticator> auth)
    {
        var reader = new SettingsReader(source);
        var policies = new PolicyReader(reader, definition.Policies, [.. options.Policies]);
        var forClient = policies.ForClient();
        var forOperations = new Dictionary<OperationDescriptor, PolicySettings>();
        foreach (var operation in definition.Operations)
        {
            if (policies.ForOperation(operation, forClient) is { } own)
            {
                forOperations[operation] = own;
            }
        }
        policies.CheckOperations(definition.Operations);
        var address = reader.BaseAddress(options.BaseAddress, definition.BaseAddress);
        var insecure = options.AllowInsecureHttp ?? reader.Boolean("AllowInsecureHttp", false);
        if (address is { Scheme: "http", IsLoopback: false } && !insecure && (auth.Count > 0 || options.Authenticators.Count > 0))
        {
            reader.Report($"{source.Path("BaseAddress")} is plain http to another machine, over which no credentials are sent: use https, or set {source.Path("AllowInsecureHttp")} to true.");
        }
        foreach (var authenticator in auth)
        {
            authenticator.Validate(reader.Problems);
        }
        return new()
        {
            Name = source.Name,
            Enabled = reader.Boolean("Enabled", true),
            Required = reader.Boolean("Required", false),
            BaseAddress = address,
            MaxResponseBytes = (int)reader.Number("MaxResponseBytes", options.MaxResponseBytes, null, ClientOptions.DefaultMaxResponseBytes, new(1, 1 << 30, Whole: true)),
            Policies = forClient,
            Operations = forOperations,
            Problems = reader.Problems,
        };
    }
}
