using System.Data.Common;

namespace Integrations.Storage;

/// <summary>Marks of what was already seen. A mark that is part of the transaction which does the work makes "at least once" once.</summary>
public interface IInbox
{
    /// <summary>Marks a message.</summary>
    /// <param name="transaction">The transaction that does the message's work.</param>
    /// <param name="consumer">Who does the work: 1 to 200 characters. Each consumer has marks of its own.</param>
    /// <param name="messageId">The message's id: 1 to 200 characters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where it was marked before: do not do the work again. While another transaction that marked it is open, this waits for its end.</returns>
    Task<bool> MarkAsync(DbTransaction transaction, string consumer, string messageId, CancellationToken cancellationToken = default);
}
