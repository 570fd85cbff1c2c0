using System.Net;

namespace Integrations.Resilience;

/// <summary>Whether an attempt is followed by another, and after how long.</summary>
internal static class RetryRule
{
    /// <summary>Decides, and where the answer is yes takes from the budget and sets the delay.</summary>
    /// <param name="attempt">What came of the attempt.</param>
    /// <param name="index">Its number, from 0.</param>
    /// <param name="maxAttempts">How many there may be.</param>
    public static bool Decide(Attempt attempt, int index, int maxAttempts)
    {
        var call = attempt.Call;
        var settings = call.Pipeline.Settings.Retry;
        if (!attempt.IsTransient || index >= maxAttempts - 1 || !IsSafe(attempt, call) || call.Request.Body is { CanSendAgain: false })
        {
            return false;
        }
        var delay = Delay(attempt, index, settings, call.Owner.Random);
        if (delay >= call.Remaining || !call.Owner.Budget.TryTake())
        {
            return false;
        }
        attempt.Delay = delay;
        return true;
    }

    private static bool IsSafe(Attempt attempt, ApiCall call) =>
        call.Request.Operation.Idempotent
        || call.Request.HasIdempotencyKey
        || attempt.NothingSent
        || (attempt.Failure == Failure.None && attempt.Status == HttpStatusCode.TooManyRequests);

    /// <summary>A random part of a delay that doubles; after Retry-After at least that, and a random part so that not all come back at once.</summary>
    private static TimeSpan Delay(Attempt attempt, int index, RetrySettings settings, Func<double> random)
    {
        if (attempt.RetryAfter is { } asked)
        {
            return asked + (settings.Delay * random());
        }
        var throttled = attempt.Failure == Failure.None && attempt.Status == HttpStatusCode.TooManyRequests;
        var ceiling = Math.Min((throttled ? settings.ThrottledDelay : settings.Delay).TotalMilliseconds * Math.Pow(2, index), settings.MaxDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(ceiling * random());
    }
}
