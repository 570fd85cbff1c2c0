using System.Collections.Concurrent;

namespace Integrations.Resilience;

/// <summary>
/// Cancellation sources for attempts: one source, armed with the nearer of both timeouts and tied to the caller's token, is all that an attempt
/// needs. A source that did not fire is used again.
/// </summary>
internal sealed class AttemptTimer(TimeProvider time)
{
    private const int Kept = 64;
    private readonly ConcurrentQueue<CancellationTokenSource> _free = new();
    private readonly bool _reusable = time == TimeProvider.System;
    private int _count;

    public CancellationTokenSource Rent(TimeSpan due)
    {
        if (!_reusable)
        {
            return new CancellationTokenSource(due, time);
        }
        if (_free.TryDequeue(out var source))
        {
            Interlocked.Decrement(ref _count);
        }
        else
        {
            source = new CancellationTokenSource();
        }
        source.CancelAfter(due);
        return source;
    }

    /// <param name="source">The source. Nothing may hold its token.</param>
    public void Return(CancellationTokenSource source)
    {
        if (_reusable && source.TryReset())
        {
            if (Interlocked.Increment(ref _count) <= Kept)
            {
                _free.Enqueue(source);
                return;
            }
            Interlocked.Decrement(ref _count);
        }
        source.Dispose();
    }
}
