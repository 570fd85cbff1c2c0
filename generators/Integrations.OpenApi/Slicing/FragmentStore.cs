using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Text;

namespace Integrations.OpenApi.Slicing;

/// <summary>Finds nodes by pointer; reads only the fragments that somebody asks for.</summary>
internal sealed class FragmentStore(IndexContents contents, DocumentBytes document, ProblemList problems)
{
    // Fragments are the units of the index: nothing is nested deeper than components/section/name.
    private const int DeepestFragment = 3;
    private const int MostHops = 32;

    private readonly Dictionary<string, JsonTape> tapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RawNode?> found = new(StringComparer.Ordinal);

    /// <summary>The node of a canonical pointer, or null where it leads nowhere.</summary>
    public RawNode? Find(string pointer)
    {
        if (found.TryGetValue(pointer, out var known)) return known;
        return found[pointer] = Walk(pointer, 0);
    }

    /// <summary>Reads a fragment that is asked for once, without keeping it.</summary>
    public RawNode? ReadOnce(string pointer) =>
        contents.Fragments.TryGetValue(pointer, out var fragment) ? Read(fragment).Root : null;

    private RawNode? Walk(string pointer, int hops)
    {
        if (hops > MostHops || !pointer.StartsWith("#/", StringComparison.Ordinal)) return null;
        var segments = LocalPointer.Segments(pointer);
        var prefix = "#";
        Fragment? fragment = null;
        var depth = 0;
        for (var i = 0; i < Math.Min(DeepestFragment, segments.Length); i++)
        {
            prefix += "/" + LocalPointer.Escape(segments[i]);
            if (!contents.Fragments.TryGetValue(prefix, out var candidate)) continue;
            (fragment, depth) = (candidate, i + 1);
        }

        if (fragment is null) return null;
        var node = Tape(fragment).Root;
        for (var i = depth; i < segments.Length; i++)
        {
            if (Child(node, segments[i]) is { } child)
            {
                node = child;
                continue;
            }

            // A pointer may lead through a node that is itself a reference.
            if (node.MemberText("$ref") is not { } reference) return null;
            var rest = string.Concat(segments.Skip(i).Select(s => "/" + LocalPointer.Escape(s)));
            return Walk(LocalPointer.Canonical(reference) + rest, hops + 1);
        }

        return node;
    }

    private static RawNode? Child(RawNode node, string segment)
    {
        if (node.IsObject) return node.Member(segment);
        return int.TryParse(segment, out var position) ? node.Item(position) : null;
    }

    private JsonTape Tape(Fragment fragment)
    {
        if (tapes.TryGetValue(fragment.Pointer, out var tape)) return tape;
        return tapes[fragment.Pointer] = Read(fragment);
    }

    private JsonTape Read(Fragment fragment) => JsonTape.Read(fragment, document.Bytes, document.Cursor(fragment), problems);
}
