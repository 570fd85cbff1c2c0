using Integrations.Generators.Emission;
using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>Makes the models of planned types, once every name is resolved.</summary>
internal static class SchemaModels
{
    public static SchemaModel Of(DeclaredPlan plan) => plan switch
    {
        ObjectPlan { Parts: not null } type => Multipart(type),
        ObjectPlan type => Object(type),
        EnumPlan type => Enum(type),
        UnionPlan type => UnionModels.Of(type),
        WebhooksPlan type => new WebhooksModel(type.Name, DocText.None, type.Rows()),
        HeadersPlan type => new HeadersModel(type.Name, DocText.None, EquatableArray.From(type.Headers.ConvertAll(static h => new HeaderModel(h.Wire, h.Name, h.Type, DocText.Of(null, h.Description))))),
        TuplePlan type => Tuple(type),
        _ => throw new InvalidOperationException(plan.GetType().Name),
    };

    private static ObjectModel Object(ObjectPlan plan)
    {
        var properties = Properties(plan);
        var derived = new List<CaseModel>(plan.Derived.Count);
        var values = new HashSet<string>(StringComparer.Ordinal);
        var order = new List<(int Depth, string Value, ObjectPlan Plan)>();
        foreach (var (value, type) in plan.Derived)
            order.Add((Depth(type), value, type));
        foreach (var (_, value, type) in order.OrderByDescending(static o => o.Depth))
        {
            if (values.Add(value))
                derived.Add(new CaseModel(value, type.FullName));
        }
        return new ObjectModel(
            plan.Name,
            DocText.Of(null, plan.Schema.Description ?? plan.Schema.Title, plan.Schema.Deprecated),
            plan.Base?.FullName,
            EquatableArray.From(properties),
            Root(plan).Additional?.Model,
            Root(plan).AdditionalNullable,
            plan.Discriminator,
            EquatableArray.From(derived),
            Sealed: derived.Count == 0);
    }

    /// <summary>The properties of a class with those that it has of its base; kept, because every class of a hierarchy asks its base for them.</summary>
    private static List<PropertyModel> Properties(ObjectPlan plan)
    {
        if (plan.PropertyModels is { } made)
            return made;
        var inherited = new Dictionary<string, PropertyModel>(StringComparer.Ordinal);
        if (plan.Base is not null)
        {
            foreach (var property in Properties(plan.Base))
                inherited[property.WireName] = property;
        }
        var properties = new List<PropertyModel>(plan.Properties.Count);
        foreach (var property in plan.Properties)
        {
            properties.Add(inherited.TryGetValue(property.Wire, out var known)
                ? known with { Inherited = true, Enforced = known.Enforced || Enforced(plan, property), Initializer = Initializer(plan, property, known.Type) }
                : Property(plan, property));
        }
        return plan.PropertyModels = properties;
    }

    private static TupleModel Tuple(TuplePlan plan) => new(
        plan.Name,
        DocText.Of(null, plan.Schema.Description ?? plan.Schema.Title, plan.Schema.Deprecated),
        EquatableArray.From(plan.Items.ConvertAll(static i => new TupleItemModel(i.Name, i.Type.Model, DocText.Of(null, i.Schema.Description ?? i.Schema.Title, i.Schema.Deprecated)))),
        plan.Rest?.Model ?? WireTypes.Element,
        plan.RestNullable);

    private static MultipartModel Multipart(ObjectPlan plan)
    {
        var parts = new List<PartModel>(plan.Properties.Count);
        foreach (var planned in plan.Properties)
        {
            // A part is there or not: it has no null.
            var property = Property(plan, planned);
            if (property.Presence != Presence.Required)
                property = property with { Presence = Presence.Optional };
            plan.Parts!.TryGetValue(planned.Wire, out var part);
            parts.Add(new PartModel(property, part.ContentType, part.Delimiter, part.Deep));
        }
        return new MultipartModel(plan.Name, DocText.Of(null, plan.Schema.Description ?? plan.Schema.Title, plan.Schema.Deprecated), EquatableArray.From(parts));
    }

    /// <summary>Additional properties of a hierarchy are kept where its root declares them.</summary>
    private static ObjectPlan Root(ObjectPlan plan) => plan.Base is null ? plan : Root(plan.Base);

