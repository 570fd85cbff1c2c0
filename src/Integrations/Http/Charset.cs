using System.Text;
using Integrations.Resilience;

namespace Integrations.Http;

/// <summary>The text of a body in the charset that Content-Type names; UTF-8 where it names none or an unknown one.</summary>
internal static class Charset
{
    private const int Excerpt = 8192;

    /// <summary>Another encoding than UTF-8, or null. Without parsing the header into the collection, which would cost at each call.</summary>
    public static Encoding? Other(HttpResponseMessage response)
    {
        var type = ContentType(response);
        var at = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }
        var name = type.AsSpan(at + 8);
        var end = name.IndexOf(';');
        name = (end < 0 ? name : name[..end]).Trim().Trim('"');
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        try
        {
            return Encoding.GetEncoding(name.ToString());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public static ReadOnlySpan<byte> Utf8(Attempt attempt) =>
        Other(attempt.Response!) is { } encoding ? Encoding.Convert(encoding, Encoding.UTF8, attempt.Body.ToArray()) : attempt.Body;

    public static string Text(Attempt attempt)
    {
        var text = (Other(attempt.Response!) ?? Encoding.UTF8).GetString(attempt.Body);
        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }

    /// <summary>The beginning of an error's body, or null where it is empty or no text.</summary>
    public static string? ExcerptOf(Attempt attempt)
    {
        var body = attempt.Body;
        if (body.IsEmpty || !IsText(ContentType(attempt.Response!)))
        {
            return null;
        }
        var text = (Other(attempt.Response!) ?? Encoding.UTF8).GetString(body[..Math.Min(body.Length, 4 * Excerpt)]);
        return text.Length <= Excerpt ? text : text[..Excerpt];
    }

    private static bool IsText(string type) =>
        type.Length == 0
        || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || type.Contains("json", StringComparison.OrdinalIgnoreCase)
        || type.Contains("xml", StringComparison.OrdinalIgnoreCase)
        || type.Contains("form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static string ContentType(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : "";
}
