namespace Integrations.Json;

/// <summary>Dates and times as RFC 3339 writes them, no longer than they need be.</summary>
internal static class JsonFormat
{
    internal const int LongestDateTime = 33; // 2026-01-31T23:59:59.1234567+00:00

    internal static int DateTime(DateTimeOffset value, Span<byte> target)
    {
        var local = value.DateTime;
        var written = Date(local.Year, local.Month, local.Day, target);
        target[written++] = (byte)'T';
        written += Time(local.Ticks % TimeSpan.TicksPerDay, target[written..]);
        var offset = value.TotalOffsetMinutes;
        if (offset == 0)
        {
            target[written] = (byte)'Z';
            return written + 1;
        }
        target[written] = (byte)(offset < 0 ? '-' : '+');
        offset = Math.Abs(offset);
        Two(offset / 60, target[(written + 1)..]);
        target[written + 3] = (byte)':';
        Two(offset % 60, target[(written + 4)..]);
        return written + 6;
    }

    internal static int Date(int year, int month, int day, Span<byte> target)
    {
        Two(year / 100, target);
        Two(year % 100, target[2..]);
        target[4] = (byte)'-';
        Two(month, target[5..]);
        target[7] = (byte)'-';
        Two(day, target[8..]);
        return 10;
    }

    internal static int Time(long ticks, Span<byte> target)
    {
        var seconds = (int)(ticks / TimeSpan.TicksPerSecond);
        Two(seconds / 3600, target);
        target[2] = (byte)':';
        Two(seconds / 60 % 60, target[3..]);
        target[5] = (byte)':';
        Two(seconds % 60, target[6..]);
        return 8 + Fraction((int)(ticks % TimeSpan.TicksPerSecond), target[8..]);
    }

    /// <summary>The point and the digits of a fraction of a second in ticks; nothing where it is zero.</summary>
    internal static int Fraction(int ticks, Span<byte> target)
    {
        if (ticks == 0)
        {
            return 0;
        }
        target[0] = (byte)'.';
        var length = 1;
        for (var unit = (int)TimeSpan.TicksPerSecond / 10; ticks != 0; unit /= 10)
        {
            target[length++] = (byte)('0' + ticks / unit);
            ticks %= unit;
        }
        return length;
    }

    private static void Two(int value, Span<byte> target)
    {
        target[1] = (byte)('0' + value % 10);
        target[0] = (byte)('0' + value / 10);
    }
}
