namespace Integrations.OpenApi.Model;

/// <summary>
/// What a slice of a document says, brought to one form whatever its version. Everything after this type reads only this:
/// no other part of the generator knows how the document was parsed.
/// </summary>
public sealed class SpecDocument
{
    /// <summary>The version as written: <c>2.0</c>, <c>3.0.3</c>, ...</summary>
    public string Version { get; set; } = "";
    /// <summary><c>info.title</c>.</summary>
    public string Title { get; set; } = "";
    /// <summary><c>info.version</c>.</summary>
    public string ApiVersion { get; set; } = "";
    /// <summary><c>info.description</c>.</summary>
    public string? Description { get; set; }
    /// <summary>The document's servers.</summary>
    public IReadOnlyList<SpecServer> Servers { get; set; } = [];
    /// <summary>The document's <c>security</c>; null where absent.</summary>
    public IReadOnlyList<SpecSecurityRequirement>? Security { get; set; }
    /// <summary>Security schemes, in the document's order.</summary>
    public IReadOnlyList<SpecSecurityScheme> SecuritySchemes { get; set; } = [];
    /// <summary>The operations of the slice, in the document's order.</summary>
    public IReadOnlyList<SpecOperation> Operations { get; set; } = [];
    /// <summary><c>webhooks</c> (3.1): name to operation, in the document's order; 3.0's <c>x-webhooks</c> where the slice asks for them.</summary>
    public IReadOnlyList<KeyValuePair<string, SpecOperation>> Webhooks { get; set; } = [];
    /// <summary>Every schema that the slice reaches by reference, by canonical key (<c>#/components/schemas/Issue</c>; 2.0's <c>#/definitions/Issue</c> as written), in the document's order.</summary>
    public IReadOnlyDictionary<string, SpecSchema> Schemas { get; set; } = new Dictionary<string, SpecSchema>();
    /// <summary>What is wrong with the document or could not be read.</summary>
    public IReadOnlyList<SpecProblem> Problems { get; set; } = [];
}
