using Integrations.OpenApi.Indexing;

namespace Integrations.OpenApi.Slicing;

/// <summary>
/// A component that is nothing but a reference to a file (<c>Pet: {$ref: models/pet.yml}</c>) gives what stands there its name: whoever refers
/// to the file means the component, so that both are one type.
/// </summary>
internal sealed class ComponentAliases
{
    private const int MostHops = 32;

    private readonly SliceContext context;
    private readonly Func<string, RawNode, (string Key, RawNode Node)?> locate;
    private readonly Dictionary<string, string> components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RawNode> targets = new(StringComparer.Ordinal);

    public ComponentAliases(SliceContext context, Func<string, RawNode, (string Key, RawNode Node)?> locate)
    {
        this.context = context;
        this.locate = locate;
        if (context.Store.Files.Count == 0) return;
        foreach (var fragment in context.Contents.Fragments.Values.Where(IsSmallSchema).OrderBy(f => f.Start)) Add(fragment.Pointer);
    }

    /// <summary>What a key means.</summary>
    public (string Key, RawNode Node) Of(string key, RawNode node)
    {
        if (components.TryGetValue(key, out var component)) key = component;
        return targets.TryGetValue(key, out var target) ? (key, target) : (key, node);
    }

    // A reference alone is short; reading every schema for this would cost as much as the whole document.
    private static bool IsSmallSchema(Fragment fragment) =>
        fragment.Length < 1024
        && (fragment.Pointer.StartsWith("#/components/schemas/", StringComparison.Ordinal) || fragment.Pointer.StartsWith("#/definitions/", StringComparison.Ordinal));

    private void Add(string component)
    {
        if (context.Store.Find(component) is not { } node) return;
        var keys = new List<string>();
        for (var hops = 0; hops < MostHops && IsReferenceAlone(node) && locate(node.MemberText("$ref")!, node) is { } target; hops++)
        {
            // What is a component by itself has its own name.
            if (target.Key.StartsWith("#", StringComparison.Ordinal)) return;
            keys.Add(target.Key);
            node = target.Node;
        }

        if (keys.Count == 0 || keys.Exists(components.ContainsKey)) return;
        foreach (var key in keys) components[key] = component;
        targets[component] = node;
    }

    private static bool IsReferenceAlone(RawNode node) => node.MemberText("$ref") is not null && node.Members().Count() == 1;
}
