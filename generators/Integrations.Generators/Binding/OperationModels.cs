using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>Makes the models of planned operations, once every name is resolved.</summary>
internal sealed class OperationModels(string? security)
{
    private readonly Dictionary<OperationPlan, OperationModel> _models = [];

    public OperationModel Of(OperationPlan plan)
    {
        if (!_models.TryGetValue(plan, out var model))
            _models.Add(plan, model = Make(plan));
        return model;
    }

    private OperationModel Make(OperationPlan plan)
    {
        var spec = plan.Spec;
        var ordered = Ordered(plan);
        var segments = new List<PathSegmentModel>();
        foreach (var (text, expression) in PathTemplate.Parts(spec.Path))
        {
            segments.Add(expression
                ? new PathSegmentModel(null, ordered.FindIndex(p => p.Place == ParameterPlace.Path && p.Wire == text))
                : new PathSegmentModel(PathTemplate.Escape(text), -1));
        }
        var errors = new List<ErrorModel>(plan.Errors.Count);
        foreach (var (status, type) in plan.Errors)
            errors.Add(new ErrorModel(status, type.Model));
        return new OperationModel(
            plan.Name,
            (plan.Main ?? plan).Name + "Operation",
            spec.Method,
            spec.Path,
            spec.OperationId,
            plan.Tag,
            DocText.Of(spec.Summary, spec.Description, spec.Deprecated),
            EquatableArray.From(segments),
            EquatableArray.From(ordered.ConvertAll(Parameter)),
            Response(plan.Response),
            EquatableArray.From(errors),
            plan.Main is not null,
            Anonymous(spec),
            plan.Pagination?.Model(),
            EquatableArray.From((plan.Main ?? plan).Headers.ConvertAll(static h => h.Wire)),
            plan.Server,
            EquatableArray.From(plan.Links.ConvertAll(l => Link(plan, l))),
            SecurityPlan.Of(spec, security),
            plan.KeepsArguments && ordered.Count > 0);
    }

    /// <summary>Required ones first, each part in the document's order, the body last in its part.</summary>
    private static List<ParameterPlan> Ordered(OperationPlan plan)
    {
        var arguments = new List<ParameterPlan>(plan.Parameters);
        if (plan.Body is { } body)
            arguments.Add(body);
        return [.. arguments.OrderBy(static p => p.Required ? 0 : 1)];
    }

    private static ResponseModel Response(ResponsePlan plan) =>
        new(plan.Kind, plan.Type?.Model, plan.Nullable, plan.AllowEmpty, plan.Accept, DocText.Of(plan.Description, null).Summary);

    private static LinkModel Link(OperationPlan from, LinkPlan link) => new(
        link.Name,
        link.From.Model,
        link.Target.Group == from.Group ? null : link.Target.Group.ClassName,
        link.Target.Name,
        link.Target.Title,
        EquatableArray.From(Ordered(link.Target).ConvertAll(p => link.Values.TryGetValue(p, out var value)
            ? new LinkArgumentModel(Parameter(p), EquatableArray.From(value.Steps.ConvertAll(static s => s.Access())), value.Wire)
            : new LinkArgumentModel(Parameter(p), default, ""))),
        Response(link.Target.Response),
        DocText.Of(null, link.Link.Description));

    /// <summary><c>security: []</c> of the operation itself. An empty list of the whole document only says that it describes no scheme.</summary>
    private static bool Anonymous(SpecOperation spec) => spec.Security is { Count: 0 };

    private static ParameterModel Parameter(ParameterPlan plan)
    {
        var spec = plan.Spec;
        var type = plan.Type.Model;
        return new ParameterModel(
            plan.Name,
            plan.Wire,
            plan.Place,
            type.Kind == WireKind.List && plan.Place != ParameterPlace.Body ? WireTypes.ReadOnlyList(type) : type,
            plan.Required,
            plan.Nullable,
            (spec?.Style ?? SpecParameterStyle.Simple).ToString(),
            spec?.Explode ?? false,
            spec?.AllowReserved ?? false,
            spec?.ContentMediaType is not null,
            plan.Body,
            plan.MediaType,
            EquatableArray.From(plan.Deep),
            EquatableArray.From(plan.Encodings),
            DocText.Of(null, plan.Description, spec?.Deprecated ?? false));
    }
}
