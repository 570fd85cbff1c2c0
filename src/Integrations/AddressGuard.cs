using System.Net;
using System.Net.Sockets;
using Integrations.Http.Addresses;

namespace Integrations;

/// <summary>
/// Keeps requests to addresses that come from users (webhook targets, download links, a tenant's own server) on the public internet: without it whoever
/// names the address reaches what only the server can reach (server-side request forgery). The name is resolved once, when a connection is made, for a
/// redirect as for the first request; every address that it resolves to must be public; and the connection goes to an address that was checked, so that a
/// resolver that answers differently a moment later changes nothing. Whichever way the address is written in a URL does not matter.
/// </summary>
/// <param name="allowed">Networks that may be reached although they are not public, such as an intranet's.</param>
public sealed class AddressGuard(params IEnumerable<IPNetwork> allowed)
{
    private readonly IPNetwork[] _allowed = [.. allowed];

    /// <summary>What resolves names; another one only in tests.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = static (host, cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken);

    /// <summary>Whether an address is public, or of a network that is allowed.</summary>
    /// <param name="address">The address. One that stands for an IPv4 address (IPv4-mapped, NAT64) counts as that.</param>
    /// <returns>Whether it may be reached.</returns>
    public bool IsAllowed(IPAddress address) => RefusalOf(address) is null;

    /// <summary>Has a handler connect through this guard. Proxies of the system are no longer used: a proxy resolves names itself, so that nothing would be checked.</summary>
    /// <param name="handler">The handler, before its first request. It must not use HTTP/3, whose connections it makes another way.</param>
    /// <exception cref="InvalidOperationException">The handler has a proxy or a way to connect of its own, or has sent something already.</exception>
    public void Protect(SocketsHttpHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (ObstacleOf(handler) is { } obstacle)
        {
            throw new InvalidOperationException($"Addresses cannot be checked: {obstacle}.");
        }
        handler.UseProxy = false;
        handler.ConnectCallback = ConnectAsync;
    }

    internal static bool Protects(SocketsHttpHandler handler) => handler.ConnectCallback?.Target is AddressGuard && !handler.UseProxy;

    internal static string? ObstacleOf(SocketsHttpHandler handler) =>
        handler is { UseProxy: true, Proxy: not null } ? "the transport has a proxy, which resolves names itself"
        : handler.ConnectCallback is not null ? "the transport has a ConnectCallback of its own"
        : null;

    private string? RefusalOf(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (SpecialAddresses.Name(address) is not { } name)
        {
            return null;
        }
        var plain = SpecialAddresses.Plain(address);
        return Array.Exists(_allowed, network => network.Contains(plain)) ? null : name;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Resolve(host, cancellationToken).ConfigureAwait(false);
        foreach (var address in addresses)
        {
            // One that is not public among others that are is no accident: the host is refused.
            if (RefusalOf(address) is { } refusal)
            {
                throw new AddressRefusedException(host, refusal);
            }
        }
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }
        return new NetworkStream(await HappyEyeballs.ConnectAsync(HappyEyeballs.Order(addresses), port, cancellationToken).ConfigureAwait(false), ownsSocket: true);
    }
}
