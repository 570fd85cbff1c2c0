using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>
/// The headers that answers of a document have, in one type: documents repeat the same few in hundreds of operations, so that a type for each would
/// be text without meaning. What an operation of these has is said where it is documented.
/// </summary>
internal sealed class HeadersPlan(string document) : DeclaredPlan(document + "Headers", "headers of the answers", new FilePlan(document + "Headers"), new SpecSchema())
{
    /// <summary>Headers that the documentation of one operation lists; a document may give thousands of operations one answer with a thousand.</summary>
    private const int MostListed = 32;

    public List<HeaderPlan> Headers { get; } = [];

    protected override TypeModel MakeModel() => throw new InvalidOperationException("Headers are no type of a value.");

    /// <summary>Gathers the headers of the operations; null where there are none.</summary>
    public static HeadersPlan? Of(GroupPlans groups, SchemaPlanner schemas, ProblemList problems, EmissionBudget budget, string document)
    {
        var plan = new HeadersPlan(document);
        var known = new Dictionary<string, HeaderPlan>(StringComparer.OrdinalIgnoreCase);
        foreach (var operation in groups.Operations)
        {
            foreach (var response in operation.Spec.Responses)
            {
                foreach (var header in response.Headers)
                {
                    // OpenAPI 3.1, "Response Object": this name is to be ignored; the media type is known already.
                    if (header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                        continue;
                    if (!IsToken(header.Name))
                    {
                        problems.Raw(response.Location, operation.Title, "its header '" + header.Name + "' is left out: this cannot be the name of a header");
                        continue;
                    }
                    var type = Type(header, schemas);
                    if (!known.TryGetValue(header.Name, out var planned))
                    {
                        if (!budget.TrySpend(EmittedKind.Header, 2, header.Name.Length, response.Location, operation.Title, "this header and those after it are left out"))
                            continue;
                        known.Add(header.Name, planned = new HeaderPlan(header.Name, type));
                        plan.Headers.Add(planned);
                    }
                    planned.Type = Both(planned.Type, type);
                    planned.Description ??= header.Description;
                    if (operation.Headers.Count < MostListed && !operation.Headers.Contains(planned))
                        operation.Headers.Add(planned);
                }
            }
        }
        if (plan.Headers.Count == 0)
            return null;
        plan.File.Types.Add(plan);
        return plan;
    }

    private static TypeModel Type(SpecHeader header, SchemaPlanner schemas)
    {
        var schema = schemas.Resolved(header.Schema);
        var types = schema.Types & ~SpecTypes.Null;
        if (types == SpecTypes.Array)
            return schema.Items is { } items && (schemas.Resolved(items).Types & ~SpecTypes.Null) == SpecTypes.String ? s_list : WireTypes.String;
        if (types is not (SpecTypes.Boolean or SpecTypes.Integer or SpecTypes.Number or SpecTypes.String))
            return WireTypes.String;
        var type = ScalarTypes.Of(schema, types);
        return type.Kind switch
        {
            WireKind.Boolean or WireKind.Int32 or WireKind.Int64 or WireKind.Double or WireKind.Decimal or WireKind.DateTimeOffset or WireKind.DateOnly or WireKind.Guid => type,
            WireKind.Single => WireTypes.Double,
            _ => WireTypes.String,
        };
    }

    private static readonly TypeModel s_list = WireTypes.ReadOnlyList(WireTypes.List(WireTypes.String, nullable: false));

    /// <summary>The type of a header that operations give two types.</summary>
    private static TypeModel Both(TypeModel one, TypeModel other) => (one.Kind, other.Kind) switch
    {
        _ when one == other => one,
        (WireKind.Int32, WireKind.Int64) or (WireKind.Int64, WireKind.Int32) => WireTypes.Int64,
        (WireKind.Int32 or WireKind.Int64, WireKind.Double) or (WireKind.Double, WireKind.Int32 or WireKind.Int64) => WireTypes.Double,
        _ => WireTypes.String,
    };

    /// <summary>RFC 9110, section 5.1.</summary>
    private static bool IsToken(string name) =>
        name.Length is > 0 and <= 256 && name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0);
}

/// <summary>A header of answers.</summary>
internal sealed class HeaderPlan(string wire, TypeModel type)
{
    public string Wire => wire;

    public TypeModel Type { get; set; } = type;

    public string? Description { get; set; }

    public string Name { get; set; } = "";
}
