using Integrations.OpenApi.Indexing;

namespace Integrations.OpenApi.Slicing;

/// <summary>Path items and what their references lead to: other path items, and, though OpenAPI does not allow it, operations that stand elsewhere.</summary>
internal static class PathItems
{
    /// <summary>A path item and those that its <c>$ref</c> leads to, nearest first.</summary>
    public static List<RawNode> Chain(SliceContext context, RawNode? start)
    {
        var chain = new List<RawNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var node = start; node is { IsObject: true } item;)
        {
            chain.Add(item);
            node = null;
            if (item.MemberText("$ref") is not { } reference || context.References.Resolve(reference, item) is not { } target) break;
            if (seen.Add(target.Key)) node = target.Node;
        }

        return chain;
    }

    /// <summary>The operations of a path item and its targets; the nearest of equal methods counts.</summary>
    public static Dictionary<string, RawNode> Methods(SliceContext context, List<RawNode> item)
    {
        var methods = new Dictionary<string, RawNode>(StringComparer.Ordinal);
        for (var i = item.Count - 1; i >= 0; i--)
        {
            foreach (var member in item[i].Members())
            {
                if (!member.Value.IsObject) continue;
                if (HttpMethods.Of(member.Key) is { } method) Put(context, methods, method, member.Value);
                if (member.Key != "additionalOperations") continue;
                foreach (var other in member.Value.Members()) Put(context, methods, other.Key.ToUpperInvariant(), other.Value);
            }
        }

        return methods;
    }

    private static void Put(SliceContext context, Dictionary<string, RawNode> methods, string method, RawNode node)
    {
        if (context.References.Follow(node)?.Node is { IsObject: true } operation) methods[method] = operation;
    }
}
