using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>
/// Finds the links that can be followed by a method: from a success with a class, to an operation of the slice, with values that stand in the answer's
/// body. What the request had (<c>$request.path.id</c>) stays an argument: the caller has it. Any other link is said and left out.
/// </summary>
internal static class LinkPlanner
{
    public static void Plan(GroupPlans groups, ProblemList problems, EmissionBudget budget)
    {
        var targets = new Dictionary<string, OperationPlan>(StringComparer.Ordinal);
        foreach (var operation in groups.Operations)
        {
            Add(operation.Spec.OperationId);
            Add("#/paths/" + operation.Spec.Path.Replace("~", "~0").Replace("/", "~1") + "/" + operation.Spec.Method.ToLowerInvariant());

            void Add(string? name)
            {
                if (name is not null && !targets.ContainsKey(name))
                    targets.Add(name, operation);
            }
        }
        foreach (var operation in groups.Operations)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var response in operation.Spec.Responses)
            {
                foreach (var link in response.Links)
                {
                    if (!seen.Add(link.Name))
                        continue;
                    if (Link(operation, response, link, targets, out var why) is { } plan)
                    {
                        if (budget.TrySpend(EmittedKind.Link, 4 + plan.Target.Parameters.Count, 0, response.Location, operation.Title, "this link and those after it have no method"))
                            operation.Links.Add(plan);
                    }
                    else
                        problems.Link(response.Location, operation.Title, "'" + link.Name + "' " + why);
                }
            }
        }
    }

    private static LinkPlan? Link(OperationPlan from, SpecResponse response, SpecLink link, IReadOnlyDictionary<string, OperationPlan> targets, out string why)
    {
        why = "";
        if (response.Status[0] is not '2' and not 'd' || from.Response is not { Kind: ResponseKind.Json, Type: ObjectPlan type })
            why = "is of an answer that is no object";
        else if (Target(link, targets) is not { } target)
            why = "leads to no operation that is emitted";
        else
        {
            var plan = new LinkPlan(link, target, type);
            foreach (var parameter in link.Parameters)
            {
                if (Problem(plan, parameter.Key, parameter.Value) is { } problem)
                {
                    why = problem;
                    return null;
                }
            }
            if (plan.Values.Count > 0)
                return plan;
            why = "takes nothing from the answer's body";
        }
        return null;
    }

    private static OperationPlan? Target(SpecLink link, IReadOnlyDictionary<string, OperationPlan> targets) =>
        (link.OperationId ?? link.OperationRef) is { } name && targets.TryGetValue(name, out var target) && (link.OperationId is null) == name.StartsWith("#/paths/", StringComparison.Ordinal) ? target : null;

    private static string? Problem(LinkPlan plan, string name, string raw)
    {
        var parameter = plan.Target.Parameters.Find(p => p.Wire == name) ?? plan.Target.Parameters.Find(p => p.Spec is { } spec && spec.In.ToString().ToLowerInvariant() + "." + p.Wire == name);
        if (parameter is null)
            return "sets the parameter '" + name + "', which its target does not have";
        const string Body = "$response.body#/";
        var expression = raw.Length > 1 && raw[0] == '"' ? raw.Substring(1, raw.Length - 2) : raw;
        if (expression.StartsWith("$request.path.", StringComparison.Ordinal) || expression.StartsWith("$request.query.", StringComparison.Ordinal))
            return null;
        if (!expression.StartsWith(Body, StringComparison.Ordinal) || expression.IndexOf('\\') >= 0)
            return "sets '" + name + "' to what is no property of the answer";
        var pointer = expression.Substring(Body.Length);
        if (Steps(plan.From, pointer) is not { } steps)
            return "takes '" + pointer + "', which the answer's type does not have";
        var value = steps[steps.Count - 1].Property.Type;
        var same = value is PlainPlan one && parameter.Type is PlainPlan other
            ? one.Model.Kind == other.Model.Kind || (one.Model.Kind, other.Model.Kind) is (WireKind.Int32, WireKind.Int64)
            : value is EnumPlan && value == parameter.Type;
        if (!same || value is PlainPlan { Model.Kind: WireKind.Element })
            return "takes '" + pointer + "', which is of another type than the parameter '" + name + "'";
        plan.Values[parameter] = (steps, pointer);
        return null;
    }

    private static List<PropertyStep>? Steps(ObjectPlan type, string pointer)
    {
        var steps = new List<PropertyStep>();
        TypePlan current = type;
        foreach (var segment in pointer.Split('/'))
        {
            var wire = segment.Replace("~1", "/").Replace("~0", "~");
            if (steps.Count >= SchemaFacts.MaxDepth || current is not ObjectPlan owner || owner.Properties.Find(p => p.Wire == wire) is not { } property)
                return null;
            steps.Add(new PropertyStep(owner, property));
            current = property.Type;
        }
        return steps;
    }
}

/// <summary>A link that is followed by a method.</summary>
internal sealed class LinkPlan(SpecLink link, OperationPlan target, ObjectPlan from)
{
    public SpecLink Link => link;

    public OperationPlan Target => target;

    public ObjectPlan From => from;

    /// <summary>The parameters of the target that are taken from the answer.</summary>
    public Dictionary<ParameterPlan, (List<PropertyStep> Steps, string Wire)> Values { get; } = [];

    public string Name { get; set; } = "";
}
