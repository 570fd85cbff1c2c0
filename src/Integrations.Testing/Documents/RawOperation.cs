using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>An operation; 2.0 is already in the words of 3.x.</summary>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path template.</param>
/// <param name="Id">The operationId, or null.</param>
/// <param name="Parameters">Its parameters and those of its path, the operation's own instead of its path's.</param>
/// <param name="Body">Its body, or null.</param>
/// <param name="Responses">Its responses.</param>
/// <param name="Anonymous">Whether it says <c>security: []</c>.</param>
/// <param name="AnonymousToo">Whether one of its alternatives, <c>{}</c>, asks for nothing.</param>
internal sealed record RawOperation(
    string Method,
    string Path,
    string? Id,
    IReadOnlyList<RawParameter> Parameters,
    RawBody? Body,
    IReadOnlyList<RawResponse> Responses,
    bool Anonymous,
    bool AnonymousToo)
{
    /// <summary><c>GET /user</c>.</summary>
    public string Title => Method + " " + Path;

    /// <inheritdoc/>
    public override string ToString() => Title;
}

/// <summary>A parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In"><c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</param>
/// <param name="Required">Whether it must be sent.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Style">Its style, defaults applied.</param>
/// <param name="Explode">Its explode, defaults applied.</param>
/// <param name="MediaType">The media type that its value is written in, or null.</param>
internal sealed record RawParameter(string Name, string In, bool Required, JsonNode? Schema, string Style, bool Explode, string? MediaType);

/// <summary>A request body.</summary>
/// <param name="Required">Whether it must be sent.</param>
/// <param name="Content">Its media types.</param>
internal sealed record RawBody(bool Required, IReadOnlyList<RawMedia> Content);

/// <summary>A response.</summary>
/// <param name="Status">Its status, as written.</param>
/// <param name="Content">Its media types.</param>
internal sealed record RawResponse(string Status, IReadOnlyList<RawMedia> Content);

/// <summary>A body in one media type.</summary>
/// <param name="Name">The media type.</param>
/// <param name="Schema">Its schema, or null.</param>
/// <param name="Examples">The document's examples of it.</param>
/// <param name="Encoding">How the parts of a form are written, or null.</param>
internal sealed record RawMedia(string Name, JsonNode? Schema, IReadOnlyList<JsonNode?> Examples, JsonObject? Encoding)
{
    /// <summary>3.2's schema of one item, or null.</summary>
    public JsonNode? ItemSchema { get; init; }

    /// <summary>The media type without parameters, in small letters.</summary>
    public string Bare { get; } = BareName(Name);

    /// <summary>Whether it is JSON.</summary>
    public bool IsJson => Bare is "application/json" or "text/json" or "*/*" || Bare.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>A media type without parameters, in small letters.</summary>
    public static string BareName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
#pragma warning disable CA1308 // media types are written in small letters
        return name.Split(';')[0].Trim().ToLowerInvariant();
#pragma warning restore CA1308
    }
}
