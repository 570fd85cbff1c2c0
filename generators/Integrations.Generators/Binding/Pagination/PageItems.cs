namespace Integrations.Generators.Binding;

/// <summary>Where a page has its items.</summary>
internal sealed record PageItems(CollectionPlan List, IReadOnlyList<PropertyStep> Path)
{
    /// <summary>The page itself where it is a list, else its only list; null where there is none or more than one.</summary>
    public static PageItems? Of(TypePlan? page)
    {
        if (page is CollectionPlan { Map: false } whole)
            return new PageItems(whole, []);
        if (page is not ObjectPlan type)
            return null;
        PageItems? only = null;
        foreach (var property in type.Properties)
        {
            if (property.Type is not CollectionPlan { Map: false } list)
                continue;
            if (only is not null)
                return null;
            only = new PageItems(list, [new PropertyStep(type, property)]);
        }
        return only;
    }

    /// <summary>At a stated path, else where <see cref="Of"/> finds them.</summary>
    public static PageItems? At(TypePlan? page, string? path)
    {
        if (path is null)
            return Of(page);
        return PropertyPaths.Find(page, path) is { } steps && steps[steps.Count - 1].Property.Type is CollectionPlan { Map: false } list
            ? new PageItems(list, steps)
            : null;
    }
}
