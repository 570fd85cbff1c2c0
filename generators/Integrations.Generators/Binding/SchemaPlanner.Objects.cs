using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

internal sealed partial class SchemaPlanner
{
    /// <summary>Levels of <c>allOf</c> that are asked whether they say something.</summary>
    private const int MostSaying = 8;

    private TypePlan Object(SpecSchema schema, NameHint hint)
    {
        if (!HasRoom(schema, EmittedKind.Class, BindingLimits.ClassWork))
            return s_element;
        var plan = new ObjectPlan(hint.Candidate, hint.Wire, hint.File, schema) { IsComponent = hint.Key is not null };
        Register(plan);
        if (hint.Key is { } key)
        {
            _components[key] = (plan, SchemaFacts.AllowsNull(schema));
            if (_hierarchies.BaseOf(key) is { } baseKey)
                Attach(plan, key, baseKey);
            // A hierarchy is read by its discriminator, so whoever can be its case must be there.
            foreach (var derived in _hierarchies.DerivedOf(key))
                _pending.Enqueue(() => Component(derived, 0));
        }
        _pending.Enqueue(() => Fill(plan, hint));
        return plan;
    }

    private void Attach(ObjectPlan plan, string key, string baseKey)
    {
        if (Component(baseKey, 0).Plan is not ObjectPlan basePlan)
            return;
        plan.Base = basePlan;
        var values = _hierarchies.ValuesOf(key);
        for (ObjectPlan? ancestor = basePlan; ancestor is not null; ancestor = ancestor.Base)
        {
            foreach (var value in values)
                ancestor.Derived.Add((value, plan));
        }
        Remember(plan, _hierarchies.DiscriminatorOf(key), values);
    }

    private void Fill(ObjectPlan plan, NameHint hint)
    {
        var merged = new MergedSchema(plan.Schema, hint.Key, _schemas);
        if (hint.Key is { } key && _hierarchies.DiscriminatorOf(key) is { } discriminator)
        {
            plan.Discriminator = discriminator;
            if (!merged.Properties.Exists(p => p.Name == discriminator))
                merged.Properties.Insert(0, new SpecProperty(discriminator, new SpecSchema { Types = SpecTypes.String }));
            merged.Required.Add(discriminator);
            if (plan.Base is null)
                Remember(plan, discriminator, _hierarchies.ValuesOf(key));
        }
        foreach (var property in merged.Properties)
        {
            if (property.Schema.Never || IsBeyond(plan, property))
                continue;
            var (type, nullable) = Type(property.Schema, hint.Child(property.Name), 1);
            plan.Properties.Add(new PropertyPlan(property, type, nullable, merged.Required.Contains(property.Name), Follow(property.Schema))
            {
                ReadOnly = Says(property.Schema, static s => s.ReadOnly),
                WriteOnly = Says(property.Schema, static s => s.WriteOnly),
            });
        }
        if (merged.Additional is { } additional && !merged.HasPatterns)
        {
            var (type, nullable) = Type(additional, hint.Child("Value"), 1);
            if (type is not PlainPlan { Model.Kind: Models.WireKind.Element })
                (plan.Additional, plan.AdditionalNullable) = (type, nullable);
        }
    }

    /// <summary>Whether a property is one too many, and so kept raw.</summary>
    private bool IsBeyond(ObjectPlan plan, SpecProperty property)
    {
        if (property.Name.Length > BindingLimits.NameText)
            _limit(property.Schema, $"a property whose name has more than {BindingLimits.NameText} characters is kept in AdditionalProperties");
        else if (plan.Properties.Count >= BindingLimits.Properties)
            _limit(plan.Schema, $"the properties of a schema beyond {BindingLimits.Properties} are kept in AdditionalProperties");
        else
            return !_budget.TrySpend(EmittedKind.Property, 1, property.Name.Length, property.Schema.Location, plan.Schema.Pointer, "this property and those after it are kept in AdditionalProperties");
        return true;
    }

