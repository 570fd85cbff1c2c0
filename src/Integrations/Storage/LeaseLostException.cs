namespace Integrations.Storage;

/// <summary>A lease has ended or somebody else holds it. Whoever gets this stops, and writes nothing more under the lease.</summary>
public sealed class LeaseLostException : StoreException
{
    /// <summary>Says which lease.</summary>
    /// <param name="lease">The lease.</param>
    public LeaseLostException(Lease lease)
        : base($"The lease '{(lease ?? throw new ArgumentNullException(nameof(lease))).Name}' with token {lease.Token} has ended or was taken over; write nothing more under it and acquire it again.") => Lease = lease;

    /// <summary>The lease that is lost.</summary>
    public Lease Lease { get; }
}
