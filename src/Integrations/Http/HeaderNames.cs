namespace Integrations.Http;

internal static class HeaderNames
{
    public const string RequestId = "X-Request-ID";
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Whether System.Net.Http keeps the header on the content.</summary>
    public static bool IsContent(string name) =>
        name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
            ? IsKnownContent(name.AsSpan(8))
            : name.Equals("Allow", StringComparison.OrdinalIgnoreCase)
              || name.Equals("Expires", StringComparison.OrdinalIgnoreCase)
              || name.Equals("Last-Modified", StringComparison.OrdinalIgnoreCase);

    private static bool IsKnownContent(ReadOnlySpan<char> rest)
    {
        foreach (var known in (ReadOnlySpan<string>)["Type", "Encoding", "Language", "Location", "Disposition", "MD5", "Range", "Length"])
        {
            if (rest.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }
}
