using System.Globalization;
using System.Net;

namespace Integrations.Resilience;

/// <summary>
/// How long an answer asks to wait: both forms of <c>Retry-After</c> (RFC 9110, section 10.2.3), seconds or a date; without it the reset of a limit of
/// which the answer says that nothing remains (GitHub's 403 and 429 come so).
/// </summary>
internal static class RetryAfter
{
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider time) =>
        Header(response, time)
        ?? (response.StatusCode != HttpStatusCode.ServiceUnavailable && RateLimitHeaders.TryRead(response, time, out var remaining, out var reset) && remaining == 0 ? reset : null);

    private static TimeSpan? Header(HttpResponseMessage response, TimeProvider time)
    {
        if (!response.Headers.NonValidated.TryGetValues("Retry-After", out var values))
        {
            return null;
        }
        var text = values.ToString();
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(365).TotalSeconds));
        }
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            var wait = date - time.GetUtcNow();
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
        return null;
    }
}
