namespace Integrations;

/// <summary>
/// Keeps a client whose address comes from users on the public internet: a connection to any other address (private, loopback, link-local and the like)
/// is refused with <see cref="AddressRefusedException"/>, also after a redirect. See <see cref="AddressGuard"/>. Configuration
/// (<c>Integrations:{Name}:PublicAddressesOnly</c>) overrides it. Proxies of the system are not used.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PublicAddressesOnlyAttribute : ServerAttribute
{
    /// <summary>Networks that may be reached although they are not public, such as <c>10.20.0.0/16</c>.</summary>
    /// <value>Default: none. Configuration <c>AllowedNetworks</c> takes their place.</value>
    public string[] Allow { get; set; } = [];
}
