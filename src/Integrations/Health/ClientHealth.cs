using System.Net;
using Integrations.Resilience;
using Integrations.Telemetry;

namespace Integrations;

/// <summary>What calls of a client saw of the server's health.</summary>
internal sealed class ClientHealth(TimeProvider time)
{
    private int _failures;
    private long _lastSuccess;
    private long _lastFailure;
    private string? _error;

    public int ConsecutiveFailures => Volatile.Read(ref _failures);

    public DateTimeOffset? LastSuccess => At(ref _lastSuccess);

    public DateTimeOffset? LastFailure => At(ref _lastFailure);

    public string? LastError => Volatile.Read(ref _error);

    public void Record(Attempt attempt)
    {
        // Refused credentials make an integration as useless as a server that is down. Other answers show that the server lives; the rest shows nothing.
        var failed = attempt.IsHostFailure
            || attempt.Failure is Failure.Unreadable
            || (attempt.Failure == Failure.None && attempt.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
        if (failed)
        {
            Failed(CallEnd.ErrorType(attempt));
        }
        else if (attempt.Failure is Failure.None)
        {
            Succeeded();
        }
    }

    public void Failed(string? error)
    {
        Interlocked.Increment(ref _failures);
        Volatile.Write(ref _lastFailure, time.GetUtcNow().UtcTicks);
        Volatile.Write(ref _error, error);
    }

    public void Succeeded()
    {
        if (Volatile.Read(ref _failures) != 0)
        {
            Volatile.Write(ref _failures, 0);
        }
        Volatile.Write(ref _lastSuccess, time.GetUtcNow().UtcTicks);
    }

    private static DateTimeOffset? At(ref long ticks) => Volatile.Read(ref ticks) is var at and not 0 ? new DateTimeOffset(at, TimeSpan.Zero) : null;
}
