using System.Data.Common;

namespace Integrations.Storage;

/// <summary>
/// Rows of work that are written with a user's change and done afterwards, at least once: claim, do, complete. Whoever does the work twice because a process died in between tells by <see cref="IInbox"/>. A row is never
/// lost: it is completed, or it ends as a dead letter.
/// </summary>
public interface IOutbox
{
    /// <summary>Adds a row.</summary>
    /// <param name="transaction">The transaction that it is part of. With a key it should be short: appends under one key wait for each other until they commit.</param>
    /// <param name="message">The row.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The row's id: unique in the store.</returns>
    /// <exception cref="ArgumentException">A name, the headers or the payload is not acceptable.</exception>
    Task<long> AppendAsync(DbTransaction transaction, OutboxMessage message, CancellationToken cancellationToken = default);

    /// <summary>Takes rows that are due, oldest first. While they are claimed nobody else gets them; of each key at most one row is out at a time.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="count">How many at most, 1 to 1,000. Fewer come where they would exceed <see cref="StoreOptions.MaxPayloadBytes"/> together.</param>
    /// <param name="visibility">After which time the rows are due again unless they are completed, 1 ms to 30 days: longer than the work takes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The rows; none where nothing is due.</returns>
    Task<IReadOnlyList<OutboxRow>> ClaimAsync(string queue, int count, TimeSpan visibility, CancellationToken cancellationToken = default);

    /// <summary>The work is done: deletes the row.</summary>
    /// <param name="row">The row as it was claimed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where the claim had run out and somebody else has the row, or has done it.</returns>
    Task<bool> CompleteAsync(OutboxRow row, CancellationToken cancellationToken = default);

    /// <summary>The work takes longer: the row stays claimed.</summary>
    /// <param name="row">The row as it was claimed.</param>
    /// <param name="visibility">From now on, 1 ms to 30 days.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where the claim had run out and somebody else has the row.</returns>
    Task<bool> ExtendAsync(OutboxRow row, TimeSpan visibility, CancellationToken cancellationToken = default);

    /// <summary>The work failed: the row is due again later, or becomes a dead letter, after which its key goes on.</summary>
    /// <param name="row">The row as it was claimed.</param>
    /// <param name="error">Why, for people to read. Cut after 2,000 characters.</param>
    /// <param name="retryAfter">After which time it is due again, up to 365 days; null for never. See <see cref="RetrySchedule"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where the claim had run out and somebody else has the row.</returns>
    Task<bool> FailAsync(OutboxRow row, string error, TimeSpan? retryAfter, CancellationToken cancellationToken = default);

    /// <summary>Reads dead letters, oldest first.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="afterId">The id to read on after; 0 for the start.</param>
    /// <param name="count">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<DeadLetter>> ReadDeadAsync(string queue, long afterId, int count, CancellationToken cancellationToken = default);

    /// <summary>Puts a dead letter back, as a new row at the end of its queue and key.</summary>
    /// <param name="id">The dead letter's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where there is no such dead letter.</returns>
    Task<bool> ReviveAsync(long id, CancellationToken cancellationToken = default);
}
