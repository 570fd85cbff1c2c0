using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>
/// Gathers the types that a document's schemas become. A component becomes a type of its own (class, enum, union) or, where C# has the type
/// already (a list, a map, a string), is used as that type. Classes are filled from a queue, so that a document's depth of references
/// is not the stack's.
/// </summary>
internal sealed partial class SchemaPlanner
{
    private static readonly PlainPlan s_element = new(WireTypes.Element);

    private readonly IReadOnlyDictionary<string, SpecSchema> _schemas;
    private readonly Dictionary<string, (TypePlan Plan, bool Nullable)> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Reference, string Role), (TypePlan Plan, bool Nullable)> _shared = [];
    private readonly HashSet<string> _inProgress = new(StringComparer.Ordinal);
    private readonly Queue<Action> _pending = new();
    private readonly Hierarchies _hierarchies;
    private readonly Action<SpecSchema, string> _raw;
    private readonly Action<SpecSchema, string> _limit;
    private readonly EmissionBudget _budget;
    private readonly Dictionary<string, MergedSchema> _merged = new(StringComparer.Ordinal);
    private int _enumText;
    private int _unionCases;

    /// <param name="schemas">The document's components.</param>
    /// <param name="raw">Told what could only be typed as raw, and why.</param>
    /// <param name="limit">Told which limit is exceeded, and what is done.</param>
    /// <param name="budget">What the document may still become.</param>
    public SchemaPlanner(IReadOnlyDictionary<string, SpecSchema> schemas, Action<SpecSchema, string> raw, Action<SpecSchema, string> limit, EmissionBudget budget)
    {
        _budget = budget;
        _schemas = schemas;
        _raw = raw;
        _limit = limit;
        _hierarchies = new Hierarchies(schemas, limit);
    }

    /// <summary>Every declared type, in the order in which it was met.</summary>
    public List<DeclaredPlan> Declared { get; } = [];

    /// <summary>The type of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="hint">The name that it gets if it needs one.</param>
    public (TypePlan Plan, bool Nullable) Type(SpecSchema schema, NameHint hint) => Type(schema, hint, 0);

    /// <summary>
    /// The type of a schema that a parameter, body or response states inline. Where operations refer to that parameter, body or response, its
    /// type is one for all of them, and named after it.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <param name="reference">The key of the parameter, body or response, or null where the operation has it to itself.</param>
    /// <param name="role">What it is: the end of the name.</param>
    /// <param name="hint">The name where the operation has it to itself.</param>
    public (TypePlan Plan, bool Nullable) Inline(SpecSchema schema, string? reference, string role, NameHint hint)
    {
        if (reference is null)
            return Type(schema, hint);
        if (_shared.TryGetValue((reference, role), out var known))
            return known;
        var name = CSharpName.Pascal(SchemaKeys.Name(reference));
        if (!name.EndsWith(role, StringComparison.Ordinal))
            name = CSharpName.Cut(name + role, reference);
        return _shared[(reference, role)] = Type(schema, new NameHint(name, reference, new FilePlan(name)));
    }

    /// <summary>Fills what was planned; call when all roots are asked for.</summary>
    public void Complete(CancellationToken cancellationToken)
    {
        while (_pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _pending.Dequeue()();
        }
    }

    private (TypePlan Plan, bool Nullable) Type(SpecSchema schema, NameHint hint, int depth)
    {
        var nullable = SchemaFacts.AllowsNull(schema);
        if (depth > SchemaFacts.MaxDepth)
        {
            _raw(schema, "it nests deeper than " + SchemaFacts.MaxDepth.ToString(System.Globalization.CultureInfo.InvariantCulture) + " levels");
            return (s_element, nullable);
        }
        if (schema.Reference is { } key && !SchemaFacts.HasProperties(schema) && schema.AllOf.Count == 0)
        {
            var (plan, componentNullable) = Component(key, depth + 1);
            return (plan, nullable || componentNullable);
        }
        if (schema.Never)
            return (s_element, true);

        var branches = new List<SpecSchema>();
        var isOpen = false;
        foreach (var branch in schema.OneOf.Count > 0 ? schema.OneOf : schema.AnyOf)
        {
            if (SchemaFacts.IsNull(branch))
                nullable = true;
            else if (SchemaFacts.AllowsAll(schema, branch))
                isOpen = nullable = true;
            else if (!SchemaFacts.OnlyConstrains(branch))
                branches.Add(branch);
        }
        if (Enum(schema, hint) is { } enumPlan)
            return (enumPlan, nullable);
        if (SchemaFacts.HasProperties(schema) && (schema.Types & SpecTypes.Object) != 0 && (schema.Types & ~(SpecTypes.Object | SpecTypes.Null)) != 0)
            return (ByType(schema, hint, depth), nullable);
        if (SchemaFacts.HasProperties(schema) || schema.Reference is not null || schema.PatternProperties.Count > 0 && schema.Properties.Count > 0)
            return (Object(schema, hint), nullable);
        if (schema.AllOf.Count > 0)
        {
            var (plan, partNullable) = AllOf(schema, branches, hint, depth);
            return (plan, nullable || partNullable);
        }
        if (branches.Count == 1 && !isOpen)
        {
            var (plan, branchNullable) = Type(branches[0], hint, depth + 1);
            return (plan, nullable || branchNullable);
        }
        if (branches.Count > 0)
        {
            var (plan, branchNullable) = Union(schema, branches, hint, depth, isOpen);
            return (plan, nullable || branchNullable);
        }
        return (ByType(schema, hint, depth), nullable);
    }

    private (TypePlan Plan, bool Nullable) Component(string key, int depth)
    {
        if (_components.TryGetValue(key, out var known))
            return known;
        if (!_schemas.TryGetValue(key, out var schema))
            return (s_element, false);
        if (!_inProgress.Add(key))
        {
            _raw(schema, "it refers to itself without an object between");
            return (s_element, false);
        }
        var name = SchemaKeys.Name(key);
        var result = Type(schema, new NameHint(CSharpName.Pascal(name), key, new FilePlan(name), key), depth);
        _inProgress.Remove(key);
        // A class or union registers itself before its parts are looked at, and is already there.
        if (_components.TryGetValue(key, out known))
            result = (known.Plan, result.Nullable);
        return _components[key] = result;
    }

    private TypePlan ByType(SpecSchema schema, NameHint hint, int depth)
    {
        var types = schema.Types & ~SpecTypes.Null;
        if ((types & (types - 1)) != 0)
            return SeveralTypes(schema, types, hint, depth);
        if (types == SpecTypes.Array || (types == SpecTypes.None && schema.Items is not null && schema.PrefixItems.Count == 0))
            return schema.PrefixItems.Count > 0 ? Tuple(schema, hint) : List(schema, hint, depth);
        if (types == SpecTypes.Object || (types == SpecTypes.None && (schema.AdditionalPropertiesStated || schema.PatternProperties.Count > 0)))
            return Map(schema, hint, depth);
        return new PlainPlan(ScalarTypes.Of(schema, types));
    }

    private CollectionPlan List(SpecSchema schema, NameHint hint, int depth)
    {
        if (schema.Items is not { } items)
            return AnyList;
        var (item, nullable) = Type(items, hint.Child("Item"), depth + 1);
        return new CollectionPlan(map: false, item, nullable);
    }

    private CollectionPlan Map(SpecSchema schema, NameHint hint, int depth)
    {
        var value = schema.PatternProperties.Count > 0 ? SchemaFacts.PatternValue(schema) : schema.AdditionalProperties;
        if (value is null || SchemaFacts.IsAny(value))
            return new CollectionPlan(map: true, s_element, itemNullable: false);
        var (item, nullable) = Type(value, hint.Child("Value"), depth + 1);
        return new CollectionPlan(map: true, item, nullable);
    }

    /// <summary><c>type: [string, integer]</c>: a union of what each type alone would be.</summary>
    private TypePlan SeveralTypes(SpecSchema schema, SpecTypes types, NameHint hint, int depth)
    {
        var branches = new List<SpecSchema>();
        foreach (var type in new[] { SpecTypes.Boolean, SpecTypes.Integer, SpecTypes.Number, SpecTypes.String, SpecTypes.Array, SpecTypes.Object })
        {
            if ((types & type) == 0 || (type == SpecTypes.Integer && (types & SpecTypes.Number) != 0))
                continue;
            branches.Add(new SpecSchema
            {
                Types = type,
                Format = schema.Format,
                Title = type == SpecTypes.Object ? "Object" : null,
                Properties = type == SpecTypes.Object ? schema.Properties : [],
                Required = type == SpecTypes.Object ? schema.Required : [],
                Items = schema.Items,
                PrefixItems = schema.PrefixItems,
                PatternProperties = type == SpecTypes.Object ? schema.PatternProperties : [],
                AdditionalProperties = schema.AdditionalProperties,
                AdditionalPropertiesAllowed = schema.AdditionalPropertiesAllowed,
                AdditionalPropertiesStated = schema.AdditionalPropertiesStated,
                Location = schema.Location,
            });
        }
        return branches.Count == 1 ? ByType(branches[0], hint, depth) : Union(schema, branches, hint, depth).Plan;
    }

    /// <summary>Whether there is room for one more type; else it is raw.</summary>
    private bool HasRoom(SpecSchema schema, EmittedKind kind, int work) =>
        _budget.TrySpend(kind, work, 0, schema.Location, schema.Pointer, kind switch
        {
            EmittedKind.Enum => "this enum and those after it are their plain strings or integers",
            EmittedKind.Union => "this union and those after it are JsonElement",
            _ => "the objects of this schema and of those after it are JsonElement",
        });

    private EnumPlan? Declare(EnumPlan plan)
    {
        Register(plan);
        return plan;
    }

    private void Register(DeclaredPlan plan)
    {
        Declared.Add(plan);
        plan.File.Types.Add(plan);
    }
}
