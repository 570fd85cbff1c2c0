namespace Integrations.Corpus.Tests;

/// <summary>
/// Real documents, which are not ours to publish: <c>shared/specs</c> beside the checkout, or beside a folder above it. Where there are none, tests of
/// them have nothing to do.
/// </summary>
internal static class Corpus
{
    /// <summary>The folder of the documents, or null.</summary>
    public static string? Folder { get; } = Find("shared/specs");

    /// <summary>The root of the checkout.</summary>
    public static string Checkout { get; } = Path.GetDirectoryName(Find("Directory.Packages.props")) ?? AppContext.BaseDirectory;

    /// <summary>The documents, the largest first, so that the end of a run is not one large document.</summary>
    public static IReadOnlyList<string> Documents { get; } = Folder is null
        ? []
        : [.. Directory.GetFiles(Folder).Where(static f => Path.GetExtension(f) is ".json" or ".yaml" or ".yml").OrderByDescending(static f => new FileInfo(f).Length).ThenBy(static f => f, StringComparer.Ordinal)];

    /// <summary>A document by its name without ending; null where it is absent.</summary>
    public static string? Document(string name) => Documents.FirstOrDefault(d => Path.GetFileNameWithoutExtension(d) == name);

    /// <summary>A folder beside that of the documents, or null.</summary>
    public static string? SharedFolder(string relative) => Find("shared/" + relative);

    /// <summary>Where a test leaves a report.</summary>
    public static string Report(string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(Checkout, "artifacts")).FullName, name);

    private static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, relative);
            if (Directory.Exists(path) || File.Exists(path))
                return path;
        }
        return null;
    }
}
