namespace Integrations.Resilience;

/// <summary>
/// A sliding window that never lets more than its permits through in any span of its length: a ring of the times at which permits come back. Above
/// <see cref="Slots"/> permits several share a slot and come back together, with the last of them. Not safe for several threads.
/// </summary>
internal sealed class RateWindow
{
    private const int Slots = 4096;
    private readonly long[] _back;
    private readonly long _length;
    private readonly int _perSlot;
    private int _head;
    private int _used;

    /// <param name="permits">How many permits; above 0.</param>
    /// <param name="length">The window's length in the clock's ticks.</param>
    public RateWindow(int permits, long length)
    {
        _perSlot = (permits + Slots - 1) / Slots;
        _back = new long[permits / _perSlot];
        Array.Fill(_back, long.MinValue);
        _length = length;
    }

    /// <summary>When the next permit is there, not before a time.</summary>
    public long Next(long from) => Math.Max(from, _back[_head]);

    /// <summary>Takes the next permit for a time, which may be to come.</summary>
    public void Take(long at)
    {
        if (++_used < _perSlot)
        {
            return;
        }
        _used = 0;
        _back[_head] = at + _length;
        _head = _head + 1 == _back.Length ? 0 : _head + 1;
    }
}
