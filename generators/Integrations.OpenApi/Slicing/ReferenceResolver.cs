using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;

namespace Integrations.OpenApi.Slicing;

/// <summary>From what a document writes as a reference to a canonical key and its node.</summary>
internal sealed class ReferenceResolver(SliceContext context, DocumentBytes document)
{
    private static readonly string[] SchemaSections = ["#/components/schemas/", "#/definitions/"];
    private Dictionary<string, string>? anchors;

    /// <summary>The key and node of a reference; null (with a problem) where it leads nowhere or out of the document.</summary>
    public (string Key, RawNode Node)? Resolve(string reference, RawNode at)
    {
        var key = KeyOf(reference);
        if (key is not null && context.Store.Find(key) is { } node) return (key, node);
        context.Report(SpecProblemKind.Reference, at, key is null && !reference.StartsWith("#", StringComparison.Ordinal)
            ? $"'{reference}' is outside of this document; nothing else is read. Bundle the documents into one."
            : $"'{reference}' leads nowhere.");
        return null;
    }

    /// <summary>A schema by what a discriminator's mapping says: a bare name, a pointer, or a file named like the schema.</summary>
    public (string Key, RawNode Node)? ResolveMapping(string value, RawNode at)
    {
        if (Component(value) is { } direct) return direct;
        if (value.StartsWith("#", StringComparison.Ordinal)) return Resolve(value, at);
        var name = value.Substring(value.LastIndexOf('/') + 1);
        if (Component(name) is { } byLastSegment) return byLastSegment;
        var dot = name.LastIndexOf('.');
        if (dot > 0 && Component(name.Substring(0, dot)) is { } byStem) return byStem;
        return Resolve(value, at);
    }

    /// <summary>Follows references until something else stands there; null where they lead nowhere or in a circle.</summary>
    public (string? Key, RawNode Node)? Follow(RawNode node)
    {
        string? key = null;
        HashSet<string>? seen = null;
        while (node.MemberText("$ref") is { } reference)
        {
            if (Resolve(reference, node) is not { } target) return null;
            if (!(seen ??= new HashSet<string>(StringComparer.Ordinal)).Add(target.Key))
            {
                context.Report(SpecProblemKind.Reference, node, $"'{reference}' refers to itself.");
                return null;
            }

            (key, node) = (target.Key, target.Node);
        }

        return (key, node);
    }

    private string? KeyOf(string reference)
    {
        if (reference.StartsWith("#/", StringComparison.Ordinal))
        {
            var canonical = LocalPointer.Canonical(reference);
            // Some write names with a percent sign as they are.
            return canonical != reference && context.Store.Find(canonical) is null && context.Store.Find(reference) is not null ? reference : canonical;
        }

        if (Component(reference) is { } bare) return bare.Key;
        anchors ??= AnchorScan.Run(document);
        var key = LocalPointer.Canonical(reference);
        if (anchors.TryGetValue(key, out var pointer)) return pointer;
        var hash = key.IndexOf('#');
        // `schema-id#/a/b`: the identifier names a place, the rest walks on from there.
        return hash > 0 && anchors.TryGetValue(key.Substring(0, hash), out var root) ? root + key.Substring(hash + 1) : null;
    }

    private (string Key, RawNode Node)? Component(string name)
    {
        foreach (var section in SchemaSections)
        {
            var key = section + LocalPointer.Escape(name);
            if (name.Length > 0 && context.Contents.Fragments.ContainsKey(key) && context.Store.Find(key) is { } node) return (key, node);
        }

        return null;
    }
}
