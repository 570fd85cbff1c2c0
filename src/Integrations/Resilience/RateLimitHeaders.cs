using System.Globalization;

namespace Integrations.Resilience;

/// <summary>
/// What an answer says of the server's limit: <c>RateLimit</c> and <c>RateLimit-Policy</c> (draft-ietf-httpapi-ratelimit-headers, in its form of
/// 2024, <c>"default";r=50;t=30</c>, and of 2023, <c>limit=100, remaining=50, reset=30</c>), and the older <c>RateLimit-Remaining</c>,
/// <c>X-RateLimit-Remaining</c> and <c>X-Rate-Limit-Remaining</c> with their resets, which are seconds or a Unix time.
/// </summary>
internal static class RateLimitHeaders
{
    // Above it a number is a Unix time, not a span: 2001 in seconds, or 31 years.
    private const double UnixTime = 1e9;

    private static readonly (string Remaining, string Reset, string ResetAfter)[] s_older =
    [
        ("X-RateLimit-Remaining", "X-RateLimit-Reset", "X-RateLimit-Reset-After"),
        ("RateLimit-Remaining", "RateLimit-Reset", "RateLimit-Reset-After"),
        ("X-Rate-Limit-Remaining", "X-Rate-Limit-Reset", "X-Rate-Limit-Reset-After"),
    ];

    /// <summary>Reads how many requests remain, and until when.</summary>
    /// <returns>Whether both are said.</returns>
    public static bool TryRead(HttpResponseMessage response, TimeProvider time, out long remaining, out TimeSpan reset)
    {
        foreach (var (remainingName, resetName, resetAfterName) in s_older)
        {
            if (Text(response, remainingName) is { } text && TryNumber(text, out var number))
            {
                remaining = (long)number;
                return (Text(response, resetAfterName) is { } after && TryReset(after, time, out reset))
                    || (Text(response, resetName) is { } at && TryReset(at, time, out reset))
                    || None(out reset);
            }
        }
        if (Text(response, "RateLimit") is { } structured && TryStructured(structured, out remaining, out var seconds))
        {
            if (seconds is null && Text(response, "RateLimit-Policy") is { } policy)
            {
                seconds = Parameter(policy, "w");
            }
            reset = seconds is { } span ? TimeSpan.FromSeconds(Math.Min(span, TimeSpan.FromDays(365).TotalSeconds)) : TimeSpan.Zero;
            return seconds is not null;
        }
        remaining = 0;
        return None(out reset);
    }

    /// <summary>The item with the least remaining; in the older form all of it is one.</summary>
    private static bool TryStructured(ReadOnlySpan<char> text, out long remaining, out double? reset)
    {
        (remaining, reset) = (0, null);
        if (Parameter(text, "remaining") is { } left)
        {
            (remaining, reset) = ((long)left, Parameter(text, "reset"));
            return true;
        }
        var found = false;
        while (text.Length > 0)
        {
            var end = End(text, ',');
            var item = text[..end];
            text = text[Math.Min(end + 1, text.Length)..];
            if (Parameter(item, "r") is { } r && (!found || r < remaining))
            {
                (remaining, reset, found) = ((long)r, Parameter(item, "t"), true);
            }
        }
        return found;
    }

    /// <summary>The first number of a name among what commas and semicolons part; null where there is none.</summary>
    private static double? Parameter(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        while (text.Length > 0)
        {
            var end = Math.Min(End(text, ';'), End(text, ','));
            var part = text[..end].Trim();
            text = text[Math.Min(end + 1, text.Length)..];
            var equals = part.IndexOf('=');
            if (equals > 0 && part[..equals].TrimEnd().Equals(name, StringComparison.OrdinalIgnoreCase) && TryNumber(part[(equals + 1)..], out var number))
            {
                return number;
            }
        }
        return null;
    }

    /// <summary>Where a separator stands outside of quotes, or the end.</summary>
    private static int End(ReadOnlySpan<char> text, char separator)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (quoted && text[i] == '\\')
            {
                i++;
            }
            else if (!quoted && text[i] == separator)
            {
                return i;
            }
        }
        return text.Length;
    }

    private static bool TryReset(ReadOnlySpan<char> text, TimeProvider time, out TimeSpan reset)
    {
        reset = default;
        if (!TryNumber(text, out var number))
        {
            return false;
        }
        if (number >= UnixTime)
        {
            var seconds = number >= UnixTime * 1000 ? number / 1000 : number;
            number = Math.Max(0, seconds - (time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds);
        }
        reset = TimeSpan.FromSeconds(Math.Min(number, TimeSpan.FromDays(365).TotalSeconds));
        return true;
    }

    /// <summary>The number that a value begins with (several limits in one value are parted by commas); below 0 is 0.</summary>
    private static bool TryNumber(ReadOnlySpan<char> text, out double number)
    {
        var comma = text.IndexOfAny(',', ';');
        if (!double.TryParse(comma < 0 ? text : text[..comma], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }
        number = Math.Clamp(number, 0, long.MaxValue / 1024);
        return true;
    }

    private static string? Text(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static bool None(out TimeSpan reset)
    {
        reset = default;
        return false;
    }
}
