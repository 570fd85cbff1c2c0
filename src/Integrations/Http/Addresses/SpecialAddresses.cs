using System.Net;
using System.Net.Sockets;

namespace Integrations.Http.Addresses;

/// <summary>
/// Addresses that are not of the public internet, after IANA's registries of special-purpose addresses
/// (https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry) and of the space of IPv6
/// (https://www.iana.org/assignments/ipv6-address-space), whose only global unicast is 2000::/3.
/// </summary>
internal static class SpecialAddresses
{
    private static readonly (IPNetwork Network, string Name)[] s_v4 =
    [
        Range("0.0.0.0/8", "this network (RFC 791)"),
        Range("10.0.0.0/8", "private (RFC 1918)"),
        Range("100.64.0.0/10", "shared by carriers (RFC 6598)"),
        Range("127.0.0.0/8", "loopback (RFC 1122)"),
        // Most clouds' metadata is at 169.254.169.254.
        Range("169.254.0.0/16", "link-local (RFC 3927)"),
        Range("172.16.0.0/12", "private (RFC 1918)"),
        Range("192.0.0.0/24", "protocol assignments (RFC 6890)"),
        Range("192.0.2.0/24", "documentation (RFC 5737)"),
        Range("192.88.99.0/24", "6to4 relay (RFC 7526)"),
        Range("192.168.0.0/16", "private (RFC 1918)"),
        Range("198.18.0.0/15", "benchmarking (RFC 2544)"),
        Range("198.51.100.0/24", "documentation (RFC 5737)"),
        Range("203.0.113.0/24", "documentation (RFC 5737)"),
        Range("224.0.0.0/4", "multicast (RFC 5771)"),
        Range("255.255.255.255/32", "broadcast (RFC 919)"),
        Range("240.0.0.0/4", "reserved (RFC 1112)"),
        // In no registry, and public by its number: what every virtual machine of Azure trusts (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16).
        Range("168.63.129.16/32", "platform of a cloud"),
    ];

    private static readonly (IPNetwork Network, string Name)[] s_v6 =
    [
        Range("::/128", "unspecified (RFC 4291)"),
        Range("::1/128", "loopback (RFC 4291)"),
        Range("::/96", "IPv4-compatible (RFC 4291)"),
        Range("64:ff9b:1::/48", "local translation (RFC 8215)"),
        Range("100::/64", "discard-only (RFC 6666)"),
        // Teredo, benchmarking, ORCHID and others; what of it is global is no server's.
        Range("2001::/32", "Teredo (RFC 4380)"),
        Range("2001::/23", "protocol assignments (RFC 2928)"),
        Range("2001:db8::/32", "documentation (RFC 3849)"),
        Range("2002::/16", "6to4 (RFC 3056)"),
        Range("3fff::/20", "documentation (RFC 9637)"),
        Range("5f00::/16", "segment routing (RFC 9602)"),
        Range("fc00::/7", "unique-local (RFC 4193)"),
        Range("fe80::/10", "link-local (RFC 4291)"),
        Range("fec0::/10", "site-local (RFC 3879)"),
        Range("ff00::/8", "multicast (RFC 4291)"),
    ];

    private static readonly IPNetwork s_global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork s_translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>What an address is; null where it is of the public internet.</summary>
    public static string? Name(IPAddress address)
    {
        var plain = Plain(address);
        var ranges = plain.AddressFamily == AddressFamily.InterNetwork ? s_v4 : s_v6;
        foreach (var (network, name) in ranges)
        {
            if (network.Contains(plain))
            {
                return name;
            }
        }
        return plain.AddressFamily == AddressFamily.InterNetwork || s_global.Contains(plain) ? null : "not global unicast (RFC 4291)";
    }

    /// <summary>The IPv4 address that another form stands for: IPv4-mapped (::ffff:0:0/96), or translated by NAT64 (64:ff9b::/96); without the zone of IPv6.</summary>
    public static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (address.IsIPv4MappedToIPv6 || s_translated.Contains(address))
        {
            return new IPAddress(bytes[12..]);
        }
        return address.ScopeId == 0 ? address : new IPAddress(bytes);
    }

    private static (IPNetwork Network, string Name) Range(string network, string name) => (IPNetwork.Parse(network), name);
}
