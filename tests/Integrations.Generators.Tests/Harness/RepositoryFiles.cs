namespace Integrations.Generators.Tests.Harness;

/// <summary>Files of the repository that tests read.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Find();

    /// <summary>The documents of a folder under <c>specs/</c>, for a theory.</summary>
    public static TheoryData<string> Documents(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Root, "specs", folder)).Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static string Document(string folder, string name) => File.ReadAllText(Path.Combine(Root, "specs", folder, name));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Integrations.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run within the repository.");
        return folder.FullName;
    }
}
