using Integrations.Generators.Models;

namespace Integrations.Generators.Binding;

/// <summary>Finds properties by their names on the wire.</summary>
internal static class PropertyPaths
{
    /// <summary>A path as a declaration writes it, with dots between; null where it leads nowhere. A name with a dot in it may be written as it is.</summary>
    public static IReadOnlyList<PropertyStep>? Find(TypePlan? type, string path)
    {
        if (type is not ObjectPlan owner)
            return null;
        if (owner.Properties.Find(p => p.Wire == path) is { } whole)
            return [new PropertyStep(owner, whole)];
        for (var dot = path.IndexOf('.'); dot > 0; dot = path.IndexOf('.', dot + 1))
        {
            if (owner.Properties.Find(p => p.Wire == path.Substring(0, dot)) is { } first && Find(first.Type, path.Substring(dot + 1)) is { } rest)
                return [new PropertyStep(owner, first), .. rest];
        }
        return null;
    }

    /// <summary>The same by names that are equal but for case and separators (<c>next_page.token</c> is <c>nextPage.token</c>).</summary>
    public static IReadOnlyList<PropertyStep>? FindPlain(TypePlan? type, string path)
    {
        if (type is not ObjectPlan owner)
            return null;
        var dot = path.IndexOf('.');
        var name = dot < 0 ? path : path.Substring(0, dot);
        if (owner.Properties.Find(p => Plain(p.Wire) == name) is not { } property)
            return null;
        if (dot < 0)
            return [new PropertyStep(owner, property)];
        return FindPlain(property.Type, path.Substring(dot + 1)) is { } rest ? [new PropertyStep(owner, property), .. rest] : null;
    }

    /// <summary>A name in lower case without what parts its words.</summary>
    public static string Plain(string name)
    {
        var text = new System.Text.StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
                text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    /// <summary>The kind of what a path leads to, where it is a type that the runtime has.</summary>
    public static WireKind? Kind(IReadOnlyList<PropertyStep> path) =>
        path[path.Count - 1].Property.Type is PlainPlan plain ? plain.Model.Kind : null;
}
