using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Files;

/// <summary>
/// What in a text looks like the path of another document: what follows a <c>$ref</c>, and whatever ends in <c>.json</c>, <c>.yaml</c> or
/// <c>.yml</c>. A search, not a parse, because it is done for every file of a document after each change of one; too much does no harm.
/// </summary>
internal static class FileMentions
{
    private const int Chunk = 32 * 1024;
    private const int LongestPath = 1024;

    private static readonly string[] Endings = [".json", ".yaml", ".yml"];
    private static readonly ConditionalWeakTable<SourceText, string[]> Known = new();

    /// <summary>The mentions of a text, each once; found once per text.</summary>
    public static string[] Of(SourceText text) => Known.GetValue(text, static t => Search(t));

    private static string[] Search(SourceText text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var buffer = new char[Math.Min(text.Length, Chunk + (2 * LongestPath))];
        // Chunks overlap on both sides by the longest path, so that none is cut.
        for (var at = 0; at < text.Length; at += Chunk)
        {
            var start = Math.Max(0, at - LongestPath);
            var length = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, length);
            Search(buffer.AsSpan(0, length), found);
        }

        var mentions = new string[found.Count];
        found.CopyTo(mentions);
        Array.Sort(mentions, StringComparer.Ordinal);
        return mentions;
    }

    private static void Search(ReadOnlySpan<char> text, HashSet<string> found)
    {
        for (int next, at = 0; (next = text.Slice(at).IndexOf("$ref".AsSpan())) >= 0;)
        {
            at += next + 4;
            AfterReference(text.Slice(at, Math.Min(LongestPath, text.Length - at)), found);
        }

        foreach (var ending in Endings)
        {
            for (int next, at = 0; (next = text.Slice(at).IndexOf(ending.AsSpan())) >= 0;)
            {
                at += next + ending.Length;
                BeforeEnding(text.Slice(Math.Max(0, at - LongestPath), Math.Min(at, LongestPath)), found);
            }
        }
    }

    private static void AfterReference(ReadOnlySpan<char> rest, HashSet<string> found)
    {
        rest = rest.TrimStart("\"' \t".AsSpan());
        if (rest.Length == 0 || rest[0] != ':') return;
        rest = rest.Slice(1).TrimStart();
        if (rest.Length == 0 || rest[0] == '#') return;
        if (rest[0] is '"' or '\'')
        {
            var end = rest.Slice(1).IndexOf(rest[0]);
            if (end > 0) Add(rest.Slice(1, end), found);
            return;
        }

        var line = rest.IndexOfAny('\r', '\n');
        if (line >= 0) rest = rest.Slice(0, line);
        Add(rest, found);
        // Within `{$ref: a.yml, x: y}` a plain value ends earlier.
        var flow = rest.IndexOfAny(',', '}', ']');
        if (flow > 0) Add(rest.Slice(0, flow), found);
    }

    private static void BeforeEnding(ReadOnlySpan<char> text, HashSet<string> found)
    {
        var start = text.LastIndexOfAny("\"'\r\n{[,".AsSpan()) + 1;
        text = text.Slice(start);
        foreach (var separator in new[] { ": ", "- ", ":\t" })
        {
            var at = text.LastIndexOf(separator.AsSpan());
            if (at >= 0) text = text.Slice(at + separator.Length);
        }

        Add(text, found);
    }

    private static void Add(ReadOnlySpan<char> mention, HashSet<string> found)
    {
        var fragment = mention.IndexOf('#');
        if (fragment >= 0) mention = mention.Slice(0, fragment);
        mention = mention.Trim();
        if (mention.Length is > 0 and < LongestPath) found.Add(Unescape(mention.ToString()));
    }

    // JSON may write `..\/models\/pet.json`; no path has an escape else.
    private static string Unescape(string mention) => mention.Replace("\\/", "/");
}
