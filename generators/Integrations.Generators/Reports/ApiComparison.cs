namespace Integrations.Generators.Reports;

/// <summary>A line of the listing that is no more, or is another one now.</summary>
/// <param name="Line">Its zero-based line in the accepted listing.</param>
/// <param name="Text">It.</param>
/// <param name="Now">What stands in its place; null where nothing does.</param>
internal readonly record struct ApiChange(int Line, string Text, string? Now);

/// <summary>What of an accepted listing has changed.</summary>
internal static class ApiComparison
{
    /// <summary>Compares.</summary>
    /// <param name="accepted">The accepted listing with its own line numbers.</param>
    /// <param name="current">The listing of what is emitted, sorted.</param>
    /// <returns>What is gone or changed, in the order of the accepted listing, and what is new.</returns>
    public static (List<ApiChange> Changed, List<string> New) Of(IReadOnlyList<(int Line, string Text)> accepted, IReadOnlyList<string> current)
    {
        var before = new HashSet<string>(accepted.Select(static line => line.Text), StringComparer.Ordinal);
        var added = new Dictionary<string, Queue<string>>(StringComparer.Ordinal);
        var now = new HashSet<string>(current, StringComparer.Ordinal);
        foreach (var line in current)
        {
            if (before.Contains(line))
                continue;
            if (!added.TryGetValue(Key(line), out var alike))
                added.Add(Key(line), alike = new Queue<string>());
            alike.Enqueue(line);
        }
        var changed = new List<ApiChange>();
        foreach (var (number, text) in accepted)
        {
            if (!now.Contains(text))
                changed.Add(new ApiChange(number, text, added.TryGetValue(Key(text), out var alike) && alike.Count > 0 ? alike.Dequeue() : null));
        }
        var left = new HashSet<string>(added.Values.SelectMany(static lines => lines), StringComparer.Ordinal);
        return (changed, [.. current.Where(left.Contains)]);
    }

    /// <summary>The name of what a line is about: overloads have one.</summary>
    private static string Key(string line)
    {
        var end = line.IndexOfAny([' ', '(']);
        return end < 0 ? line : line.Substring(0, end);
    }
}
