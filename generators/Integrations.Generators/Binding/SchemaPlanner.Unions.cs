using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

internal sealed partial class SchemaPlanner
{
    private (TypePlan Plan, bool Nullable) Union(SpecSchema schema, List<SpecSchema> branches, NameHint hint, int depth, bool isOpen = false)
    {
        // A hierarchy's root that lists its cases is the hierarchy; its cases extend it.
        if (hint.Key is { } key && _hierarchies.IsRoot(key))
            return (Object(schema, hint), false);
        if (!isOpen && OpenEnum(branches) is { } values)
            return Type(values, hint, depth + 1);
        if (!isOpen && branches.TrueForAll(static b => b.Reference is null && (b.Types & ~SpecTypes.Null) == SpecTypes.String && b.Enum.Count == 0 && b.Const is null))
            return (new PlainPlan(WireTypes.String), branches.Exists(SchemaFacts.AllowsNull));

        _unionCases += branches.Count;
        if (branches.Count > BindingLimits.UnionCases || _unionCases > BindingLimits.UnionCasesInAll)
        {
            _limit(schema, $"a union of more than {BindingLimits.UnionCases} cases, or beyond {BindingLimits.UnionCasesInAll} cases of all unions, is a JsonElement");
            return (s_element, false);
        }
        if (!HasRoom(schema, EmittedKind.Union, BindingLimits.UnionWork + 2 * branches.Count))
            return (s_element, false);
        var plan = new UnionPlan(hint.Candidate, hint.Wire, hint.File, schema) { IsComponent = hint.Key is not null };
        if (hint.Key is { } own)
            _components[own] = (plan, SchemaFacts.AllowsNull(schema));
        Register(plan);
        var nullable = false;
        plan.IsExact = !isOpen && schema.Discriminator is { Mapping.Count: > 0 };
        for (var i = 0; i < branches.Count; i++)
        {
            var branch = branches[i];
            var (type, branchNullable) = Type(branch, hint.Child(BranchName(branch, i)), depth + 1);
            nullable |= branchNullable;
            if (schema.Discriminator is { } discriminator && type is ObjectPlan target)
                Map(plan, discriminator, branch, target);
            plan.IsExact &= IsMapped(schema, branch, type);
            plan.Cases.Add(type);
        }
        plan.Discriminator = plan.Mapping.Count > 0 ? schema.Discriminator?.PropertyName : null;
        return (plan, nullable);
    }

    /// <summary>Whether the document itself says which value of the discriminator means a case, or the case is no object.</summary>
    private bool IsMapped(SpecSchema union, SpecSchema branch, TypePlan type) => type switch
    {
        ObjectPlan => branch.Reference is { } key && !_hierarchies.IsRoot(key) && union.Discriminator?.Mapping.Any(m => m.Value == key) == true,
        UnionPlan or CollectionPlan => false,
        _ => true,
    };

    private static void Map(UnionPlan plan, SpecDiscriminator discriminator, SpecSchema branch, ObjectPlan target)
    {
        var values = new List<string>();
        foreach (var entry in discriminator.Mapping)
        {
            if (entry.Value == branch.Reference)
                values.Add(entry.Key);
        }
        if (values.Count == 0 && branch.Reference is { } reference)
            values.Add(SchemaKeys.Name(reference));
        foreach (var value in values)
            plan.Mapping.Add((value, target));
        if (discriminator.DefaultMapping is { } fallback && fallback == branch.Reference)
            plan.Default = target;
        Remember(target, discriminator.PropertyName, values);
    }

    /// <summary>An enum beside a plain string says that the enum is open; ours always is.</summary>
    private SpecSchema? OpenEnum(List<SpecSchema> branches)
    {
        SpecSchema? values = null;
        foreach (var branch in branches)
        {
            var target = Follow(branch);
            if ((target.Types & ~SpecTypes.Null) != SpecTypes.String || target.Format is "binary")
                return null;
            if (target.Enum.Count == 0)
                continue;
            if (values is not null)
                return null;
            values = branch;
        }
        return values is not null && Follow(values).Enum.Count > 1 ? values : null;
    }

    /// <summary>A branch without a name of its own is named after its title, the constant that tells it, its type, or last its position.</summary>
    private static string BranchName(SpecSchema branch, int index)
    {
        if (branch.Reference is { } reference)
            return SchemaKeys.Name(reference);
        if (!string.IsNullOrWhiteSpace(branch.Title) && branch.Title!.Length <= 60)
            return branch.Title;
        foreach (var property in branch.Properties)
        {
            var constant = property.Schema.Const ?? (property.Schema.Enum.Count == 1 ? property.Schema.Enum[0] : null);
            if (SchemaFacts.StringValue(constant) is { Length: > 0 } value)
                return value;
        }
        return (branch.Types & ~SpecTypes.Null) switch
        {
            SpecTypes.Array => "List",
            SpecTypes.String => "String",
            _ => "Case" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
