using Integrations.Generators.Models;

namespace Integrations.Generators.Binding;

/// <summary>What of a document's prose becomes documentation: a summary of one paragraph, and the rest up to a bound.</summary>
internal static class DocText
{
    private const int MaxSummary = 400;
    private const int MaxRemarks = 1000;

    public static DocModel None { get; } = new("", "", Deprecated: false);

    public static DocModel Of(string? summary, string? description, bool deprecated = false)
    {
        var first = FirstParagraph(summary);
        var text = description?.Trim() ?? "";
        if (first.Length == 0)
        {
            first = FirstParagraph(text);
            text = text.Length > first.Length && text.StartsWith(first, StringComparison.Ordinal) ? text.Substring(first.Length).Trim() : "";
        }
        else if (text == first)
        {
            text = "";
        }
        return new DocModel(Cut(first, MaxSummary), Cut(text, MaxRemarks), deprecated);
    }

    private static string FirstParagraph(string? text)
    {
        if (text is null)
            return "";
        text = text.Trim();
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? text : text.Substring(0, end).TrimEnd();
    }

    /// <summary>Cuts at a word, and never within a surrogate pair.</summary>
    private static string Cut(string text, int max)
    {
        if (text.Length <= max)
            return text;
        var end = text.LastIndexOf(' ', max);
        if (end < max / 2)
            end = char.IsHighSurrogate(text[max - 1]) ? max - 1 : max;
        return text.Substring(0, end) + " …";
    }
}
