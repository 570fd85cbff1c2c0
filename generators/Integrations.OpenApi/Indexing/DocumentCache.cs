using Integrations.OpenApi.Text;
using Integrations.OpenApi.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Indexing;

/// <summary>
/// Spares the second conversion of a YAML document, for loading mostly follows indexing at once. Held weakly: an index must not
/// keep a document alive.
/// </summary>
internal sealed class DocumentCache
{
    private WeakReference<YamlJson>? yaml;

    public DocumentBytes? Read(SourceText text, ProblemList problems, CancellationToken ct)
    {
        if (yaml is not null && yaml.TryGetTarget(out var known)) return DocumentBytes.Of(known);
        var document = DocumentBytes.Read(text, problems, ct);
        if (document?.Yaml is { } made) yaml = new WeakReference<YamlJson>(made);
        return document;
    }
}
