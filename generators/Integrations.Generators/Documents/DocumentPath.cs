using Integrations.OpenApi.Files;

namespace Integrations.Generators.Documents;

/// <summary>Paths as declarations and projects write them, brought to one form: <c>/</c> as separator, relative to the project.</summary>
internal static class DocumentPath
{
    /// <summary>One form of a path; see <see cref="FilePath.Normalize"/>.</summary>
    public static string Normalize(string path) => FilePath.Normalize(path);

    /// <summary>A file's path relative to the project; <c>../</c> where it lies outside.</summary>
    /// <param name="path">The file, as the compiler knows it.</param>
    /// <param name="directory">The project's directory with a final <c>/</c>; empty where unknown.</param>
    /// <param name="link">The <c>Link</c> of a linked file, which then is its path in the project; or null.</param>
    public static string Relative(string path, string directory, string? link)
    {
        if (!string.IsNullOrWhiteSpace(link))
            return Normalize(link!);
        path = Normalize(path);
        if (directory.Length == 0 || !IsRooted(path))
            return path;
        // A drive letter tells a file system that ignores case.
        var comparison = path[0] == '/' ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (path.StartsWith(directory, comparison))
            return path.Substring(directory.Length);

        var from = directory.TrimEnd('/').Split('/');
        var to = path.Split('/');
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && string.Equals(from[common], to[common], comparison))
            common++;
        if (common == 0)
            return path;
        var parts = new List<string>();
        for (var i = common; i < from.Length; i++)
            parts.Add("..");
        for (var i = common; i < to.Length; i++)
            parts.Add(to[i]);
        return string.Join("/", parts);
    }

    private static bool IsRooted(string path) => path.Length > 0 && (path[0] == '/' || (path.Length > 1 && path[1] == ':'));
}
