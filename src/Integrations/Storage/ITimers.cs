using System.Data.Common;

namespace Integrations.Storage;

/// <summary>Timers: outbox rows with a name and a time. When one is due, by the database's clock, <see cref="IOutbox.ClaimAsync"/> gives it out.</summary>
public interface ITimers
{
    /// <summary>Sets a timer, or sets it anew. One that is claimed at this moment comes again at the new time, whether or not it is completed.</summary>
    /// <param name="transaction">The transaction that it is part of.</param>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">A name, the headers or the payload is not acceptable.</exception>
    Task SetAsync(DbTransaction transaction, TimerMessage timer, CancellationToken cancellationToken = default);

    /// <summary>Takes a timer back.</summary>
    /// <param name="transaction">The transaction that it is part of.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="name">The timer's name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where there is none. One that is claimed at this moment is taken back, but its work may have been done.</returns>
    Task<bool> CancelAsync(DbTransaction transaction, string queue, string name, CancellationToken cancellationToken = default);
}
