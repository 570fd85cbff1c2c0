namespace Integrations.Json;

/// <summary>Durations of ISO 8601 whose length is fixed: weeks, days, hours, minutes, seconds.</summary>
internal static class IsoDuration
{
    internal static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;
        var negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            text = text[1..];
        }
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }
        text = text[1..];
        var designators = "WDTHMS"u8;
        Int128 ticks = 0;
        var last = -1;
        var parts = 0;
        while (text.Length > 0)
        {
            if (text[0] == 'T')
            {
                if (last >= 2)
                {
                    return false;
                }
                last = 2;
                parts = 0; // at least one must follow
                text = text[1..];
                continue;
            }
            if (!TryNumber(ref text, out var whole, out var fraction) || text.Length == 0)
            {
                return false;
            }
            var designator = designators.IndexOf(text[0]);
            if (designator <= last || (designator > 2 && last < 2) || (fraction != 0 && text.Length > 1))
            {
                return false;
            }
            var unit = designator switch
            {
                0 => 7 * TimeSpan.TicksPerDay,
                1 => TimeSpan.TicksPerDay,
                3 => TimeSpan.TicksPerHour,
                4 => TimeSpan.TicksPerMinute,
                _ => TimeSpan.TicksPerSecond,
            };
            ticks += (Int128)whole * unit + (Int128)fraction * unit / FractionScale;
            last = designator;
            parts++;
            text = text[1..];
        }
        ticks = negative ? -ticks : ticks;
        if (parts == 0 || ticks < long.MinValue || ticks > long.MaxValue)
        {
            return false;
        }
        value = new TimeSpan((long)ticks);
        return true;
    }

    /// <summary>Writes a duration, at most 40 bytes.</summary>
    internal static int Format(TimeSpan value, Span<byte> target)
    {
        var written = 0;
        if (value < TimeSpan.Zero)
        {
            target[written++] = (byte)'-';
        }
        target[written++] = (byte)'P';
        var ticks = (ulong)(value.Ticks < 0 ? -(Int128)value.Ticks : value.Ticks);
        Part(ticks / TimeSpan.TicksPerDay, 'D', target, ref written);
        ticks %= TimeSpan.TicksPerDay;
        if (ticks == 0 && value != TimeSpan.Zero)
        {
            return written;
        }
        target[written++] = (byte)'T';
        Part(ticks / TimeSpan.TicksPerHour, 'H', target, ref written);
        Part(ticks / TimeSpan.TicksPerMinute % 60, 'M', target, ref written);
        ticks %= TimeSpan.TicksPerMinute;
        if (ticks != 0 || value == TimeSpan.Zero)
        {
            _ = (ticks / TimeSpan.TicksPerSecond).TryFormat(target[written..], out var length, default, System.Globalization.CultureInfo.InvariantCulture);
            written += length;
            written += JsonFormat.Fraction((int)(ticks % TimeSpan.TicksPerSecond), target[written..]);
            target[written++] = (byte)'S';
        }
        return written;
    }

    private const long FractionScale = 1_000_000_000_000;

    private static void Part(ulong amount, char designator, Span<byte> target, ref int written)
    {
        if (amount != 0)
        {
            _ = amount.TryFormat(target[written..], out var length, default, System.Globalization.CultureInfo.InvariantCulture);
            written += length;
            target[written++] = (byte)designator;
        }
    }

    private static bool TryNumber(ref ReadOnlySpan<byte> text, out long whole, out long fraction)
    {
        whole = 0;
        fraction = 0;
        var i = 0;
        for (; i < text.Length && char.IsAsciiDigit((char)text[i]); i++)
        {
            if (i >= 18)
            {
                return false;
            }
            whole = whole * 10 + text[i] - '0';
        }
        if (i == 0)
        {
            return false;
        }
        if (i < text.Length && text[i] is (byte)'.' or (byte)',')
        {
            var unit = FractionScale;
            var first = ++i;
            for (; i < text.Length && char.IsAsciiDigit((char)text[i]); i++)
            {
                unit /= 10;
                fraction += (text[i] - '0') * unit;
            }
            if (i == first)
            {
                return false;
            }
        }
        text = text[i..];
        return true;
    }
}