    private static int Depth(ObjectPlan plan)
    {
        var depth = 0;
        for (var type = plan.Base; type is not null; type = type.Base)
            depth++;
        return depth;
    }

    private static PropertyModel Property(ObjectPlan plan, PropertyPlan property)
    {
        var type = property.Type.Model;
        var presence = PresenceOf(property);
        return new PropertyModel(
            property.Wire,
            property.Name,
            type,
            presence,
            DocText.Of(null, property.Schema.Description ?? property.Schema.Title ?? (property.Type is DeclaredPlan ? null : property.Resolved.Description), property.Schema.Deprecated),
            Enforced(plan, property),
            presence == Presence.Required ? Initializer(plan, property, type) : null,
            Inherited: false);
    }

    /// <summary>How a property treats absence and null.</summary>
    public static Presence PresenceOf(PropertyPlan property)
    {
        // What only the server sets cannot be asked of whoever makes the object.
        var required = property.Required && !property.ReadOnly;
        var nullable = property.Nullable && property.Type.Model.Kind != WireKind.Element;
        return (required, nullable) switch
        {
            (true, false) => Presence.Required,
            (true, true) => Presence.RequiredNullable,
            (false, false) => Presence.Optional,
            (false, true) => Presence.OptionalNullable,
        };
    }

    private static bool Enforced(ObjectPlan plan, PropertyPlan property) =>
        property.Required && !property.WriteOnly && !property.ReadOnly && property.Wire != plan.Discriminator;

    /// <summary>A constant that a new instance starts with: a <c>const</c>, an enum of one value, or the discriminator's value.</summary>
    private static string? Initializer(ObjectPlan plan, PropertyPlan property, TypeModel type)
    {
        string? value = null;
        if (plan.DiscriminatorValues.TryGetValue(property.Wire, out var values) && values.Count == 1)
            value = values.First();
        else if (property.Wire == plan.Discriminator)
            value = plan.IsComponent ? SchemaKeys.Name(plan.Wire) : "";
        if (value is not null)
        {
            return type.Kind switch
            {
                WireKind.String => CSharpText.Literal(value),
                WireKind.StringEnum => "new(" + CSharpText.Literal(value) + ")",
                _ => null,
            };
        }
        var schema = property.Resolved;
        var json = schema.Const ?? (schema.Enum.Count == 1 ? schema.Enum[0] : null);
        return type.Kind switch
        {
            WireKind.String when SchemaFacts.StringValue(json) is { } text => CSharpText.Literal(text),
            WireKind.Int64 when json is not null && SchemaFacts.IsInt64(json) => long.Parse(json, System.Globalization.CultureInfo.InvariantCulture).ToString(System.Globalization.CultureInfo.InvariantCulture),
            WireKind.Boolean when json is "true" or "false" => json,
            _ => null,
        };
    }

    private static EnumModel Enum(EnumPlan plan)
    {
        var schema = plan.Schema;
        var scope = new NameScope(
        [
            plan.Name, "Value", "Values", "Equals", "GetHashCode", "GetType", "ToString", "Deconstruct", "MemberwiseClone", "ReferenceEquals", "Finalize", "PrintMembers",
        ]);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var wires = new List<string>();
        var names = new List<string>();
        var docs = new List<string>();
        for (var i = 0; i < schema.Enum.Count; i++)
        {
            var wire = plan.Integer ? Digits(schema.Enum[i]) : SchemaFacts.StringValue(schema.Enum[i]);
            if (wire is null || !known.Add(wire))
                continue;
            var index = wires.Count;
            wires.Add(wire);
            names.Add("");
            docs.Add(i < schema.EnumDescriptions.Count ? schema.EnumDescriptions[i] : "");
            var stated = i < schema.EnumNames.Count && schema.EnumNames[i].Length > 0 ? schema.EnumNames[i] : wire;
            scope.Add(CSharpName.Pascal(stated), wire, name => names[index] = name);
        }
        scope.Resolve();
        var values = new EnumValueModel[wires.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = new EnumValueModel(wires[i], names[i], docs[i]);
        return new EnumModel(plan.Name, DocText.Of(null, schema.Description ?? schema.Title, schema.Deprecated), plan.Integer, new(values));
    }

    private static string? Digits(string json) =>
        SchemaFacts.IsInt64(json) ? long.Parse(json, System.Globalization.CultureInfo.InvariantCulture).ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
}
