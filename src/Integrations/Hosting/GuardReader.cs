using System.Net;
using System.Net.Http;

namespace Integrations.Hosting;

/// <summary>Decides whether a client's addresses are guarded: what code sets, then configuration, then the attribute.</summary>
internal static class GuardReader
{
    private const string Key = "PublicAddressesOnly";
    private const string NetworksKey = "AllowedNetworks";

    /// <summary>The guard; null where there is none.</summary>
    public static AddressGuard? Read(IntegrationDefinition definition, ClientOptions options, SettingsReader reader)
    {
        var attribute = definition.Servers.OfType<PublicAddressesOnlyAttribute>().LastOrDefault();
        if (!(options.PublicAddressesOnly ?? reader.Boolean(Key, attribute is not null)))
        {
            return null;
        }
        var networks = new List<IPNetwork>(options.AllowedNetworks);
        if (networks.Count == 0)
        {
            var configured = reader.List(NetworksKey);
            foreach (var text in configured.Count > 0 ? configured : attribute?.Allow ?? [])
            {
                if (IPNetwork.TryParse(text.Trim(), out var network))
                {
                    networks.Add(network);
                }
                else
                {
                    reader.Report($"{(configured.Count > 0 ? reader.Place(NetworksKey) : $"Allow of [PublicAddressesOnly] of {reader.Name}")} has an entry that is no network in the form 10.20.0.0/16 or fd12::/16.");
                }
            }
        }
        Check(options.PrimaryHandler, reader);
        return new AddressGuard(networks);
    }

    /// <summary>Puts the guard into the client's own transport, once the user's code has set it up.</summary>
    public static void Apply(AddressGuard guard, SocketsHttpHandler handler, SettingsReader reader)
    {
        if (AddressGuard.Protects(handler))
        {
            return;
        }
        if (AddressGuard.ObstacleOf(handler) is { } obstacle)
        {
            reader.Report($"{reader.Path(Key)} cannot hold: {obstacle}. Remove that from ClientOptions.ConfigureTransport, or set {reader.Path(Key)} to false where that place checks addresses.");
            return;
        }
        guard.Protect(handler);
    }

    /// <summary>A handler of the user's that reaches the network must guard it itself. One that does not reach it (a fake) may stay.</summary>
    private static void Check(HttpMessageHandler? handler, SettingsReader reader)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }
        if (handler is HttpClientHandler || (handler is SocketsHttpHandler sockets && !AddressGuard.Protects(sockets)))
        {
            reader.Report($"{reader.Path(Key)} cannot hold: ClientOptions.PrimaryHandler of {reader.Name} connects by itself. Remove it, or let it be a SocketsHttpHandler that AddressGuard.Protect was called with.");
        }
    }
}
