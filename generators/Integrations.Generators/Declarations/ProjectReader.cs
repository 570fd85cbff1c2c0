using Integrations.Generators.Documents;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Integrations.Generators.Declarations;

/// <summary>Reads what the package's props make visible of the project.</summary>
internal static class ProjectReader
{
    /// <summary>The project.</summary>
    public static ProjectModel Read(AnalyzerConfigOptions options, string? assemblyName)
    {
        var assembly = assemblyName ?? "";
        if (!options.TryGetValue("build_property.RootNamespace", out var root) || string.IsNullOrWhiteSpace(root))
            root = assembly;
        return new ProjectModel(IntegrationNames.ToNamespace(root.Trim()), assembly, Directory(options));
    }

    /// <summary>The project's directory with <c>/</c> at the end; empty where unknown.</summary>
    public static string Directory(AnalyzerConfigOptions options)
    {
        if (!options.TryGetValue("build_property.ProjectDir", out var directory) || string.IsNullOrWhiteSpace(directory))
        {
            if (!options.TryGetValue("build_property.MSBuildProjectDirectory", out directory) || string.IsNullOrWhiteSpace(directory))
                return "";
        }
        directory = directory.Replace('\\', '/');
        return directory[directory.Length - 1] == '/' ? directory : directory + "/";
    }
}
