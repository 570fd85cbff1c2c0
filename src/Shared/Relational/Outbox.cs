using System.Data.Common;

namespace Integrations.Storage.Relational;

internal sealed class Outbox(RelationalStore store) : IOutbox
{
    private const int MostRows = 1_000;

    private readonly OutboxSql _sql = new(store.Dialect);

    public async Task<long> AppendAsync(DbTransaction transaction, OutboxMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var queue = Check.Name(message.Queue, nameof(message.Queue));
        var key = message.Key is null ? null : Check.Name(message.Key, nameof(message.Key));
        var payload = Check.Payload(message.Payload, store.Options, nameof(message.Payload));
        var headers = Check.Headers(message.Headers, nameof(message.Headers));
        var delay = Check.Duration(message.Delay, TimeSpan.Zero, Times.Year, nameof(message.Delay));
        if (key is not null && delay > 0)
            throw new ArgumentException("A row with a key cannot have a delay: it follows the row before it.", nameof(message));
        var id = await AppendAsync(store.Joined(transaction), queue, null, key, payload, headers, delay, cancellationToken).ConfigureAwait(false);
        await store.Signals.HintAsync(transaction, queue, cancellationToken).ConfigureAwait(false);
        return id;
    }

    public Task<IReadOnlyList<OutboxRow>> ClaimAsync(string queue, int count, TimeSpan visibility, CancellationToken cancellationToken = default)
    {
        Check.Name(queue, nameof(queue));
        Check.Count(count, MostRows, nameof(count));
        var micros = Check.Duration(visibility, Times.Shortest, Times.Month, nameof(visibility));
        return store.TransactAsync<IReadOnlyList<OutboxRow>>(
            async (transaction, token) =>
            {
                await MoveKeysOnAsync(transaction, token).ConfigureAwait(false);
                await using var command = transaction.Command(_sql.Claim, ("queue", queue), ("count", count), ("bytes", store.Options.MaxPayloadBytes), ("visibility", micros));
                var rows = await command.ListAsync(OutboxSql.ReadRow, token).ConfigureAwait(false);
                foreach (var row in rows.Where(row => row.Attempts > store.Options.MaxAttempts))
                    await BuryAsync(transaction, row, $"It was given out {row.Attempts - 1} times and neither completed nor failed for good.", token).ConfigureAwait(false);
                rows.RemoveAll(row => row.Attempts > store.Options.MaxAttempts);
                rows.Sort(static (a, b) => a.Id.CompareTo(b.Id));
                return rows;
            },
            cancellationToken);
    }

    public Task<bool> CompleteAsync(OutboxRow row, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        return store.TransactAsync(
            async (transaction, token) =>
                await transaction.ExecuteAsync(_sql.Complete, [("id", row.Id), ("claim", row.Claim)], token).ConfigureAwait(false) > 0
                && await FreeKeyAsync(transaction, row, token).ConfigureAwait(false),
            cancellationToken);
    }

    public Task<bool> ExtendAsync(OutboxRow row, TimeSpan visibility, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        var micros = Check.Duration(visibility, Times.Shortest, Times.Month, nameof(visibility));
        return store.TransactAsync(
            async (transaction, token) => await transaction.ExecuteAsync(_sql.Extend, [("id", row.Id), ("claim", row.Claim), ("delay", micros)], token).ConfigureAwait(false) > 0,
            cancellationToken);
    }

    public Task<bool> FailAsync(OutboxRow row, string error, TimeSpan? retryAfter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        var text = Check.Error(error);
        if (retryAfter is not { } delay)
            return store.TransactAsync((transaction, token) => BuryAsync(transaction, row, text, token), cancellationToken);
        var micros = Check.Duration(delay, TimeSpan.Zero, Times.Year, nameof(retryAfter));
        return store.TransactAsync(
            async (transaction, token) =>
                await transaction.ExecuteAsync(_sql.Retry, [("id", row.Id), ("claim", row.Claim), ("delay", micros), ("error", text)], token).ConfigureAwait(false) > 0,
            cancellationToken);
    }

