namespace Integrations.OpenApi.Model;

/// <summary>One operation, with what its path item and the document say for it already folded in.</summary>
public sealed class SpecOperation
{
    /// <summary>Upper-case HTTP method.</summary>
    public required string Method { get; set; }
    /// <summary>Path template as written in the document.</summary>
    public required string Path { get; set; }
    /// <summary><c>operationId</c>, or null.</summary>
    public string? OperationId { get; set; }
    /// <summary><c>tags</c>; the first one groups.</summary>
    public IReadOnlyList<string> Tags { get; set; } = [];
    /// <summary><c>summary</c>.</summary>
    public string? Summary { get; set; }
    /// <summary><c>description</c>.</summary>
    public string? Description { get; set; }
    /// <summary><c>externalDocs.url</c>.</summary>
    public string? ExternalDocs { get; set; }
    /// <summary><c>deprecated</c>.</summary>
    public bool Deprecated { get; set; }
    /// <summary>Microsoft's <c>x-ms-pageable</c>, or null.</summary>
    public SpecPageable? Pageable { get; set; }
    /// <summary>Path-level parameters overridden by the operation's, by name and place. 2.0's body and formData are not here but in <see cref="RequestBody"/>.</summary>
    public IReadOnlyList<SpecParameter> Parameters { get; set; } = [];
    /// <summary>The request body, or null.</summary>
    public SpecRequestBody? RequestBody { get; set; }
    /// <summary>Responses in the document's order.</summary>
    public IReadOnlyList<SpecResponse> Responses { get; set; } = [];
    /// <summary>The operation's own <c>security</c>; null where it has none (the document's holds), empty where it is <c>[]</c>.</summary>
    public IReadOnlyList<SpecSecurityRequirement>? Security { get; set; }
    /// <summary>The operation's or path item's own servers; empty where the document's hold.</summary>
    public IReadOnlyList<SpecServer> Servers { get; set; } = [];
    /// <summary><c>callbacks</c>: name to the operations under it.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<SpecOperation>>> Callbacks { get; set; } = [];
    /// <summary>Where it stands.</summary>
    public SpecLocation Location { get; set; }
    /// <summary>JSON pointer of the operation.</summary>
    public string Pointer { get; set; } = "";
}

/// <summary><c>x-ms-pageable</c>: the answer is one page of a list.</summary>
/// <param name="NextLink">The property that has the address of the next page; null where there is only one page.</param>
/// <param name="Items">The property that has the items.</param>
public sealed record SpecPageable(string? NextLink, string Items);

/// <summary>Where a parameter travels.</summary>
public enum SpecParameterIn
{
    /// <summary>In the path.</summary>
    Path,
    /// <summary>In the query.</summary>
    Query,
    /// <summary>In a header.</summary>
    Header,
    /// <summary>In a cookie.</summary>
    Cookie,
    /// <summary>3.2: the whole query string.</summary>
    QueryString,
}

/// <summary>How a parameter's value is written.</summary>
public enum SpecParameterStyle
{
    /// <summary><c>simple</c>: path and header.</summary>
    Simple,
    /// <summary><c>label</c>: path.</summary>
    Label,
    /// <summary><c>matrix</c>: path.</summary>
    Matrix,
    /// <summary><c>form</c>: query and cookie.</summary>
    Form,
    /// <summary><c>spaceDelimited</c>; 2.0's <c>ssv</c>.</summary>
    SpaceDelimited,
    /// <summary><c>pipeDelimited</c>; 2.0's <c>pipes</c>.</summary>
    PipeDelimited,
    /// <summary><c>deepObject</c>.</summary>
    DeepObject,
    /// <summary>2.0's <c>tsv</c>.</summary>
    TabDelimited,
    /// <summary>3.2's cookie style.</summary>
    Cookie,
}

/// <summary>A parameter.</summary>
public sealed class SpecParameter
{
    /// <summary>Name on the wire.</summary>
    public required string Name { get; set; }
    /// <summary>Where it travels.</summary>
    public SpecParameterIn In { get; set; }
    /// <summary><c>required</c>; always true in the path.</summary>
    public bool Required { get; set; }
    /// <summary><c>description</c>.</summary>
    public string? Description { get; set; }
    /// <summary><c>deprecated</c>.</summary>
    public bool Deprecated { get; set; }
    /// <summary>Effective style: the default of its place where the document is silent; 2.0's collectionFormat translated.</summary>
    public SpecParameterStyle Style { get; set; }
    /// <summary>Effective explode: true by default for form (and cookie), false else; 2.0: true only for <c>multi</c>.</summary>
    public bool Explode { get; set; }
    /// <summary><c>allowReserved</c>.</summary>
    public bool AllowReserved { get; set; }
    /// <summary>The schema; never null (an empty one where the document has none).</summary>
    public required SpecSchema Schema { get; set; }
    /// <summary>The media type where the parameter uses <c>content</c>, else null.</summary>
    public string? ContentMediaType { get; set; }
    /// <summary>The key that it stands under where operations refer to it (<c>#/components/parameters/page</c>), else null.</summary>
    public string? Reference { get; set; }
    /// <summary>Where it stands.</summary>
    public SpecLocation Location { get; set; }
}

