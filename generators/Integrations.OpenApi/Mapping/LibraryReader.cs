using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Integrations.OpenApi.Mapping;

/// <summary>
/// The only place that calls Microsoft.OpenApi. Every fragment is handed over normalised and as 3.2, whatever the document's version;
/// its diagnostics say nothing that the normaliser has not said better.
/// </summary>
internal sealed class LibraryReader
{
    private readonly OpenApiJsonReader reader = new();
    private readonly OpenApiDocument host = new();
    private readonly OpenApiReaderSettings settings = new() { RuleSet = new ValidationRuleSet(), LoadExternalRefs = false };

    /// <summary>Reads one fragment; null and the reason where the library throws.</summary>
    public T? Read<T>(JsonNode node, out string? failure) where T : class, IOpenApiElement
    {
        try
        {
            failure = null;
            return reader.ReadFragment<T>(node, OpenApiSpecVersion.OpenApi3_2, host, out _, settings);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure = e.Message;
            return null;
        }
    }
}
