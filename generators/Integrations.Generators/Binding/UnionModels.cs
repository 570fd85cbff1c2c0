using Integrations.Generators.Models;

namespace Integrations.Generators.Binding;

/// <summary>Makes the model of a union: its cases once each, those of unions within it among them, in the order in which they are tried.</summary>
internal static class UnionModels
{
    public static UnionModel Of(UnionPlan plan)
    {
        var cases = new List<UnionCaseModel>();
        var mapping = new List<CaseModel>();
        Collect(plan, cases, mapping, []);
        // What accepts any text comes after what accepts some; stable, so the document's order decides between equals.
        var ordered = cases.Select((c, i) => (c, i)).OrderBy(static p => Breadth(p.c.Type.Kind)).ThenBy(static p => p.i).Select(static p => p.c);
        return new UnionModel(
            plan.Name,
            DocText.Of(null, plan.Schema.Description ?? plan.Schema.Title, plan.Schema.Deprecated),
            EquatableArray.From(ordered),
            plan.Discriminator,
            plan.Discriminator is null ? EquatableArray<CaseModel>.Empty : EquatableArray.From(mapping),
            plan.Discriminator is not null && plan.IsExact && plan.Default is null,
            plan.Discriminator is null ? null : plan.Default?.FullName);
    }

    private static void Collect(UnionPlan plan, List<UnionCaseModel> cases, List<CaseModel> mapping, HashSet<UnionPlan> visited)
    {
        if (!visited.Add(plan))
            return;
        foreach (var (value, target) in plan.Mapping)
        {
            if (!mapping.Exists(m => m.Value == value))
                mapping.Add(new CaseModel(value, target.FullName));
        }
        foreach (var type in plan.Cases)
        {
            if (type is UnionPlan inner)
                Collect(inner, cases, mapping, visited);
            else if (type.Model is { Kind: not WireKind.Element } model && !cases.Exists(c => c.Type.Name == model.Name))
                cases.Add(new UnionCaseModel(model, new(type is TuplePlan ? ["Array"] : JsonKinds(model.Kind)), type is ObjectPlan, Depth(type as ObjectPlan)));
        }
    }

    private static int Depth(ObjectPlan? plan)
    {
        var depth = 0;
        for (var type = plan?.Base; type is not null; type = type.Base)
            depth++;
        return depth;
    }

    private static int Breadth(WireKind kind) => kind switch
    {
        WireKind.StringEnum => 1,
        WireKind.String or WireKind.Double or WireKind.Decimal or WireKind.BigInteger => 2,
        WireKind.Map => 3,
        _ => 0,
    };

    private static string[] JsonKinds(WireKind kind) => kind switch
    {
        WireKind.Boolean => ["True", "False"],
        WireKind.Int32 or WireKind.Int64 or WireKind.UInt64 or WireKind.Single or WireKind.Double or WireKind.Decimal or WireKind.BigInteger or WireKind.IntegerEnum => ["Number"],
        WireKind.List => ["Array"],
        WireKind.Model or WireKind.Map => ["Object"],
        _ => ["String"],
    };
}
