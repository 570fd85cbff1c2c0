using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>What the server saw of one request, and what it answered.</summary>
/// <param name="Target">The raw target.</param>
/// <param name="Operation">The operation that it is, or null.</param>
internal sealed record SeenRequest(string Target, RawOperation? Operation)
{
    /// <summary>The decoded values by place and name (<c>query/page</c>); the body is <c>body</c>.</summary>
    public Dictionary<string, JsonNode?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The bytes of the body.</summary>
    public byte[] Body { get; set; } = [];

    /// <summary>Its media type, or empty.</summary>
    public string ContentType { get; set; } = "";

    /// <summary>Everything that the document does not allow.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>The media that was answered, or null for none.</summary>
    public RawMedia? Answered { get; set; }

    /// <summary>The JSON that was answered.</summary>
    public JsonNode? Json { get; set; }

    /// <summary>The bytes that were answered.</summary>
    public byte[] Answer { get; set; } = [];

    /// <summary>The items that were answered, where the media comes item by item.</summary>
    public List<JsonNode?> Items { get; } = [];

    /// <summary>Where the document's own example that was answered breaks its schema; empty where it does not, or an instance was made.</summary>
    public IReadOnlyList<string> Defects { get; set; } = [];
}
