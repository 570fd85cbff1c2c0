using System.Data.Common;

namespace Integrations.Storage;

/// <summary>
/// Leases: a name that one holder has for a time. The database's clock decides when a lease ends. A holder that was paused cannot know that it lost its lease; so whoever writes under a lease
/// writes in a transaction that <see cref="GuardAsync"/> has passed, or sends <see cref="Lease.Token"/> to a system that refuses lower ones.
/// </summary>
public interface ILeases
{
    /// <summary>Takes a lease that nobody holds, or that has ended.</summary>
    /// <param name="name">What is leased: 1 to 200 characters.</param>
    /// <param name="owner">Who takes it, for people to read: up to 200 characters. The same owner cannot take a lease twice.</param>
    /// <param name="duration">How long, from 1 ms to 30 days.</param>
    /// <param name="cancellationToken">Ends the call. A lease that was taken meanwhile ends by itself.</param>
    /// <returns>The lease; null where somebody holds it.</returns>
    Task<Lease?> TryAcquireAsync(string name, string owner, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Makes a lease last for its whole duration again, from now on.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The lease as it is now: the same token.</returns>
    /// <exception cref="LeaseLostException">It has ended.</exception>
    Task<Lease> RenewAsync(Lease lease, CancellationToken cancellationToken = default);

    /// <summary>Gives a lease back.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where somebody else has it by now.</returns>
    Task<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken = default);

    /// <summary>Makes sure that nobody else holds a lease until a transaction ends. A takeover waits for the transaction, a renewal does not.</summary>
    /// <param name="transaction">The transaction whose writes are guarded.</param>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="LeaseLostException">It was released or somebody else has it: roll back.</exception>
    Task GuardAsync(DbTransaction transaction, Lease lease, CancellationToken cancellationToken = default);
}
