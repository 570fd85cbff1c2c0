namespace Integrations.Generators.Models;

/// <summary>One operation, decided.</summary>
/// <param name="Name">Its C# name without <c>Async</c> (<c>ListForRepo</c>).</param>
/// <param name="FieldName">The descriptor's field (<c>ListForRepoOperation</c>).</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path template as the document writes it.</param>
/// <param name="OperationId">operationId, or null.</param>
/// <param name="Tag">First tag, or null.</param>
/// <param name="Doc">Its documentation.</param>
/// <param name="Segments">The path, cut into literals (already escaped) and parameters.</param>
/// <param name="Parameters">Required first, then optional, in the document's order; the body is among them.</param>
/// <param name="Response">What a success gives.</param>
/// <param name="Errors">Typed errors by status.</param>
/// <param name="Variant">Whether it is a further method of an operation, whose descriptor it shares.</param>
/// <param name="Anonymous">Whether the document says <c>security: []</c> for it.</param>
/// <param name="Pagination">How it is paginated, or null.</param>
/// <param name="Headers">The headers that its answers have, by their names on the wire.</param>
/// <param name="Server">Its own server, or null where the client's counts.</param>
/// <param name="Links">Methods that follow the links of its answer.</param>
/// <param name="Security">The credentials that it needs, where it says so itself, or null.</param>
/// <param name="KeepsArguments">Whether its requests keep its arguments, for a fallback.</param>
internal sealed record OperationModel(
    string Name,
    string FieldName,
    string Method,
    string Path,
    string? OperationId,
    string? Tag,
    DocModel Doc,
    EquatableArray<PathSegmentModel> Segments,
    EquatableArray<ParameterModel> Parameters,
    ResponseModel Response,
    EquatableArray<ErrorModel> Errors,
    bool Variant,
    bool Anonymous,
    PaginationModel? Pagination = null,
    EquatableArray<string> Headers = default,
    string? Server = null,
    EquatableArray<LinkModel> Links = default,
    string? Security = null,
    bool KeepsArguments = false);

/// <summary>A piece of a path: a literal, or the parameter of that index.</summary>
/// <param name="Literal">Escaped text, or null for a parameter.</param>
/// <param name="Parameter">Index in the operation's parameters, or -1 for a literal.</param>
internal sealed record PathSegmentModel(string? Literal, int Parameter);

/// <summary>Where an argument goes.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,
    Body,
}

/// <summary>How a body travels.</summary>
internal enum BodyKind
{
    None,
    Json,
    Text,
    Stream,
    Form,
    Multipart,

    /// <summary>Raw: an <c>HttpContent</c> of the caller's.</summary>
    Content,
}

/// <summary>An argument of an operation.</summary>
/// <param name="Name">Its C# name (with <c>@</c> where it is a keyword).</param>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Place">Where it goes.</param>
/// <param name="Type">Its type.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Nullable">Whether null may be given for a required one.</param>
/// <param name="Style">Style, as the runtime's <c>ParameterStyle</c> names it.</param>
/// <param name="Explode">Explode.</param>
/// <param name="AllowReserved">Whether reserved characters stay as they are.</param>
/// <param name="JsonContent">Whether its value is written as JSON (<c>content</c>).</param>
/// <param name="Body">For a body: how it travels.</param>
/// <param name="MediaType">For a body: its media type.</param>
/// <param name="Deep">For a form: the properties whose style is <c>deepObject</c>.</param>
/// <param name="Encodings">For a form: how properties are written, where that is more than <c>deepObject</c>; else empty.</param>
/// <param name="Doc">Its documentation.</param>
internal sealed record ParameterModel(
    string Name,
    string WireName,
    ParameterPlace Place,
    TypeModel Type,
    bool Required,
    bool Nullable,
    string Style,
    bool Explode,
    bool AllowReserved,
    bool JsonContent,
    BodyKind Body,
    string? MediaType,
    EquatableArray<string> Deep,
    EquatableArray<FormEncodingModel> Encodings,
    DocModel Doc);

/// <summary>How a property of a form is written.</summary>
/// <param name="Name">The property.</param>
/// <param name="Style">Style, as the runtime's <c>ParameterStyle</c> names it.</param>
/// <param name="Explode">Explode.</param>
/// <param name="AllowReserved">Whether reserved characters stay as they are.</param>
/// <param name="Json">Whether it is JSON.</param>
internal sealed record FormEncodingModel(string Name, string Style, bool Explode, bool AllowReserved, bool Json);

/// <summary>What a success gives.</summary>
internal enum ResponseKind
{
    None,
    Json,
    Text,
    Stream,

    /// <summary>Server-sent events whose data is JSON.</summary>
    Events,

    /// <summary>Server-sent events of no known type.</summary>
    RawEvents,

    /// <summary>A JSON value on each line.</summary>
    Lines,

    /// <summary>JSON texts, each after a record separator.</summary>
    Sequence,
}

/// <summary>What a success gives.</summary>
/// <param name="Kind">How it is read.</param>
/// <param name="Type">Its type where JSON, else null.</param>
/// <param name="Nullable">Whether null may come (the schema allows it, or some success has no body).</param>
/// <param name="AllowEmpty">Whether some success has no body.</param>
/// <param name="Accept">The <c>Accept</c> header.</param>
/// <param name="Doc">Its description, or empty.</param>
internal sealed record ResponseModel(ResponseKind Kind, TypeModel? Type, bool Nullable, bool AllowEmpty, string Accept, string Doc)
{
    /// <summary>Whether it comes item by item.</summary>
    public bool IsItems => Kind >= ResponseKind.Events;
}

/// <summary>A typed error.</summary>
/// <param name="Status"><c>404</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Type">Its type.</param>
internal sealed record ErrorModel(string Status, TypeModel Type);
