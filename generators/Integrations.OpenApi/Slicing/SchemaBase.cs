namespace Integrations.OpenApi.Slicing;

/// <summary>What a relative identifier starts from: the <c>$id</c>s of the schemas around it, each relative to the one around that.</summary>
internal static class SchemaBase
{
    /// <summary>The address, or null where nothing around it has one.</summary>
    public static Uri? Of(RawNode at, Uri? outermost)
    {
        var known = outermost;
        var (node, end) = (at.Tape.Root, at.Index);
        while (true)
        {
            if (node.MemberText("$id") is { } id) known = Combine(known, id) ?? known;
            if (node.Index == end || Around(node, end) is not { } child) return known;
            node = child;
        }
    }

    private static Uri? Combine(Uri? known, string id)
    {
        if (known is null) return Uri.TryCreate(id, UriKind.Absolute, out var absolute) ? absolute : null;
        return Uri.TryCreate(known, id, out var relative) ? relative : null;
    }

    private static RawNode? Around(RawNode node, int index)
    {
        if (node.IsArray)
        {
            foreach (var item in node.Items())
                if (index < item.Tape[item.Index].Next) return item;
        }
        else
        {
            foreach (var member in node.Members())
                if (index >= member.Value.Index && index < member.Value.Tape[member.Value.Index].Next) return member.Value;
        }

        return null;
    }
}
