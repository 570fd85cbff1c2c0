namespace Integrations.Postgres;

/// <summary>An appender's lock has room for 32 bits of the position behind which it draws.</summary>
internal static class PositionLock
{
    private const long Span = 1L << 32;

    /// <summary>The position whose low half is given: the nearest to where the sequence stands, before it or (drawn since it was looked at) after it.</summary>
    public static long Widen(long low, long last)
    {
        var position = (last & ~(Span - 1)) | low;
        if (position - last > Span / 2)
            return position - Span;
        return last - position > Span / 2 ? position + Span : position;
    }
}