/// <summary>A request body.</summary>
public sealed class SpecRequestBody
{
    /// <summary>The key that it stands under where operations refer to it, else null.</summary>
    public string? Reference { get; set; }
    /// <summary><c>required</c>.</summary>
    public bool Required { get; set; }
    /// <summary><c>description</c>.</summary>
    public string? Description { get; set; }
    /// <summary>2.0: the name of the body parameter; else <c>x-body-name</c>/<c>x-codegen-request-body-name</c>; else null.</summary>
    public string? Name { get; set; }
    /// <summary>Media types in the document's order.</summary>
    public IReadOnlyList<SpecMediaType> Content { get; set; } = [];
}

/// <summary>A media type of a body, response or parameter.</summary>
public sealed class SpecMediaType
{
    /// <summary>The media type or range as written, e.g. <c>application/json; charset=utf-8</c>.</summary>
    public required string Name { get; set; }
    /// <summary>Its schema, or null.</summary>
    public SpecSchema? Schema { get; set; }
    /// <summary>3.2's <c>itemSchema</c> for sequential media types, or null.</summary>
    public SpecSchema? ItemSchema { get; set; }
    /// <summary><c>encoding</c>, by property name.</summary>
    public IReadOnlyList<SpecEncoding> Encoding { get; set; } = [];
}

/// <summary>How one property of a form or multipart body is sent.</summary>
/// <param name="Name">The property.</param>
/// <param name="ContentType"><c>contentType</c>, or null.</param>
/// <param name="Style">Style, or null where not stated.</param>
/// <param name="Explode">Explode, or null where not stated.</param>
/// <param name="AllowReserved"><c>allowReserved</c>.</param>
/// <param name="Headers">Headers of the part.</param>
public sealed record SpecEncoding(string Name, string? ContentType, SpecParameterStyle? Style, bool? Explode, bool AllowReserved, IReadOnlyList<SpecHeader> Headers);

/// <summary>A header of a response or part.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Description">Description, or null.</param>
/// <param name="Required"><c>required</c>.</param>
/// <param name="Schema">Its schema; never null.</param>
public sealed record SpecHeader(string Name, string? Description, bool Required, SpecSchema Schema);

/// <summary>A response.</summary>
public sealed class SpecResponse
{
    /// <summary><c>200</c>, <c>4XX</c> (upper-case) or <c>default</c>.</summary>
    public required string Status { get; set; }
    /// <summary><c>description</c>.</summary>
    public string? Description { get; set; }
    /// <summary>Media types in the document's order; empty where there is no body.</summary>
    public IReadOnlyList<SpecMediaType> Content { get; set; } = [];
    /// <summary>Headers.</summary>
    public IReadOnlyList<SpecHeader> Headers { get; set; } = [];
    /// <summary>Links.</summary>
    public IReadOnlyList<SpecLink> Links { get; set; } = [];
    /// <summary>The key that it stands under where operations refer to it, else null.</summary>
    public string? Reference { get; set; }
    /// <summary>Where it stands.</summary>
    public SpecLocation Location { get; set; }
}

/// <summary>A link to another operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OperationId">Target operationId, or null.</param>
/// <param name="OperationRef">Target reference, or null.</param>
/// <param name="Parameters">Parameter name to runtime expression or constant (raw JSON).</param>
/// <param name="Description">Description, or null.</param>
public sealed record SpecLink(string Name, string? OperationId, string? OperationRef, IReadOnlyList<KeyValuePair<string, string>> Parameters, string? Description);

/// <summary>A server.</summary>
/// <param name="Url">URL template as written (2.0: made of schemes, host and basePath).</param>
/// <param name="Description">Description, or null.</param>
/// <param name="Variables">Variables, in order.</param>
public sealed record SpecServer(string Url, string? Description, IReadOnlyList<SpecServerVariable> Variables);

/// <summary>A variable of a server URL.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">Its default.</param>
/// <param name="Values">Its allowed values; empty where free.</param>
/// <param name="Description">Description, or null.</param>
public sealed record SpecServerVariable(string Name, string Default, IReadOnlyList<string> Values, string? Description);

/// <summary>One alternative of <c>security</c>: all its schemes together (AND). An empty one means that no credential is needed.</summary>
/// <param name="Schemes">Scheme name and scopes.</param>
public sealed record SpecSecurityRequirement(IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Schemes);

/// <summary>A security scheme.</summary>
public sealed class SpecSecurityScheme
{
    /// <summary>Its key in the document.</summary>
    public required string Name { get; set; }
    /// <summary><c>apiKey</c>, <c>http</c>, <c>oauth2</c>, <c>openIdConnect</c>, <c>mutualTLS</c> (2.0's <c>basic</c> is <c>http</c>).</summary>
    public required string Type { get; set; }
    /// <summary>HTTP scheme in lower case (<c>bearer</c>, <c>basic</c>), or null.</summary>
    public string? Scheme { get; set; }
    /// <summary><c>query</c>, <c>header</c>, <c>cookie</c>, or null.</summary>
    public string? In { get; set; }
    /// <summary>Name of the header, query parameter or cookie, or null.</summary>
    public string? ParameterName { get; set; }
    /// <summary>OAuth 2 token URL of the client-credentials flow, or null.</summary>
    public string? TokenUrl { get; set; }
    /// <summary>Description, or null.</summary>
    public string? Description { get; set; }
}
