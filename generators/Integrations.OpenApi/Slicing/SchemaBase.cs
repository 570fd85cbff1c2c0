namespace Integrations.OpenApi.Slicing;

/// <summary>What a relative identifier starts from: the <c>$id</c>s of the schemas around it, each relative to the one around that.</summary>
internal static class SchemaBase
{
    /// <summary>The address, or null where nothing around it has one.</summary>
    public static Uri? Of(RawNode at, Uri? outermost)
    {
        var known = outermost;
        foreach (var (start, end, id) in at.Tape.Identifiers)
            if (start <= at.Index && at.Index < end) known = Combine(known, id) ?? known;
        return known;
    }

    private static Uri? Combine(Uri? known, string id)
    {
        if (known is null) return Uri.TryCreate(id, UriKind.Absolute, out var absolute) ? absolute : null;
        return Uri.TryCreate(known, id, out var relative) ? relative : null;
    }
}
