using System.Collections.Immutable;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Checks;

/// <summary>
/// Finds emitted models in contexts of System.Text.Json (INT1012). The name does not bind in any case, so a model whose full name ends with it is
/// the one that is meant.
/// </summary>
internal static class ContextChecks
{
    /// <summary>Resolves names against the models of all documents.</summary>
    public static EquatableArray<DiagnosticModel> Run(EquatableArray<PlacedText> names, ImmutableArray<EquatableArray<DocumentFileModel>> documents)
    {
        var problems = new List<DiagnosticModel>();
        foreach (var name in names)
        {
            if (Find(name.Text, documents) is { } ns)
                problems.Add(DeclarationProblems.Of(DeclarationDescriptors.ModelInContext, name.Place, name.Text, ns));
        }
        return EquatableArray.From(problems);
    }

    private static string? Find(string name, ImmutableArray<EquatableArray<DocumentFileModel>> documents)
    {
        foreach (var files in documents)
        {
            foreach (var file in files)
            {
                foreach (var schema in file.Schemas)
                {
                    if (name.EndsWith(schema.Name, StringComparison.Ordinal) && ("." + file.Namespace + "." + schema.Name).EndsWith("." + name, StringComparison.Ordinal))
                        return file.Namespace;
                }
            }
        }
        return null;
    }
}
