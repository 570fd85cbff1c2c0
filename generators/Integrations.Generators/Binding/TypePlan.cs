using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>
/// What a schema becomes, before names are resolved. A plan refers to other plans; once every declared plan has its name,
/// <see cref="Model"/> gives the type as emitted code names it.
/// </summary>
internal abstract class TypePlan
{
    /// <summary>The type; only after names are resolved.</summary>
    public abstract TypeModel Model { get; }

    /// <summary>Whether it has properties, and so can be sent as a form.</summary>
    public bool IsFormable() => this is ObjectPlan or CollectionPlan { Map: true };
}

/// <summary>A type that the runtime or the framework has.</summary>
internal sealed class PlainPlan(TypeModel model) : TypePlan
{
    /// <inheritdoc/>
    public override TypeModel Model { get; } = model;
}

/// <summary>A list or a map.</summary>
internal sealed class CollectionPlan(bool map, TypePlan item, bool itemNullable) : TypePlan
{
    private TypeModel? _model;

    /// <summary>Whether it is a map.</summary>
    public bool Map => map;

    /// <summary>What its elements are.</summary>
    public TypePlan Item => item;

    /// <inheritdoc/>
    public override TypeModel Model => _model ??= map ? WireTypes.Map(item.Model, itemNullable) : WireTypes.List(item.Model, itemNullable);
}

/// <summary>A type that is emitted.</summary>
/// <param name="candidate">The name that it wants.</param>
/// <param name="wire">Where its schema stands, as a pointer: unique.</param>
/// <param name="file">The component or operation whose file it goes to.</param>
/// <param name="schema">Its schema.</param>
internal abstract class DeclaredPlan(string candidate, string wire, FilePlan file, SpecSchema schema) : TypePlan
{
    private TypeModel? _model;

    public string Candidate => candidate;

    public string Wire => wire;

    public FilePlan File => file;

    public SpecSchema Schema => schema;

    /// <summary>Whether it is a component, and so has a name of the document's own.</summary>
    public bool IsComponent { get; init; }

    /// <summary>Its namespace; set before names are resolved.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>Its resolved name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its resolved name, fully qualified.</summary>
    public string FullName => "global::" + Namespace + "." + Name;

    /// <inheritdoc/>
    public override TypeModel Model => _model ??= MakeModel();

    protected abstract TypeModel MakeModel();
}

/// <summary>A class.</summary>
internal sealed class ObjectPlan(string candidate, string wire, FilePlan file, SpecSchema schema) : DeclaredPlan(candidate, wire, file, schema)
{
    public List<PropertyPlan> Properties { get; } = [];

    public TypePlan? Additional { get; set; }

    public bool AdditionalNullable { get; set; }

    /// <summary>The class that it extends, in a hierarchy.</summary>
    public ObjectPlan? Base { get; set; }

    /// <summary>Every class below it with its value.</summary>
    public List<(string Value, ObjectPlan Plan)> Derived { get; } = [];

    /// <summary>The property that tells the cases of its hierarchy apart.</summary>
    public string? Discriminator { get; set; }

    /// <summary>The discriminator values that mean this class, by property: from hierarchies and unions.</summary>
    public Dictionary<string, HashSet<string>> DiscriminatorValues { get; } = new(StringComparer.Ordinal);

    /// <summary>What its properties became, once they did.</summary>
    public List<PropertyModel>? PropertyModels { get; set; }

    /// <summary>For a multipart body: media type and delimiter of each property's parts; else null.</summary>
    public Dictionary<string, (string? ContentType, string? Delimiter, bool Deep)>? Parts { get; init; }

    /// <inheritdoc/>
    protected override TypeModel MakeModel() => WireTypes.Model(FullName);
}

/// <summary>A property of a planned class.</summary>
internal sealed class PropertyPlan(SpecProperty property, TypePlan type, bool nullable, bool required, SpecSchema resolved)
{
    public string Wire => property.Name;

    public SpecSchema Schema => property.Schema;

    /// <summary>The schema with its references followed, for what the property itself does not say.</summary>
    public SpecSchema Resolved => resolved;

    public TypePlan Type => type;

    /// <summary>Whether only the server sets it: by itself, or by what it refers to.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether no answer has it: by itself, or by what it refers to.</summary>
    public bool WriteOnly { get; init; }

    public bool Nullable => nullable;

    public bool Required => required;

    public string Name { get; set; } = "";
}

/// <summary>An open enum.</summary>
internal sealed class EnumPlan(string candidate, string wire, FilePlan file, SpecSchema schema, bool integer) : DeclaredPlan(candidate, wire, file, schema)
{
    public bool Integer => integer;

    /// <inheritdoc/>
    protected override TypeModel MakeModel() => WireTypes.Enum(FullName, integer);
}

/// <summary>A union.</summary>
internal sealed class UnionPlan(string candidate, string wire, FilePlan file, SpecSchema schema) : DeclaredPlan(candidate, wire, file, schema)
{
    public List<TypePlan> Cases { get; } = [];

    public string? Discriminator { get; set; }

    public List<(string Value, ObjectPlan Plan)> Mapping { get; } = [];

    /// <summary>The class for a value that the mapping lacks, and for none at all; or null.</summary>
    public ObjectPlan? Default { get; set; }

    /// <summary>Whether the document itself maps every case, so that another value of the discriminator is none of them.</summary>
    public bool IsExact { get; set; }

    /// <inheritdoc/>
    protected override TypeModel MakeModel() => WireTypes.Model(FullName);
}

/// <summary>A tuple: an array whose first items each have a schema of their own.</summary>
internal sealed class TuplePlan(string candidate, string wire, FilePlan file, SpecSchema schema) : DeclaredPlan(candidate, wire, file, schema)
{
    public List<TupleItemPlan> Items { get; } = [];

    /// <summary>What the items after those are.</summary>
    public TypePlan? Rest { get; set; }

    public bool RestNullable { get; set; }

    /// <inheritdoc/>
    protected override TypeModel MakeModel() => WireTypes.Model(FullName);
}

/// <summary>An item of a planned tuple.</summary>
internal sealed class TupleItemPlan(SpecSchema schema, TypePlan type)
{
    public SpecSchema Schema => schema;

    public TypePlan Type => type;

    public string Name { get; set; } = "";
}

/// <summary>A file of models: one per component, one per operation group for the types that operations state inline.</summary>
internal sealed class FilePlan(string name)
{
    public string Name => name;

    public List<DeclaredPlan> Types { get; } = [];
}
