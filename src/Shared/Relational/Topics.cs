using System.Collections.Concurrent;

namespace Integrations.Storage.Relational;

/// <summary>Waiters of a process. Only topics that somebody waits for, or waited for, are kept.</summary>
internal sealed class Topics
{
    private readonly ConcurrentDictionary<string, Topic> _topics = new(StringComparer.Ordinal);

    public void Signal(string name)
    {
        if (_topics.TryGetValue(name, out var topic))
            topic.Signal();
    }

    public void SignalAll()
    {
        foreach (var topic in _topics.Values)
            topic.Signal();
    }

    public Task WaitAsync(string name, TimeSpan atMost, CancellationToken cancellationToken) =>
        _topics.GetOrAdd(name, static _ => new Topic()).WaitAsync(atMost, cancellationToken);

    private sealed class Topic
    {
        private readonly Lock _lock = new();
        private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _waiters;
        private bool _missed;

        public void Signal()
        {
            lock (_lock)
            {
                _missed = _waiters == 0;
                _waiters = 0;
                _next.TrySetResult();
                _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
        {
            TaskCompletionSource next;
            lock (_lock)
            {
                if (_missed)
                {
                    _missed = false;
                    return;
                }
                next = _next;
                _waiters++;
            }
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(next.Task, Task.Delay(atMost, end.Token)).ConfigureAwait(false);
            await end.CancelAsync().ConfigureAwait(false);
            lock (_lock)
            {
                if (ReferenceEquals(next, _next))
                    _waiters--;
            }
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
