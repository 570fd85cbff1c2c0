using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>An operation with the plans of its types, before names are resolved.</summary>
/// <param name="spec">What the document says.</param>
/// <param name="tag">Its first tag, or null.</param>
/// <param name="group">The group that it is in.</param>
/// <param name="main">For a further method of an operation (another media type): the operation.</param>
/// <param name="suffix">What its name has behind the operation's.</param>
internal sealed class OperationPlan(SpecOperation spec, string? tag, GroupPlan group, OperationPlan? main = null, string suffix = "")
{
    public OperationPlan? Main => main;

    public string Suffix => suffix;

    /// <summary>Its further methods.</summary>
    public List<OperationPlan> Variants { get; } = [];

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

    /// <summary>The headers that its answers have.</summary>
    public List<HeaderPlan> Headers { get; } = [];

    /// <summary>Methods that follow the links of its answer.</summary>
    public List<LinkPlan> Links { get; } = [];

    /// <summary>Its own server, or null where the client's counts.</summary>
    public string? Server { get; set; }

    /// <summary>How it is paginated, or null.</summary>
    public PaginationPlan? Pagination { get; set; }

    /// <summary>Whether its requests keep its arguments.</summary>
    public bool KeepsArguments { get; set; }

    /// <summary>A further method with the same parameters and result.</summary>
    public OperationPlan Variant(string ending)
    {
        var variant = new OperationPlan(spec, tag, group, this, ending) { Body = Body, Response = Response };
        variant.Parameters.AddRange(Parameters);
        variant.Errors.AddRange(Errors);
        Variants.Add(variant);
        return variant;
    }

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

    /// <summary>For a form: how properties are written, where that is more than brackets.</summary>
    public IReadOnlyList<FormEncodingModel> Encodings { get; init; } = [];

    public string? Description { get; init; }

    public string Name { get; set; } = "";
}

/// <summary>What a success gives.</summary>
internal sealed record ResponsePlan(ResponseKind Kind, TypePlan? Type, bool Nullable, bool AllowEmpty, string Accept, string Description)
{
    public static ResponsePlan Nothing { get; } = new(ResponseKind.None, null, false, true, "", "");
}
