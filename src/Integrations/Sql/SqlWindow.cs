namespace Integrations.Sql;

/// <summary>What a circuit breaker counts: successes and failures of the last while, in ten parts that expire one by one. Counting takes no lock but where a part begins.</summary>
/// <param name="duration">How long the while is, in timestamps.</param>
/// <param name="minimum">How many attempts there must be to judge.</param>
/// <param name="ratio">The part of them that must have failed.</param>
internal sealed class SqlWindow(long duration, int minimum, double ratio)
{
    private const int Parts = 10;

    private readonly long _width = Math.Max(1, duration / Parts);
    private readonly Part[] _parts = new Part[Parts];
    private readonly Lock _lock = new();

    /// <summary>Counts an attempt that the server served.</summary>
    public void Succeeded(long now) => Interlocked.Increment(ref At(now).Successes);

    /// <summary>Counts a failure.</summary>
    /// <returns>Whether there are too many of them.</returns>
    public bool Failed(long now)
    {
        Interlocked.Increment(ref At(now).Failures);
        var (oldest, successes, failures) = ((now / _width) - Parts + 1, 0L, 0L);
        foreach (ref var part in _parts.AsSpan())
        {
            // Parts begin with number 1, so that an unused one is never young enough.
            if (Volatile.Read(ref part.Number) - 1 >= oldest)
            {
                successes += Volatile.Read(ref part.Successes);
                failures += Volatile.Read(ref part.Failures);
            }
        }
        return successes + failures >= minimum && failures >= ratio * (successes + failures);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            Array.Clear(_parts);
        }
    }

    private ref Part At(long now)
    {
        var number = (now / _width) + 1;
        ref var part = ref _parts[number % Parts];
        if (Volatile.Read(ref part.Number) != number)
        {
            lock (_lock)
            {
                if (part.Number < number)
                {
                    (part.Successes, part.Failures) = (0, 0);
                    Volatile.Write(ref part.Number, number);
                }
            }
        }
        return ref part;
    }

    private struct Part
    {
        public long Number;
        public int Successes;
        public int Failures;
    }
}
