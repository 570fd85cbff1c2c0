using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>Makes the models of planned operations, once every name is resolved.</summary>
internal sealed class OperationModels
{
    private readonly Dictionary<OperationPlan, OperationModel> _models = [];

    public OperationModel Of(OperationPlan plan)
    {
        if (!_models.TryGetValue(plan, out var model))
            _models.Add(plan, model = Make(plan));
        return model;
    }

    private static OperationModel Make(OperationPlan plan)
    {
        var spec = plan.Spec;
        var arguments = new List<ParameterPlan>(plan.Parameters);
        if (plan.Body is { } body)
            arguments.Add(body);
        // Required ones first, each part in the document's order, the body last in its part.
        var ordered = arguments.OrderBy(static p => p.Required ? 0 : 1).ToList();
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
            new ResponseModel(plan.Response.Kind, plan.Response.Type?.Model, plan.Response.Nullable, plan.Response.AllowEmpty, plan.Response.Accept, DocText.Of(plan.Response.Description, null).Summary),
            EquatableArray.From(errors),
            plan.Main is not null,
            Anonymous(spec),
            plan.Pagination?.Model(),
            EquatableArray.From((plan.Main ?? plan).Headers.ConvertAll(static h => h.Wire)),
            plan.Server);
    }

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
