namespace Integrations.Storage.Relational;

/// <summary>Microseconds, in which all engines count.</summary>
internal static class Times
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    public static readonly TimeSpan Month = TimeSpan.FromDays(30);
    public static readonly TimeSpan Year = TimeSpan.FromDays(365);
    public static readonly TimeSpan Century = TimeSpan.FromDays(36_500);

    public static long ToMicros(this TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    public static long ToMicros(this DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).ToMicros();

    public static DateTimeOffset FromMicros(long micros) => DateTimeOffset.UnixEpoch.AddMicroseconds(micros);
}
