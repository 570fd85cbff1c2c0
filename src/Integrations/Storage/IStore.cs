using System.Data.Common;

namespace Integrations.Storage;

/// <summary>
/// What must survive a process: leases, outbox, timers, inbox and log in a database. Methods that take a transaction join it: what they write is there when it commits and only then. All are safe for many
/// calls at once; one transaction is not. Failures of the database are the driver's exceptions (<see cref="DbException"/>).
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Who may act, for a time.</summary>
    ILeases Leases { get; }

    /// <summary>What is still to be done, at least once.</summary>
    IOutbox Outbox { get; }

    /// <summary>What is to be done later. What is due is claimed from <see cref="Outbox"/>.</summary>
    ITimers Timers { get; }

    /// <summary>What was already seen.</summary>
    IInbox Inbox { get; }

    /// <summary>What happened, in order.</summary>
    IAppendLog Log { get; }

    /// <summary>Hints that something has changed.</summary>
    ISignals Signals { get; }

    /// <summary>Makes the schema, brings it up to date or checks it, as <see cref="StoreOptions.Upgrade"/> says. Call it once before anything else; several processes may at once.</summary>
    /// <param name="cancellationToken">Ends the work; nothing is left half done.</param>
    /// <exception cref="StoreSchemaException">The schema is absent or older and may not be changed, is newer than this program, or is damaged.</exception>
    Task PrepareAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs work in a transaction of the store's and commits it. An exception rolls back. Keep it short: on SQLite all other writers of the process wait for it. The work must not commit, roll back, or call what makes a
    /// transaction of its own (anything of the store that takes none).
    /// </summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">The work. <see cref="DbTransaction.Connection"/> is the connection for statements of its own.</param>
    /// <param name="cancellationToken">Ends the work; it is then rolled back.</param>
    /// <returns>What the work gave, once it is committed.</returns>
    Task<T> TransactAsync<T>(Func<DbTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default);

    /// <summary>Deletes what is old, in chunks of a thousand rows with a transaction each. Rows that somebody holds locked are left for the next time.</summary>
    /// <param name="ages">What, and from which age on.</param>
    /// <param name="cancellationToken">Ends the work; what is deleted stays deleted.</param>
    /// <returns>How many rows were deleted.</returns>
    Task<PurgeResult> PurgeAsync(PurgeAges ages, CancellationToken cancellationToken = default);
}
