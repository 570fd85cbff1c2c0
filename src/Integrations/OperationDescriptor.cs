namespace Integrations;

/// <summary>
/// One operation of a client, as its document names it; of a client of a database, one statement: its keyword, its table and its method. Its instances are emitted
/// once and shared.
/// </summary>
public sealed class OperationDescriptor
{
    /// <summary>Describes an operation.</summary>
    /// <param name="method">The HTTP method, in capitals; of a statement its keyword (<c>SELECT</c>).</param>
    /// <param name="path">The path template, such as <c>/products/{id}</c>; of a statement its table, if it has one.</param>
    /// <param name="id">The operationId; where the document has none, <c>METHOD /path</c>. Of a statement the method's name.</param>
    /// <param name="tag">The tag that groups it, if any.</param>
    public OperationDescriptor(string method, string path, string? id = null, string? tag = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        HttpMethod = HttpMethod.Parse(method);
        Method = HttpMethod.Method;
        Path = path;
        Name = path.Length == 0 ? Method : Method + " " + path;
        Id = id ?? Name;
        Tag = tag;
        Idempotent = Method is "GET" or "HEAD" or "OPTIONS" or "TRACE" or "PUT" or "DELETE";
    }

    /// <summary>The HTTP method, in capitals.</summary>
    public string Method { get; }

    /// <summary>The path template. Logs, traces and exceptions name it instead of the path, whose values may be secret.</summary>
    public string Path { get; }

    /// <summary>The operationId, or <c>METHOD /path</c>.</summary>
    public string Id { get; }

    /// <summary>The tag that groups it, if any.</summary>
    public string? Tag { get; }

    /// <summary><c>METHOD /path</c>, as <see cref="PolicyAttribute.Operation"/> names it.</summary>
    public string Name { get; }

    /// <summary>Which type an error has by its status.</summary>
    /// <value>Default: none; errors then carry only status, headers and text.</value>
    public ErrorMap? Errors { get; init; }

    /// <summary>Whether the document says that it takes no credentials (<c>security: []</c>): it gets none.</summary>
    /// <value>Default: false.</value>
    public bool Anonymous { get; init; }

    /// <summary>
    /// The security schemes that the document lets it use, where it says so itself: <c>oauth read write + key | basic</c> is the scheme <c>oauth</c> with
    /// two scopes together with <c>key</c>, or <c>basic</c>. An empty alternative needs none.
    /// </summary>
    /// <value>Default: null, so that the document's own counts.</value>
    public string? Security { get; init; }

    /// <summary>
    /// Its own server, where the document names one that is not the client's: an address, or a path to be resolved against the client's. May have
    /// variables. Where its calls go in the end is in <c>docs/calls.md</c>.
    /// </summary>
    /// <value>Default: null.</value>
    public string? Server { get; init; }

    /// <summary>The media type asked for.</summary>
    /// <value>Default: <c>application/json</c>.</value>
    public string Accept { get; init; } = "application/json";

    /// <summary>Whether a success without content is expected; the result is then the type's default. Elsewhere it is an error.</summary>
    /// <value>Default: false.</value>
    public bool AllowEmpty { get; init; }

    /// <summary>Whether sending it twice has the effect of sending it once, so that it may be retried.</summary>
    /// <value>Default: true for GET, HEAD, OPTIONS, TRACE, PUT and DELETE (RFC 9110, section 9.2.2).</value>
    public bool Idempotent { get; init; }

    internal HttpMethod HttpMethod { get; }

    /// <summary><c>METHOD /path</c>.</summary>
    public override string ToString() => Name;
}
