using Integrations.Generators.Documents;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Integrations.Analyzers;

/// <summary>The project's AdditionalFiles by their paths in it; placed once per compilation, and only when a class asks.</summary>
internal sealed class ProjectDocuments(AnalyzerOptions options)
{
    private readonly Lazy<List<ProjectFile>> _files = new(() =>
    {
        var files = new List<ProjectFile>(options.AdditionalFiles.Length);
        foreach (var file in options.AdditionalFiles)
            files.Add(ProjectFile.Of(file, options.AnalyzerConfigOptionsProvider));
        return files;
    });

    /// <summary>What a document's name means.</summary>
    public List<ProjectFile> Find(string document) => ProjectFile.Find(document, _files.Value);

    /// <summary>Files that may have been meant.</summary>
    public List<string> Nearest(string document)
    {
        var paths = new List<string>();
        foreach (var file in _files.Value)
        {
            var path = file.RelativePath;
            if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
                paths.Add(path);
        }
        return Suggestion.Nearest(document, paths);
    }
}
