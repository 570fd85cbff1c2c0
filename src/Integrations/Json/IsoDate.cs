namespace Integrations.Json;

/// <summary>Dates and times of RFC 3339, and the ways in which vendors write them.</summary>
internal static class IsoDate
{
    internal static bool TryDateTime(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (!TryDatePart(text, out var ticks))
        {
            return false;
        }
        var offset = 0L;
        if (text.Length > 10)
        {
            if (text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || !TryTimePart(text[11..], out var time, out var used) || !TryOffset(text[(11 + used)..], out offset))
            {
                return false;
            }
            ticks += time;
        }
        var utc = ticks - offset;
        if ((ulong)ticks > (ulong)DateTime.MaxValue.Ticks || (ulong)utc > (ulong)DateTime.MaxValue.Ticks)
        {
            return false;
        }
        value = new DateTimeOffset(ticks, new TimeSpan(offset));
        return true;
    }

    internal static bool TryDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        if (!TryDatePart(text, out var ticks) || (text.Length > 10 && !TryDateTime(text, out _)))
        {
            return false;
        }
        value = DateOnly.FromDayNumber((int)(ticks / TimeSpan.TicksPerDay));
        return true;
    }

    internal static bool TryTime(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (!TryTimePart(text, out var ticks, out var used) || !TryOffset(text[used..], out _) || ticks >= TimeSpan.TicksPerDay)
        {
            return false;
        }
        value = new TimeOnly(ticks);
        return true;
    }

    private static bool TryDatePart(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }
        var year = Two(text, 0) * 100 + Two(text, 2);
        var month = Two(text, 5);
        var day = Two(text, 8);
        if (year < 1 || (uint)(month - 1) > 11 || Two(text, 0) < 0 || Two(text, 2) < 0 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }
        ticks = new DateTime(year, month, day).Ticks;
        return true;
    }

    // hh:mm, then :ss and a fraction where they stand.
    private static bool TryTimePart(ReadOnlySpan<byte> text, out long ticks, out int used)
    {
        ticks = 0;
        used = 5;
        if (text.Length < 5 || text[2] != ':')
        {
            return false;
        }
        var hour = Two(text, 0);
        var minute = Two(text, 3);
        if ((uint)hour > 23 || (uint)minute > 59)
        {
            return false;
        }
        var second = 0;
        if (text.Length >= 8 && text[5] == ':')
        {
            second = Two(text, 6);
            if ((uint)second > 60)
            {
                return false;
            }
            used = 8;
        }
        ticks = (hour * 3600L + minute * 60 + second) * TimeSpan.TicksPerSecond;
        if (used == 8 && text.Length > 8 && text[8] == '.')
        {
            var unit = TimeSpan.TicksPerSecond;
            for (used = 9; used < text.Length && (uint)(text[used] - '0') <= 9; used++)
            {
                unit /= 10;
                ticks += (text[used] - '0') * unit;
            }
            return used > 9;
        }
        return true;
    }

    // Nothing (UTC), Z, +hh:mm, +hhmm, +hh.
    private static bool TryOffset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length == 0 || (text.Length == 1 && (text[0] | 0x20) == 'z'))
        {
            return true;
        }
        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length is not (3 or 5 or 6) || (text.Length == 6 && text[3] != ':'))
        {
            return false;
        }
        var hour = Two(text, 1);
        var minute = text.Length == 3 ? 0 : Two(text, text.Length - 2);
        if ((uint)hour > 14 || (uint)minute > 59 || hour * 60 + minute > 14 * 60)
        {
            return false;
        }
        ticks = (hour * 60 + minute) * TimeSpan.TicksPerMinute;
        ticks = text[0] == '-' ? -ticks : ticks;
        return true;
    }

    // Two digits; far below zero where they are none.
    private static int Two(ReadOnlySpan<byte> text, int index)
    {
        var tens = (uint)(text[index] - '0');
        var ones = (uint)(text[index + 1] - '0');
        return tens <= 9 && ones <= 9 ? (int)(tens * 10 + ones) : -100_000;
    }
}
