using System.Globalization;

namespace Integrations.Http;

/// <summary>How values that are no text are written in parameters and headers (RFC 3339 for dates and times).</summary>
internal static class WireFormat
{
    public const string Date = "yyyy-MM-dd";
    public const string Time = "HH:mm:ss.FFFFFFF";

    public static string DateTimeOffset(DateTimeOffset value) =>
        value.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz";

    public static string? Text<T>(T? value, string? format = null)
        where T : struct, IFormattable => value?.ToString(format, CultureInfo.InvariantCulture);
}