    /// <summary>
    /// The type of <c>allOf</c>: where one part decides the type and the rest only comments on it, that part's type; where several have
    /// properties, one class with all of them.
    /// </summary>
    private (TypePlan Plan, bool Nullable) AllOf(SpecSchema schema, List<SpecSchema> branches, NameHint hint, int depth)
    {
        SpecSchema? only = null;
        var parts = 0;
        var nullable = false;
        foreach (var part in schema.AllOf)
        {
            if (SchemaFacts.IsAny(part) || SchemaFacts.OnlyConstrains(part))
            {
                // allOf: [X, {nullable: true, description: ...}] is how 3.0 says that a reference may be null.
                nullable |= SchemaFacts.AllowsNull(part);
                continue;
            }
            only ??= part;
            parts++;
        }
        if (hint.Key is { } key && _hierarchies.BaseOf(key) is not null)
            return (Object(schema, hint), nullable);
        if (parts == 0)
            return branches.Count > 1 ? Union(schema, branches, hint, depth) : branches.Count == 1 ? Type(branches[0], hint, depth + 1) : (ByType(schema, hint, depth), false);
        if (parts == 1 && branches.Count == 0 && schema.Required.Count == 0)
        {
            // allOf: [X] is how 3.0 puts a description beside a reference; the null of X is X's own.
            var (plan, partNullable) = Type(only!, hint, depth + 1);
            return (plan, nullable || partNullable);
        }
        foreach (var part in schema.AllOf)
        {
            if (IsObject(part))
                return (Object(schema, hint), nullable);
        }
        if (branches.Count > 0 && branches.TrueForAll(b => IsObject(b)))
            return (Object(schema, hint), nullable);
        // Parts without properties: a string with a length, an enum with a comment. The first one decides.
        var (first, firstNullable) = Type(only!, hint, depth + 1);
        return (first, nullable || firstNullable);
    }

    /// <summary>Whether a schema becomes a class, references followed.</summary>
    private bool IsObject(SpecSchema schema) => IsObject(schema, new HashSet<string>(StringComparer.Ordinal), 0);

    private bool IsObject(SpecSchema schema, HashSet<string> visited, int depth)
    {
        if (depth > SchemaFacts.MaxDepth)
            return false;
        if (schema.Properties.Count > 0)
            return true;
        if (schema.Reference is { } key)
            return visited.Add(key) && _schemas.TryGetValue(key, out var target) && IsObject(target, visited, depth + 1);
        foreach (var part in schema.AllOf)
        {
            if (IsObject(part, visited, depth + 1))
                return true;
        }
        return (schema.Types & SpecTypes.Object) != 0 && schema.OneOf.Count == 0 && schema.AnyOf.Count == 0;
    }

    private SpecSchema Follow(SpecSchema schema)
    {
        for (var hops = 0; hops < SchemaFacts.MaxDepth && schema.Reference is { } key && _schemas.TryGetValue(key, out var target); hops++)
            schema = target;
        return schema;
    }

    /// <summary>Whether a schema, or a schema that all of it is, says something.</summary>
    private bool Says(SpecSchema schema, Func<SpecSchema, bool> fact) => Says(schema, fact, new HashSet<SpecSchema>(), 0);

    private bool Says(SpecSchema schema, Func<SpecSchema, bool> fact, HashSet<SpecSchema> visited, int depth)
    {
        var target = Follow(schema);
        if (fact(schema) || fact(target))
            return true;
        if (depth >= MostSaying || target.AllOf.Count == 0 || !visited.Add(target))
            return false;
        foreach (var part in target.AllOf)
        {
            if (Says(part, fact, visited, depth + 1))
                return true;
        }
        return false;
    }

    private static void Remember(ObjectPlan plan, string? discriminator, IEnumerable<string> values)
    {
        if (discriminator is null)
            return;
        if (!plan.DiscriminatorValues.TryGetValue(discriminator, out var known))
            plan.DiscriminatorValues.Add(discriminator, known = new(StringComparer.Ordinal));
        known.UnionWith(values);
    }
}
