using System.Data.Common;
using System.Runtime.CompilerServices;
using Integrations.Storage;
using Integrations.Storage.Relational;

namespace Integrations.Sqlite;

/// <summary>Hints within the process, after the writer has committed. Transactions of others, and other processes, are found by polling.</summary>
internal sealed class SqliteSignals(SqliteStore store) : ISignals
{
    private readonly Topics _topics = new();
    private readonly ConditionalWeakTable<DbTransaction, HashSet<string>> _pending = [];

    public Task HintAsync(DbTransaction transaction, string topic, CancellationToken cancellationToken = default)
    {
        Check.Name(topic, nameof(topic));
        var topics = _pending.GetOrCreateValue(store.Joined(transaction));
        topics.Add(topic);
        return Task.CompletedTask;
    }

    public Task WaitAsync(string topic, TimeSpan atMost, CancellationToken cancellationToken = default)
    {
        Check.Name(topic, nameof(topic));
        Check.Duration(atMost, TimeSpan.Zero, Times.Month, nameof(atMost));
        return _topics.WaitAsync(topic, atMost, cancellationToken);
    }

    /// <summary>A transaction has committed. What was rolled back to a savepoint is hinted at as well: a hint may come for nothing.</summary>
    public void Committed(DbTransaction transaction)
    {
        if (!_pending.TryGetValue(transaction, out var topics))
            return;
        foreach (var topic in topics)
            _topics.Signal(topic);
    }
}
