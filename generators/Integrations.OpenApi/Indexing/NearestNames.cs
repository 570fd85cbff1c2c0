namespace Integrations.OpenApi.Indexing;

/// <summary>What a pattern that matches nothing may have meant.</summary>
internal static class NearestNames
{
    private const int Most = 3;
    private const int LongestName = 200;

    public static IReadOnlyList<string> For(OperationPattern pattern, IReadOnlyList<IndexedOperation> operations, IEnumerable<string> webhooks)
    {
        var sign = pattern.Excludes ? "!" : "";
        var (wanted, names) = pattern.Kind switch
        {
            PatternKind.Tag => (pattern.Glob, operations.Select(o => o.Key.Tag).Concat(operations.SelectMany(o => o.OtherTags)).OfType<string>()),
            PatternKind.Webhook => (pattern.Glob, webhooks),
            PatternKind.Path => (pattern.Glob, operations.Select(o => o.Key.Path)),
            PatternKind.MethodAndPath => (pattern.Method + " " + pattern.Glob, operations.Select(o => o.Key.Method + " " + o.Key.Path)),
            _ => (pattern.Glob, operations.Select(o => o.Key.OperationId).OfType<string>()),
        };
        var prefix = sign + pattern.Kind switch { PatternKind.Tag => "tag:", PatternKind.Webhook => "webhook:", _ => "" };
        return
        [
            .. names.Distinct(StringComparer.Ordinal)
                .Select(name => (name, distance: Distance(wanted, name)))
                .OrderBy(n => n.distance).ThenBy(n => n.name, StringComparer.Ordinal)
                .Take(Most)
                .Select(n => prefix + n.name),
        ];
    }

    /// <summary>Levenshtein's distance, ignoring case: a wrong case is the most likely mistake.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > LongestName) a = a.Substring(0, LongestName);
        if (b.Length > LongestName) b = b.Substring(0, LongestName);
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
