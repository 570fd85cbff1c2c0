using System.Data.Common;

namespace Integrations.Storage.Relational;

internal sealed class Timers(RelationalStore store) : ITimers
{
    private readonly string _setAt = Set(store.Dialect, store.Dialect.At("@due"));

    private readonly string _setAfter = Set(store.Dialect, store.Dialect.After("@due"));

    private readonly string _cancel = $"delete from {store.Dialect.Table("outbox")} where queue = @queue and name = @name";

    public async Task SetAsync(DbTransaction transaction, TimerMessage timer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(timer);
        await store.Joined(transaction).ExecuteAsync(
            timer.DueAt is null ? _setAfter : _setAt,
            [
                ("queue", Check.Name(timer.Queue, nameof(timer.Queue))),
                ("name", Check.Name(timer.Name, nameof(timer.Name))),
                ("payload", Check.Payload(timer.Payload, store.Options, nameof(timer.Payload))),
                ("headers", Check.Headers(timer.Headers, nameof(timer.Headers))),
                ("due", timer.DueAt?.ToMicros() ?? Check.Duration(timer.Delay, TimeSpan.Zero, Times.Century, nameof(timer.Delay))),
            ],
            cancellationToken).ConfigureAwait(false);
        await store.Signals.HintAsync(transaction, timer.Queue, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> CancelAsync(DbTransaction transaction, string queue, string name, CancellationToken cancellationToken = default) =>
        await store.Joined(transaction).ExecuteAsync(
            _cancel,
            [("queue", Check.Name(queue, nameof(queue))), ("name", Check.Name(name, nameof(name)))],
            cancellationToken).ConfigureAwait(false) > 0;

    private static string Set(Dialect dialect, string due) => $"""
        insert into {dialect.Table("outbox")} (queue, name, key, payload, headers, created_at, due_at, attempts, claim)
        values (@queue, @name, null, @payload, @headers, {dialect.Now}, {due}, 0, 0)
        on conflict (queue, name) where name is not null do update
        set payload = excluded.payload, headers = excluded.headers, created_at = excluded.created_at, due_at = excluded.due_at, attempts = 0, claim = 0, error = null
        """;
}