    public async Task<IReadOnlyList<DeadLetter>> ReadDeadAsync(string queue, long afterId, int count, CancellationToken cancellationToken = default)
    {
        Check.Name(queue, nameof(queue));
        Check.Count(count, MostRows, nameof(count));
        await using var connection = await store.ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using var command = connection.Command(_sql.ReadDead, ("queue", queue), ("after", afterId), ("count", count));
        return await command.ListAsync(OutboxSql.ReadDeadLetter, cancellationToken).ConfigureAwait(false);
    }

    public Task<bool> ReviveAsync(long id, CancellationToken cancellationToken = default) =>
        store.TransactAsync(
            async (transaction, token) =>
            {
                await using var command = transaction.Command(_sql.Revive, ("id", id));
                if ((await command.ListAsync(OutboxSql.ReadDeadLetter, token).ConfigureAwait(false)).FirstOrDefault() is not { } dead)
                    return false;
                // A timer that was set anew meanwhile has its name back: the old one comes without.
                var taken = dead.Name is not null && await transaction.NumberAsync(_sql.HasTimer, [("queue", dead.Queue), ("name", dead.Name)], token).ConfigureAwait(false) is not null;
                await AppendAsync(transaction, dead.Queue, taken ? null : dead.Name, dead.Key, Commands.Array(dead.Payload), dead.Headers, 0, token).ConfigureAwait(false);
                await store.Signals.HintAsync(transaction, dead.Queue, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    private async Task<long> AppendAsync(DbTransaction transaction, string queue, string? name, string? key, byte[] payload, string? headers, long delay, CancellationToken cancellationToken)
    {
        // The key's row is locked before the id is drawn, so that ids of a key are in the order of commits.
        var isHead = key is null || await transaction.NumberAsync(_sql.CountKey, [("queue", queue), ("key", key)], cancellationToken).ConfigureAwait(false) == 1;
        var id = await transaction.NumberAsync(
            isHead ? _sql.AppendDue : _sql.AppendBehind,
            [("queue", queue), ("name", name), ("key", key), ("payload", payload), ("headers", headers), ("delay", delay)],
            cancellationToken).ConfigureAwait(false);
        return id ?? throw new InvalidOperationException("The database gave no id.");
    }

    private async Task<bool> BuryAsync(DbTransaction transaction, OutboxRow row, string error, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(_sql.Bury, [("id", row.Id), ("claim", row.Claim), ("error", error)], cancellationToken).ConfigureAwait(false) > 0
        && await transaction.ExecuteAsync(_sql.Complete, [("id", row.Id), ("claim", row.Claim)], cancellationToken).ConfigureAwait(false) > 0
        && await FreeKeyAsync(transaction, row, cancellationToken).ConfigureAwait(false);

    /// <summary>Leaves a note that a key's head is gone. The key's own row is not touched: an appender may hold it for as long as its transaction lasts.</summary>
    private async Task<bool> FreeKeyAsync(DbTransaction transaction, OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.Key is null)
            return true;
        await transaction.ExecuteAsync(_sql.FreeKey, [("queue", row.Queue), ("key", row.Key)], cancellationToken).ConfigureAwait(false);
        await store.Signals.HintAsync(transaction, row.Queue, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Makes the next row of each key whose head is gone due, where nobody holds the key.</summary>
    private async Task MoveKeysOnAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = transaction.Command(_sql.FreeKeys);
        var keys = await command.ListAsync(static reader => (Id: reader.GetInt64(0), Queue: reader.GetString(1), Key: reader.GetString(2)), cancellationToken).ConfigureAwait(false);
        foreach (var (id, queue, key) in keys)
            await transaction.ExecuteAsync(_sql.MoveOn, [("id", id), ("queue", queue), ("key", key)], cancellationToken).ConfigureAwait(false);
    }
}
