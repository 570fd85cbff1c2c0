using System.Collections.Immutable;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Emission;
using Integrations.Generators.Models;

namespace Integrations.Generators.Documents;

/// <summary>
/// Documents know nothing of each other while they are bound. Two whose models would share a namespace, or whose files a name, meet here.
/// </summary>
internal static class DocumentClashes
{
    /// <summary>The documents, in order: one that shares its namespace with an earlier one is left out and says so.</summary>
    public static DocumentModel[] Resolve(ImmutableArray<(string Path, DocumentModel Model)> documents)
    {
        var namespaces = new Dictionary<string, string>(StringComparer.Ordinal);
        var hints = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var result = new DocumentModel[documents.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var (path, model) = documents[i];
            if (model.Files.Count > 0)
            {
                if (namespaces.TryGetValue(model.Namespace, out var first))
                {
                    result[i] = new DocumentModel(model.Name, model.Namespace, [], [], new([DocumentProblems.Whole(
                        DocumentDescriptors.Clash,
                        path,
                        $"its models would share the namespace '{model.Namespace}' with those of '{first}'; set [OpenApiClient(..., Namespace = \"...\")] on its classes, or rename the file")]));
                    continue;
                }
                namespaces.Add(model.Namespace, path);
            }
            result[i] = WithOwnHints(model, hints);
        }
        return result;
    }

    private static DocumentModel WithOwnHints(DocumentModel model, HashSet<string> taken)
    {
        DocumentFileModel[]? files = null;
        for (var i = 0; i < model.Files.Count; i++)
        {
            if (taken.Add(model.Files[i].HintName))
                continue;
            files ??= [.. model.Files];
            files[i] = files[i] with { HintName = Suffixed(files[i].HintName, model.Namespace, taken) };
        }
        return files is null ? model : model with { Files = files };
    }

    private static string Suffixed(string hint, string @namespace, HashSet<string> taken)
    {
        var name = ClientHints.WithHash(hint, @namespace);
        taken.Add(name);
        return name;
    }
}
