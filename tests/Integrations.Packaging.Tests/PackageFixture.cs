using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Integrations.Packaging.Tests;

/// <summary>Packs once, under a version that no cache can know, and lays out the scratch projects outside the repository.</summary>
public sealed class PackageFixture : IDisposable
{
    public PackageFixture()
    {
        Folder = Directory.CreateTempSubdirectory("integrations-").FullName;
        foreach (var project in new[] { "Integrations", "Integrations.AspNetCore" })
            Dotnet.Run(Repository(), null, "pack", $"src/{project}/{project}.csproj", "-c", "Release", "-o", Path.Combine(Folder, "feed"), "-p:Version=" + Version, "-v", "q", "-nologo");
        Entries = EntriesOf("Integrations");
        Copy(Path.Combine(AppContext.BaseDirectory, "Scratch"), Folder);
        foreach (var project in new[] { "Library", "Console", "Web", "Typo" })
            Copy(Path.Combine(Folder, "specs"), Path.Combine(Folder, project, "specs"));
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(Folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="feed" /></packageSources>
              <fallbackPackageFolders><add key="cache" value="{cache}" /></fallbackPackageFolders>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(Folder, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <IntegrationsVersion>{Version}</IntegrationsVersion>
                <SqliteVersion>{VersionOf("Microsoft.Data.Sqlite")}</SqliteVersion>
                <SqliteBundleVersion>{VersionOf("SQLitePCLRaw.bundle_e_sqlite3")}</SqliteBundleVersion>
                <HostingVersion>{VersionOf("Microsoft.Extensions.Hosting")}</HostingVersion>
              </PropertyGroup>
            </Project>
            """);
    }

    /// <summary>Where everything lies.</summary>
    public string Folder { get; }

    /// <summary>The paths in the package.</summary>
    public IReadOnlyList<string> Entries { get; }

    private static string Version { get; } = "0.1.0-test." + Environment.ProcessId;

    /// <summary>The paths in a package.</summary>
    public IReadOnlyList<string> EntriesOf(string package)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Folder, "feed", $"{package}.{Version}.nupkg"));
        return [.. archive.Entries.Select(static e => e.FullName).Order(StringComparer.Ordinal)];
    }

    /// <summary>Runs the SDK in the scratch folder, with a package cache of its own.</summary>
    public string Run(params string[] arguments) => Dotnet.Run(Folder, Path.Combine(Folder, "packages"), arguments);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>The version of a package that the repository uses, which is in the machine's cache.</summary>
    private static string VersionOf(string package) => System.Xml.Linq.XDocument.Load(Path.Combine(Repository(), "Directory.Packages.props"))
        .Descendants("PackageVersion").Single(e => e.Attribute("Include")?.Value == package).Attribute("Version")!.Value;

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));
}
