using System.Data.Common;

namespace Integrations.Storage.Relational;

internal sealed class Inbox(RelationalStore store) : IInbox
{
    private readonly string _mark = $"""
        insert into {store.Dialect.Table("inbox")} (consumer, message_id, received_at)
        values (@consumer, @message, {store.Dialect.Now})
        on conflict (consumer, message_id) do nothing
        """;

    public async Task<bool> MarkAsync(DbTransaction transaction, string consumer, string messageId, CancellationToken cancellationToken = default)
    {
        Check.Name(consumer, nameof(consumer));
        Check.Name(messageId, nameof(messageId));
        return await store.Joined(transaction).ExecuteAsync(_mark, [("consumer", consumer), ("message", messageId)], cancellationToken).ConfigureAwait(false) > 0;
    }
}
