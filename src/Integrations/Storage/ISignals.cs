using System.Data.Common;

namespace Integrations.Storage;

/// <summary>Hints that shorten a wait. One may be lost and one may come for nothing: look at the database in any case.</summary>
public interface ISignals
{
    /// <summary>Hints at a topic when a transaction commits. <see cref="IOutbox.AppendAsync"/> does so for its queue, <see cref="ITimers.SetAsync"/> too.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="topic">The topic: 1 to 200 characters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task HintAsync(DbTransaction transaction, string topic, CancellationToken cancellationToken = default);

    /// <summary>Waits for a hint, or for as long as a poll may take. A hint since the last wait ends it at once.</summary>
    /// <param name="topic">The topic, such as a queue.</param>
    /// <param name="atMost">The interval of polling.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task WaitAsync(string topic, TimeSpan atMost, CancellationToken cancellationToken = default);
}
