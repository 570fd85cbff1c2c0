using Integrations.OpenApi.Files;
using Integrations.OpenApi.Text;

namespace Integrations.OpenApi.Slicing;

/// <summary>From what a document writes as a reference to a canonical key and its node.</summary>
internal sealed class ReferenceResolver(SliceContext context)
{
    private static readonly string[] SchemaSections = ["#/components/schemas/", "#/definitions/"];
    private ComponentAliases? aliases;

    private ComponentAliases Aliases => aliases ??= new ComponentAliases(context, (reference, node) => Locate(reference, node.Tape.File, node));

    /// <summary>The key and node of a reference; null (with a problem) where it leads nowhere or out of the project.</summary>
    public (string Key, RawNode Node)? Resolve(string reference, RawNode at)
    {
        if (TryResolve(reference, at) is { } target) return target;
        if (!context.Problems.Full) context.Report(Model.SpecProblemKind.Reference, at, new LostReference(context.Store, reference, at.Tape.File).Message);
        return null;
    }

    /// <summary>The same without a problem.</summary>
    public (string Key, RawNode Node)? TryResolve(string reference, RawNode at) =>
        Locate(reference, at.Tape.File, at) is { } target ? Aliases.Of(target.Key, target.Node) : null;

    /// <summary>A schema by what a discriminator's mapping says: a bare name, a pointer, a file, or a file named like the schema.</summary>
    public (string Key, RawNode Node)? ResolveMapping(string value, RawNode at)
    {
        if (Component(value) is { } direct) return Aliases.Of(direct.Key, direct.Node);
        if (value.StartsWith("#", StringComparison.Ordinal)) return Resolve(value, at);
        if (TryResolve(value, at) is { } file) return file;
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
                context.Report(Model.SpecProblemKind.Reference, node, $"'{reference}' refers to itself.");
                return null;
            }

            (key, node) = (target.Key, target.Node);
        }

        return (key, node);
    }

    private (string Key, RawNode Node)? Locate(string reference, SourceFile from, RawNode at) =>
        KeyOf(reference, from, at) is { } key && context.Store.Find(key) is { } node ? (key, node) : null;

    private string? KeyOf(string reference, SourceFile from, RawNode at)
    {
        var hash = reference.IndexOf('#');
        if (hash == 0) return Local(reference, from, at);
        if (from.IsRoot && Component(reference) is { } bare) return bare.Key;
        if (Anchor(LocalPointer.Canonical(reference), from) is { } identified) return identified;
        if (FilePath.Resolve(from.Path, hash < 0 ? reference : reference.Substring(0, hash)) is not { } path || context.Store.File(path) is not { } file)
            return Identified(reference, from, at);
        if (hash > 0) return Local(reference.Substring(hash), file, null);
        return file.IsRoot ? null : file.Key;
    }

    /// <summary>The key of a reference that is relative to the <c>$id</c> of a schema around it, or to the document's <c>$self</c>.</summary>
    private string? Identified(string reference, SourceFile from, RawNode at)
    {
        var self = context.Store.Find("#/$self") is { IsString: true } stated && Uri.TryCreate(stated.Text, UriKind.Absolute, out var address) ? address : null;
        var home = SchemaBase.Of(at, from.IsRoot ? self : null);
        if (!(home is null ? Uri.TryCreate(reference, UriKind.Absolute, out var target) : Uri.TryCreate(home, reference, out target)) || !target.IsAbsoluteUri) return null;
        var fragment = target.Fragment;
        var document = target.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped);
        if (self is not null && document == self.AbsoluteUri) return fragment.Length > 1 ? Local(fragment, context.Store.Root, null) : null;
        return Anchor(document + (fragment.Length > 1 ? LocalPointer.Canonical(fragment) : ""), from);
    }

    /// <summary>The key of <c>#...</c> in a file.</summary>
    private string? Local(string reference, SourceFile file, RawNode? at)
    {
        var canonical = LocalPointer.Canonical(reference);
        if (canonical.Length == 1) return file.IsRoot ? at is { } self ? SchemaRoot(self) : null : file.Key;
        if (canonical[1] != '/') return Anchor(canonical, file);
        var key = file.Key + canonical;
        if (context.Store.Find(key) is not null) return key;
        // Some write names with a percent sign as they are.
        if (canonical != reference && context.Store.Find(file.Key + reference) is not null) return file.Key + reference;
        // A schema that came from elsewhere may refer to its own parts: `#/definitions/X` from the schema's root, not the document's.
        return at is { } node && SchemaRoot(node) is { } root && context.Store.Find(root + canonical.Substring(1)) is not null ? root + canonical.Substring(1) : null;
    }

    private static string? SchemaRoot(RawNode node)
    {
        var pointer = node.Tape.Fragment.Pointer;
        return node.Tape.File.IsRoot && Array.Exists(SchemaSections, s => pointer.StartsWith(s, StringComparison.Ordinal)) ? pointer : null;
    }

    private static string? Anchor(string key, SourceFile file)
    {
        if (file.Document is not { } document) return null;
        var anchors = file.Anchors ??= AnchorScan.Run(document);
        if (anchors.Count == 0) return null;
        if (anchors.TryGetValue(key, out var pointer)) return InFile(file, pointer);
        var hash = key.IndexOf('#');
        // `schema-id#/a/b`: the identifier names a place, the rest walks on from there.
        return hash > 0 && anchors.TryGetValue(key.Substring(0, hash), out var root) ? InFile(file, FragmentStore.Below(root, key.Substring(hash + 1))) : null;
    }

    private static string? InFile(SourceFile file, string pointer) => pointer.Length > 1 ? file.Key + pointer : file.IsRoot ? null : file.Key;

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
