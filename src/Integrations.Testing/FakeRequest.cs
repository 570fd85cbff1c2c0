using System.Text;
using System.Text.Json.Nodes;

namespace Integrations.Testing;

/// <summary>A request as the fake received it.</summary>
public sealed class FakeRequest
{
    internal FakeRequest(HttpRequestMessage message, string target, string? operation, string? path)
    {
        Method = message.Method.Method;
        Target = target;
        Operation = operation;
        Path = path;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in message.Headers.NonValidated)
            headers[header.Key] = header.Value.ToString();
        if (message.Content is not null)
        {
            foreach (var header in message.Content.Headers.NonValidated)
                headers[header.Key] = header.Value.ToString();
        }
        Headers = headers;
    }

    /// <summary>The HTTP method, in capitals.</summary>
    public string Method { get; }

    /// <summary>Path and query as they are on the wire.</summary>
    public string Target { get; }

    /// <summary>The operationId, or <c>METHOD /path</c> where the document has none; null where the request is no operation.</summary>
    public string? Operation { get; }

    /// <summary>The path template, or null.</summary>
    public string? Path { get; }

    /// <summary>The headers, those of the content included.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The decoded parameters by place and name: <c>path/id</c>, <c>query/page</c>, <c>header/If-Match</c>, <c>cookie/session</c>.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Parameters { get; internal set; } = new Dictionary<string, JsonNode?>();

    /// <summary>The body's bytes; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; internal set; }

    /// <summary>The body as JSON; null where it is none. Fields of a form are properties.</summary>
    public JsonNode? Json { get; internal set; }

    /// <summary>The body as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>What the document does not allow; empty for a sound request.</summary>
    public IReadOnlyList<string> Violations { get; internal set; } = [];

    /// <inheritdoc/>
    public override string ToString() => Method + " " + Target;
}
