using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>An operation with the plans of its types, before names are resolved.</summary>
internal sealed class OperationPlan(SpecOperation spec, string? tag, GroupPlan group)
{
    public SpecOperation Spec => spec;

    public string? Tag => tag;

    public GroupPlan Group => group;

    /// <summary>The name that it wants within its group.</summary>
    public string Candidate { get; } = OperationNames.Of(spec, tag);

    /// <summary>Its resolved name, without <c>Async</c>.</summary>
    public string Name { get; set; } = "";

    public List<ParameterPlan> Parameters { get; } = [];

    public ParameterPlan? Body { get; set; }

    public ResponsePlan Response { get; set; } = ResponsePlan.Nothing;

    public List<(string Status, TypePlan Type)> Errors { get; } = [];

    /// <summary>How it is paginated, or null.</summary>
    public PaginationPlan? Pagination { get; set; }

    /// <summary>Method and path, for messages.</summary>
    public string Title => spec.Method + " " + spec.Path;
}

/// <summary>A parameter with the plan of its type.</summary>
internal sealed class ParameterPlan(string wire, ParameterPlace place, TypePlan type, bool required, bool nullable)
{
    public string Wire => wire;

    public ParameterPlace Place => place;

    public TypePlan Type => type;

    public bool Required => required;

    public bool Nullable => nullable;

    /// <summary>What the document says of it; null for a body.</summary>
    public SpecParameter? Spec { get; init; }

    public BodyKind Body { get; init; }

    public string? MediaType { get; init; }

    /// <summary>For a form: the properties that are written with brackets.</summary>
    public IReadOnlyList<string> Deep { get; init; } = [];

    public string? Description { get; init; }

    public string Name { get; set; } = "";
}

/// <summary>What a success gives.</summary>
internal sealed record ResponsePlan(ResponseKind Kind, TypePlan? Type, bool Nullable, bool AllowEmpty, string Accept, string Description)
{
    public static ResponsePlan Nothing { get; } = new(ResponseKind.None, null, false, true, "", "");
}
