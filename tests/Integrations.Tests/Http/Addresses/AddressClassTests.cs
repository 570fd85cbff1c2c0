using System.Net;
using Integrations.Http.Addresses;

namespace Integrations.Tests.Http.Addresses;

/// <summary>
/// The first and the last address of every special range, and its public neighbours, after
/// https://www.iana.org/assignments/iana-ipv4-special-registry and https://www.iana.org/assignments/iana-ipv6-special-registry.
/// </summary>
public sealed class AddressClassTests
{
    [Theory]
    // "This network", RFC 791, section 3.2.
    [InlineData("0.0.0.0", "this network")]
    [InlineData("0.255.255.255", "this network")]
    // Private-use, RFC 1918.
    [InlineData("10.0.0.0", "private")]
    [InlineData("10.255.255.255", "private")]
    [InlineData("172.16.0.0", "private")]
    [InlineData("172.31.255.255", "private")]
    [InlineData("192.168.0.0", "private")]
    [InlineData("192.168.255.255", "private")]
    // Shared address space, RFC 6598; a cloud's metadata is at 100.100.100.200.
    [InlineData("100.64.0.0", "shared")]
    [InlineData("100.100.100.200", "shared")]
    [InlineData("100.127.255.255", "shared")]
    // Loopback, RFC 1122, section 3.2.1.3.
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("127.255.255.255", "loopback")]
    // Link local, RFC 3927; metadata of most clouds.
    [InlineData("169.254.0.0", "link-local")]
    [InlineData("169.254.169.254", "link-local")]
    [InlineData("169.254.255.255", "link-local")]
    // IETF protocol assignments, RFC 6890; a cloud's metadata is at 192.0.0.192.
    [InlineData("192.0.0.0", "protocol assignments")]
    [InlineData("192.0.0.192", "protocol assignments")]
    // Documentation, RFC 5737.
    [InlineData("192.0.2.1", "documentation")]
    [InlineData("198.51.100.255", "documentation")]
    [InlineData("203.0.113.0", "documentation")]
    // 6to4 relay anycast, deprecated by RFC 7526.
    [InlineData("192.88.99.1", "6to4")]
    // Benchmarking, RFC 2544.
    [InlineData("198.18.0.0", "benchmarking")]
    [InlineData("198.19.255.255", "benchmarking")]
    // Multicast, RFC 5771; reserved, RFC 1112; limited broadcast, RFC 919.
    [InlineData("224.0.0.1", "multicast")]
    [InlineData("239.255.255.255", "multicast")]
    [InlineData("240.0.0.0", "reserved")]
    [InlineData("255.255.255.254", "reserved")]
    [InlineData("255.255.255.255", "broadcast")]
    [InlineData("168.63.129.16", "platform")]
    // Unspecified, loopback, IPv4-compatible, RFC 4291.
    [InlineData("::", "unspecified")]
    [InlineData("::1", "loopback")]
    [InlineData("::8.8.8.8", "IPv4-compatible")]
    // IPv4-mapped, RFC 4291: what the IPv4 address is.
    [InlineData("::ffff:127.0.0.1", "loopback")]
    [InlineData("::ffff:169.254.169.254", "link-local")]
    [InlineData("::ffff:10.0.0.1", "private")]
    // IPv4-translated, RFC 2765: in no use.
    [InlineData("::ffff:0:8.8.8.8", "not global unicast")]
    // Translation, RFC 6052: what the IPv4 address is; RFC 8215: local.
    [InlineData("64:ff9b::127.0.0.1", "loopback")]
    [InlineData("64:ff9b::a9fe:a9fe", "link-local")]
    [InlineData("64:ff9b:1::8.8.8.8", "local translation")]
    // Discard-only, RFC 6666.
    [InlineData("100::1", "discard")]
    // Teredo, RFC 4380; benchmarking, RFC 5180; ORCHIDv2, RFC 7343; all of IETF's, RFC 2928.
    [InlineData("2001::7f00:1", "Teredo")]
    [InlineData("2001:2::1", "protocol assignments")]
    [InlineData("2001:20::1", "protocol assignments")]
    [InlineData("2001:1ff:ffff::", "protocol assignments")]
    // Documentation, RFC 3849 and RFC 9637.
    [InlineData("2001:db8::1", "documentation")]
    [InlineData("3fff:fff:ffff::", "documentation")]
    // 6to4, RFC 3056, here with 127.0.0.1 and 8.8.8.8 in it.
    [InlineData("2002:7f00:1::", "6to4")]
    [InlineData("2002:808:808::", "6to4")]
    // Segment routing, RFC 9602.
    [InlineData("5f00::1", "segment routing")]
    // Unique-local, RFC 4193; a cloud's metadata is at fd00:ec2::254.
    [InlineData("fc00::", "unique-local")]
    [InlineData("fd00:ec2::254", "unique-local")]
    // Link-local, with and without a zone, RFC 4291; site-local, deprecated by RFC 3879; multicast.
    [InlineData("fe80::1", "link-local")]
    [InlineData("fe80::1%1", "link-local")]
    [InlineData("febf:ffff::", "link-local")]
    [InlineData("fec0::1", "site-local")]
    [InlineData("ff02::1", "multicast")]
    // Not assigned as global unicast.
    [InlineData("4000::1", "not global unicast")]
    [InlineData("e000::1", "not global unicast")]
    public void A_special_address_is_refused_as_what_it_is(string address, string name)
    {
        Assert.StartsWith(name, SpecialAddresses.Name(IPAddress.Parse(address)), StringComparison.Ordinal);
        Assert.False(new AddressGuard().IsAllowed(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("1.0.0.0")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("169.255.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.0")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("2001:200::1")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2003::1")]
    [InlineData("2606:4700::1111")]
    [InlineData("3ffe::1")]
    public void A_public_address_is_allowed(string address) => Assert.True(new AddressGuard().IsAllowed(IPAddress.Parse(address)));

    [Fact]
    public void A_network_that_is_allowed_may_be_reached_in_each_of_its_forms_and_nothing_beside_it()
    {
        var guard = new AddressGuard(IPNetwork.Parse("10.20.0.0/16"), IPNetwork.Parse("fd12::/16"));
        Assert.All(["10.20.3.4", "::ffff:10.20.3.4", "64:ff9b::10.20.3.4", "fd12::1"], address => Assert.True(guard.IsAllowed(IPAddress.Parse(address))));
        Assert.All(["10.21.0.0", "127.0.0.1", "fd13::1", "::10.20.3.4"], address => Assert.False(guard.IsAllowed(IPAddress.Parse(address))));
    }

    [Fact]
    public void Families_take_turns_beginning_with_the_resolvers_first()
    {
        string[] resolved = ["2606:4700::1", "2606:4700::2", "2606:4700::3", "1.1.1.1", "1.1.1.2"];
        Assert.Equal(
            ["2606:4700::1", "1.1.1.1", "2606:4700::2", "1.1.1.2", "2606:4700::3"],
            HappyEyeballs.Order([.. resolved.Select(IPAddress.Parse)]).Select(address => address.ToString()));
    }
}
