using System.Globalization;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

internal sealed partial class SchemaPlanner
{
    // A tuple of more is a table somebody wrote down; a class with as many properties helps nobody.
    private const int MostTupleItems = 32;

    /// <summary>A list of whatever.</summary>
    public static CollectionPlan AnyList => new(map: false, s_element, itemNullable: false);

    /// <summary>The class of an array whose first items have schemas of their own; a list of anything where it has too many of them.</summary>
    private TypePlan Tuple(SpecSchema schema, NameHint hint)
    {
        if (schema.PrefixItems.Count > MostTupleItems || !HasRoom(schema, EmittedKind.Union, BindingLimits.UnionWork + 2 * schema.PrefixItems.Count))
            return AnyList;
        var plan = new TuplePlan(hint.Candidate, hint.Wire, hint.File, schema) { IsComponent = hint.Key is not null };
        if (hint.Key is { } key)
            _components[key] = (plan, SchemaFacts.AllowsNull(schema));
        Register(plan);
        _pending.Enqueue(() => Fill(plan, hint));
        return plan;
    }

    private void Fill(TuplePlan plan, NameHint hint)
    {
        for (var i = 0; i < plan.Schema.PrefixItems.Count; i++)
        {
            var schema = plan.Schema.PrefixItems[i];
            plan.Items.Add(new TupleItemPlan(schema, Type(schema, hint.Child("Item" + (i + 1).ToString(CultureInfo.InvariantCulture)), 1).Plan));
        }
        if (plan.Schema.Items is { } rest)
            (plan.Rest, plan.RestNullable) = Type(rest, hint.Child("Rest"), 1);
    }
}
