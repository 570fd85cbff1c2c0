namespace Integrations.Storage.Relational;

/// <summary>Deletes by age in chunks, so that no transaction is long and nobody waits for it.</summary>
internal sealed class Purge(RelationalStore store)
{
    private const int Chunk = 1_000;

    public async Task<PurgeResult> RunAsync(PurgeAges ages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ages);
        return new(
            await DeleteAsync("inbox", "consumer, message_id", "received_at", ages.Inbox, cancellationToken).ConfigureAwait(false),
            await DeleteAsync("outbox_dead", "id", "died_at", ages.DeadLetters, cancellationToken).ConfigureAwait(false),
            await DeleteAsync("lease", "name", "expires_at", ages.Leases, cancellationToken).ConfigureAwait(false),
            await DeleteAsync("log", "position", "recorded_at", ages.Log, cancellationToken).ConfigureAwait(false));
    }

    private async Task<long> DeleteAsync(string name, string key, string time, TimeSpan? age, CancellationToken cancellationToken)
    {
        if (age is not { } atLeast)
            return 0;
        var table = store.Dialect.Table(name);
        var sql = $"""
            delete from {table} where ({key}) in (
                select {key} from {table} where {time} <= {store.Dialect.After("@age")} order by {time} limit {Chunk} {store.Dialect.SkipLocked()})
            """;
        var micros = -Check.Duration(atLeast, TimeSpan.Zero, Times.Century, nameof(age));
        for (var total = 0L; ;)
        {
            var deleted = await store.TransactAsync((transaction, token) => transaction.ExecuteAsync(sql, [("age", micros)], token), cancellationToken).ConfigureAwait(false);
            total += deleted;
            if (deleted < Chunk)
                return total;
        }
    }
}
