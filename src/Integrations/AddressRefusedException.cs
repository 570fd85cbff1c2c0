namespace Integrations;

/// <summary>Nothing was sent: the host has an address that is not of the public internet, and <see cref="AddressGuard"/> keeps requests there.</summary>
public sealed class AddressRefusedException : IntegrationException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="host">The host.</param>
    /// <param name="addressClass">What its address is, such as <c>loopback (RFC 1122)</c>.</param>
    public AddressRefusedException(string host, string addressClass)
        : this($"The host '{host}' is refused", host, addressClass, null)
    {
    }

    internal AddressRefusedException(string subject, string host, string addressClass, Exception? inner)
        : base($"{subject}: it has an address that is {addressClass}, and only public ones are allowed.", inner) => (Host, AddressClass) = (host, addressClass);

    /// <summary>The host.</summary>
    public string Host { get; }

    /// <summary>What its address is. The address itself is not told: it may be of use to whoever named the host.</summary>
    public string AddressClass { get; }

    /// <summary>The refusal that a transport's exception wraps, if one does.</summary>
    internal static AddressRefusedException? In(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is AddressRefusedException refused)
            {
                return refused;
            }
        }
        return null;
    }
}
