using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;

namespace Integrations.OpenApi;

/// <summary>Operations of one document, chosen by patterns.</summary>
public sealed class SpecSelection
{
    private readonly SpecIndex index;
    private readonly int[] rows;

    private SpecSelection(SpecIndex index, int[] rows, bool whole, IReadOnlyList<string> webhooks, IReadOnlyList<UnmatchedPattern> unmatched)
    {
        Webhooks = webhooks;
        this.index = index;
        this.rows = rows;
        Whole = whole;
        Unmatched = unmatched;
        Operations = whole ? index.Operations : [.. rows.Select(r => index.Operations[r])];
    }

    /// <summary>The operations, in the document's order.</summary>
    public IReadOnlyList<SpecOperationKey> Operations { get; }

    /// <summary>No pattern limits it: webhooks belong to it too.</summary>
    public bool Whole { get; }

    /// <summary>Pointers of the webhooks, in the document's order.</summary>
    internal IReadOnlyList<string> Webhooks { get; }

    /// <summary>Patterns that match no operation.</summary>
    public IReadOnlyList<UnmatchedPattern> Unmatched { get; }

    /// <summary>What several clients of one document ask for together.</summary>
    /// <param name="selections">Selections of one index; at least one.</param>
    public static SpecSelection Union(params SpecSelection[] selections)
    {
        if (selections.Length == 0) throw new ArgumentException("There is nothing to unite.", nameof(selections));
        var first = selections[0];
        if (selections.Any(s => s.index != first.index)) throw new ArgumentException("The selections are of different documents.", nameof(selections));
        var rows = new SortedSet<int>(selections.SelectMany(s => s.rows));
        return new SpecSelection(first.index, [.. rows], selections.Any(s => s.Whole), [.. first.index.Contents.Webhooks.Where(new HashSet<string>(selections.SelectMany(s => s.Webhooks), StringComparer.Ordinal).Contains)], [.. selections.SelectMany(s => s.Unmatched).Distinct()]);
    }

    internal static SpecSelection Of(SpecIndex index, IReadOnlyList<string>? patterns)
    {
        if (patterns is null || patterns.Count == 0) return new SpecSelection(index, [.. Enumerable.Range(0, index.Operations.Count)], true, [.. index.Contents.Webhooks.Where(IsStandard)], []);
        var included = new HashSet<int>();
        var excluded = new HashSet<int>();
        var unmatched = new List<UnmatchedPattern>();
        var webhooks = new HashSet<string>(StringComparer.Ordinal);
        var withoutWebhooks = new HashSet<string>(StringComparer.Ordinal);
        var includes = false;
        foreach (var text in patterns)
        {
            var pattern = new OperationPattern(text);
            var target = pattern.Excludes ? excluded : included;
            includes |= !pattern.Excludes;
            var matched = false;
            for (var i = 0; i < index.Rows.Count; i++)
            {
                if (!pattern.Matches(index.Rows[i])) continue;
                matched = true;
                target.Add(i);
            }

            if (pattern.Kind == PatternKind.Webhook)
            {
                foreach (var pointer in index.Contents.Webhooks.Where(w => OperationPattern.IsMatch(pattern.Glob, WebhookName(w))))
                {
                    matched = true;
                    (pattern.Excludes ? withoutWebhooks : webhooks).Add(pointer);
                }
            }

            if (!matched) unmatched.Add(new UnmatchedPattern(text, NearestNames.For(pattern, index.Rows, index.Contents.Webhooks.Select(WebhookName))));
        }

        var rows = Enumerable.Range(0, index.Rows.Count).Where(i => (!includes || included.Contains(i)) && !excluded.Contains(i));
        var named = index.Contents.Webhooks.Where(w => (includes ? webhooks.Contains(w) : IsStandard(w)) && !withoutWebhooks.Contains(w));
        return new SpecSelection(index, [.. rows], false, [.. named], unmatched);
    }

    /// <summary>The name of a webhook by its pointer.</summary>
    internal static string WebhookName(string pointer) => LocalPointer.Unescape(pointer.Substring(pointer.IndexOf('/', 2) + 1));

    // An extension is no part of the document unless it is asked for: GitHub's has 270 webhooks.
    private static bool IsStandard(string pointer) => pointer.StartsWith("#/webhooks/", StringComparison.Ordinal);
}

/// <summary>A pattern that matches nothing, and what it may have meant.</summary>
/// <param name="Pattern">The pattern as written.</param>
/// <param name="Nearest">Up to three names in the pattern's own notation, the nearest first.</param>
public sealed record UnmatchedPattern(string Pattern, IReadOnlyList<string> Nearest)
{
    /// <inheritdoc/>
    public bool Equals(UnmatchedPattern? other) => other is not null && Pattern == other.Pattern && Nearest.SequenceEqual(other.Nearest);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Pattern);
}
