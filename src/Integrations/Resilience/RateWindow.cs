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
        _head = After(_head);
    }

    /// <summary>Gives back a permit that was taken for a time to come. Where several share a slot, only while the slot is not full.</summary>
    public void GiveBack(long at)
    {
        if (_perSlot > 1)
        {
            _used -= _used > 0 ? 1 : 0;
            return;
        }
        var last = Before(_head);
        for (var (i, looked) = (last, 0); looked < _back.Length; (i, looked) = (Before(i), looked + 1))
        {
            if (_back[i] == at + _length)
            {
                for (; i != last; i = After(i))
                {
                    _back[i] = _back[After(i)];
                }
                // Free again from when it was free before it was taken.
                _back[last] = at;
                _head = last;
                return;
            }
        }
    }

    /// <summary>Another window that knows what was taken of this one.</summary>
    /// <param name="permits">How many permits; above 0.</param>
    /// <param name="length">The window's length in the clock's ticks.</param>
    /// <param name="now">The time.</param>
    public RateWindow Resized(int permits, long length, long now)
    {
        var window = new RateWindow(permits, length);
        for (var (i, looked) = (_head, 0); looked < _back.Length; (i, looked) = (After(i), looked + 1))
        {
            if (_back[i] != long.MinValue && _back[i] - _length + length > now)
            {
                window.Take(_back[i] - _length, _perSlot);
            }
        }
        window.Take(now, _used);
        return window;
    }

    private void Take(long at, int count)
    {
        for (; count > 0; count--)
        {
            Take(at);
        }
    }

    private int Before(int slot) => (slot == 0 ? _back.Length : slot) - 1;

    private int After(int slot) => slot + 1 == _back.Length ? 0 : slot + 1;
}
