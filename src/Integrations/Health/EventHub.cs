using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Integrations;

/// <summary>Hands events to watchers. Each has a bounded queue of its own, so that publishing never waits and no watcher's code runs within it.</summary>
internal sealed class EventHub : IDisposable
{
    private const int Kept = 256;
    private readonly Lock _lock = new();
    private readonly List<IntegrationEvent> _registered = [];
    private Watcher[] _watchers = [];
    private bool _disposed;

    /// <summary>Whether an event is worth making.</summary>
    public bool HasWatchers => Volatile.Read(ref _watchers).Length > 0;

    /// <summary>Publishes that an integration is there, now and to later watchers.</summary>
    public void Register(IntegrationEvent registered)
    {
        lock (_lock)
        {
            _registered.Add(registered);
            Publish(registered);
        }
    }

    public void Publish(IntegrationEvent happened)
    {
        foreach (var watcher in Volatile.Read(ref _watchers))
        {
            watcher.Offer(happened);
        }
    }

    public async IAsyncEnumerable<IntegrationEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = Enter();
        try
        {
            while (await watcher.Events.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (watcher.TryTake(out var happened))
                {
                    yield return happened;
                }
            }
        }
        finally
        {
            Leave(watcher);
        }
    }

    /// <summary>Ends all watching.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            foreach (var watcher in _watchers)
            {
                watcher.End();
            }
            Volatile.Write(ref _watchers, []);
        }
    }

    private Watcher Enter()
    {
        lock (_lock)
        {
            var watcher = new Watcher(Kept + _registered.Count);
            foreach (var registered in _registered)
            {
                watcher.Offer(registered);
            }
            if (_disposed)
            {
                watcher.End();
            }
            else
            {
                Volatile.Write(ref _watchers, [.. _watchers, watcher]);
            }
            return watcher;
        }
    }

    private void Leave(Watcher watcher)
    {
        lock (_lock)
        {
            Volatile.Write(ref _watchers, [.. _watchers.Where(other => other != watcher)]);
        }
    }

    private sealed class Watcher
    {
        private readonly Channel<IntegrationEvent> _queue;
        private int _missed;

        public Watcher(int capacity) => _queue = Channel.CreateBounded<IntegrationEvent>(
            new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Interlocked.Increment(ref _missed));

        public ChannelReader<IntegrationEvent> Events => _queue.Reader;

        public void Offer(IntegrationEvent happened) => _queue.Writer.TryWrite(happened);

        public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IntegrationEvent? happened)
        {
            if (!_queue.Reader.TryRead(out happened))
            {
                return false;
            }
            var missed = Interlocked.Exchange(ref _missed, 0);
            happened = missed == 0 ? happened : happened with { Missed = missed };
            return true;
        }

        public void End() => _queue.Writer.TryComplete();
    }
}
