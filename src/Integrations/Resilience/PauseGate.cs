namespace Integrations.Resilience;

/// <summary>Holds all attempts of a client back for as long as the server asked (<c>Retry-After</c> of 429 and 503), an hour at most.</summary>
internal sealed class PauseGate(TimeProvider time)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // A timestamp; 0 where there is no pause, so that the usual case is one read.
    private long _until;

    public bool IsClosed => Volatile.Read(ref _until) != 0;

    /// <summary>How long the pause still lasts; zero where it is over.</summary>
    public TimeSpan Remaining
    {
        get
        {
            var until = Volatile.Read(ref _until);
            if (until == 0)
            {
                return TimeSpan.Zero;
            }
            var now = time.GetTimestamp();
            if (now < until)
            {
                return time.GetElapsedTime(now, until);
            }
            Interlocked.CompareExchange(ref _until, 0, until);
            return TimeSpan.Zero;
        }
    }

    public void Pause(TimeSpan duration)
    {
        if (duration <= TimeSpan.Zero)
        {
            return;
        }
        duration = duration < Longest ? duration : Longest;
        var until = time.GetTimestamp() + (long)(duration.TotalSeconds * time.TimestampFrequency);
        var current = Volatile.Read(ref _until);
        while (current < until)
        {
            var seen = Interlocked.CompareExchange(ref _until, until, current);
            if (seen == current)
            {
                return;
            }
            current = seen;
        }
    }
}
