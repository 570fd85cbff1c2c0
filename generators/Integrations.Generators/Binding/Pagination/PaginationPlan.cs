using Integrations.Generators.Models;

namespace Integrations.Generators.Binding;

/// <summary>How an operation is paginated, before names are resolved.</summary>
internal sealed class PaginationPlan(PageKind kind, CollectionPlan list, IReadOnlyList<PropertyStep> items)
{
    public PageKind Kind => kind;

    public CollectionPlan List => list;

    public IReadOnlyList<PropertyStep> Items => items;

    public IReadOnlyList<PropertyStep> Next { get; init; } = [];

    public IReadOnlyList<PropertyStep> More { get; init; } = [];

    public IReadOnlyList<PropertyStep> Id { get; init; } = [];

    public IReadOnlyList<PropertyStep> Total { get; init; } = [];

    public ParameterPlan? Parameter { get; init; }

    public ParameterPlan? Size { get; init; }

    public int First { get; init; } = 1;

    public PaginationModel Model()
    {
        var type = list.Model;
        var item = type.ItemNullable ? WireTypes.Nullable(type.Item!).Name : type.Item!.Name;
        return new PaginationModel(
            kind, item, Access(items), Access(Next), Access(More), Access(Id), Access(Total),
            Parameter?.Wire, Size?.Wire, First, Number(Size?.Spec?.Schema.Default), Number(Size?.Spec?.Schema.Maximum));
    }

    private static EquatableArray<AccessModel> Access(IReadOnlyList<PropertyStep> steps)
    {
        var access = new AccessModel[steps.Count];
        for (var i = 0; i < access.Length; i++)
            access[i] = steps[i].Access();
        return new(access);
    }

    private static int Number(string? text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>A step from an object into a property of it.</summary>
internal sealed record PropertyStep(ObjectPlan Owner, PropertyPlan Property)
{
    /// <summary>The step as emitted code takes it: where a base class declares the property, as that one does.</summary>
    public AccessModel Access()
    {
        var property = Property;
        for (var type = Owner.Base; type is not null; type = type.Base)
            property = type.Properties.Find(p => p.Wire == Property.Wire) ?? property;
        return new AccessModel(property.Name, property.Type.Model.Kind, SchemaModels.PresenceOf(property));
    }
}
