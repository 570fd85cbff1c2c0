namespace Integrations.Packaging.Tests;

/// <summary>The package as its users get it.</summary>
public sealed class PackageTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string Slot = "analyzers/dotnet/cs/";

    [Fact]
    public void There_is_one_analyzer_slot_with_each_file_once()
    {
        var analyzers = package.Entries.Where(static e => e.StartsWith("analyzers/", StringComparison.Ordinal)).ToList();
        Assert.All(analyzers, static e => Assert.StartsWith(Slot, e, StringComparison.Ordinal));
        Assert.Equal(
            [
                "Integrations.Analyzers.dll",
                "Integrations.CodeFixes.dll",
                "Integrations.Generators.dll",
                "Integrations.OpenApi.dll",
                "Microsoft.Bcl.AsyncInterfaces.dll",
                "Microsoft.OpenApi.dll",
                "System.Buffers.dll",
                "System.Memory.dll",
                "System.Numerics.Vectors.dll",
                "System.Runtime.CompilerServices.Unsafe.dll",
                "System.Text.Encodings.Web.dll",
                "System.Text.Json.dll",
                "System.Threading.Tasks.Extensions.dll",
                "YamlDotNet.dll",
            ],
            analyzers.Select(static e => e[Slot.Length..]));
    }

    [Fact]
    public void Beside_it_there_are_the_runtime_the_props_and_a_readme_and_nothing_else() => Assert.Equal(
        [
            "ConfigurationSchema.json",
            "README.md",
            "buildTransitive/Integrations.props",
            "buildTransitive/Integrations.targets",
            "lib/net10.0/Integrations.dll",
            "lib/net10.0/Integrations.xml",
        ],
        Own(package.Entries).Where(static e => !e.StartsWith(Slot, StringComparison.Ordinal)));

    [Fact]
    public void The_package_for_ASPNET_has_its_assembly_and_a_readme() => Assert.Equal(
        ["README.md", "lib/net10.0/Integrations.AspNetCore.dll", "lib/net10.0/Integrations.AspNetCore.xml"],
        Own(package.EntriesOf("Integrations.AspNetCore")));

    [RuntimeFact]
    public void A_console_program_registers_the_clients_of_a_library_that_alone_references_the_package()
    {
        package.Run("build", "Console/Console.csproj", "-v", "q", "-nologo");
        Assert.Equal("LibraryShop: 3 operations", package.Run("run", "--project", "Console/Console.csproj", "--no-build").Trim());
    }

    [RuntimeFact]
    public void A_console_program_has_a_database_of_its_own_with_the_driver_that_it_references()
    {
        package.Run("build", "Database/Database.csproj", "-v", "q", "-nologo");
        var file = Path.Combine(package.Folder, "notes.db");
        Assert.Equal("it's the first; -- 1970-01-01 12.34", package.Run("run", "--project", "Database/Database.csproj", "--no-build", "--", $"--ConnectionStrings:Notes=Data Source={file}").Trim());
        Assert.True(File.Exists(file));
        // The package brings no driver: without one the program is told what to add.
        File.WriteAllText(Path.Combine(package.Folder, "Database", "Database.csproj"), File.ReadAllText(Path.Combine(package.Folder, "Database", "Database.csproj"))
            .Replace("""<PackageReference Include="Microsoft.Data.Sqlite" Version="$(SqliteVersion)" />""", "", StringComparison.Ordinal));
        var exception = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => package.Run("build", "Database/Database.csproj", "-v", "q", "-nologo"));
        Assert.Contains("INT4007", exception.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet add package Microsoft.Data.Sqlite", exception.Message, StringComparison.Ordinal);
    }

    [RuntimeFact]
    public void A_web_program_runs_and_publishes_no_document()
    {
        package.Run("publish", "Web/Web.csproj", "-o", "published", "-v", "q", "-nologo");
        Assert.Equal("WebShop: 1 operations, 3 endpoints", package.Run(Path.Combine("published", "Web.dll")).Trim());
        Assert.Empty(Directory.GetFiles(Path.Combine(package.Folder, "published"), "shop.json", SearchOption.AllDirectories));
    }

    [RuntimeFact]
    public void A_document_that_is_misspelt_is_reported_though_the_models_are_missed_everywhere()
    {
        var exception = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => package.Run("build", "Typo/Typo.csproj", "-v", "q", "-nologo"));
        Assert.Contains("TypoClient.cs(5,16): error INT1002: 'specs/shpo.json' is not among", exception.Message, StringComparison.Ordinal);
        Assert.Contains("did you mean 'specs/shop.json'?", exception.Message, StringComparison.Ordinal);
        Assert.Contains("error CS0234", exception.Message, StringComparison.Ordinal);
    }

    [RuntimeFact]
    public void An_accepted_listing_of_the_API_lies_beside_the_document_and_a_change_of_it_stops_a_strict_build()
    {
        package.Run("build", "Library/Library.csproj", "-t:AcceptIntegrationsApi", "-v", "q", "-nologo");
        var listing = Path.Combine(package.Folder, "Library", "specs", "Shop.api.txt");
        Assert.Contains("ShopClient", File.ReadAllText(listing), StringComparison.Ordinal);
        package.Run("build", "Library/Library.csproj", "-v", "q", "-nologo");

        File.AppendAllText(listing, "// Library.Shop.Gone : sealed class\n");
        var exception = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => package.Run("build", "Library/Library.csproj", "-v", "q", "-nologo"));
        Assert.Contains("error INT3001: 'Library.Shop.Gone : sealed class' is no more", exception.Message, StringComparison.Ordinal);
        File.Delete(listing);
    }

    [RuntimeFact]
    public void Editors_get_the_packages_schema_of_appsettings_and_then_the_projects_own_which_is_not_published()
    {
        package.Run("restore", "Web/Web.csproj", "-v", "q");
        Assert.Contains("""integrations/""", Segment().Replace('\\', '/'), StringComparison.OrdinalIgnoreCase);
        package.Run("build", "Web/Web.csproj", "-t:WriteIntegrationsSchema", "-v", "q", "-nologo");
        var own = Path.Combine(package.Folder, "Web", "Properties", "ConfigurationSchema.json");
        using (var schema = System.Text.Json.JsonDocument.Parse(File.ReadAllText(own)))
        {
            var root = schema.RootElement;
            Assert.Equal("#/definitions/integrationsClient", root.GetProperty("properties").GetProperty("Integrations").GetProperty("properties").GetProperty("WebShop").GetProperty("$ref").GetString());
            Assert.True(root.GetProperty("definitions").GetProperty("integrationsRetry").GetProperty("properties").TryGetProperty("MaxAttempts", out _));
        }
        Assert.Equal(Path.GetFullPath(own), Path.GetFullPath(Segment()));
        package.Run("publish", "Web/Web.csproj", "-o", "published-schema", "-v", "q", "-nologo");
        Assert.Empty(Directory.GetFiles(Path.Combine(package.Folder, "published-schema"), "ConfigurationSchema.json", SearchOption.AllDirectories));
        File.Delete(own);

        string Segment()
        {
            using var items = System.Text.Json.JsonDocument.Parse(package.Run("msbuild", "Web/Web.csproj", "-getItem:JsonSchemaSegment", "-nologo"));
            var item = Assert.Single(items.RootElement.GetProperty("Items").GetProperty("JsonSchemaSegment").EnumerateArray().ToList());
            Assert.Matches(item.GetProperty("FilePathPattern").GetString()!, "appsettings.Development.json");
            var path = item.GetProperty("FullPath").GetString()!;
            Assert.True(File.Exists(path), path);
            return path;
        }
    }

    private static IEnumerable<string> Own(IEnumerable<string> entries) =>
        entries.Where(static e => !e.StartsWith('_') && !e.StartsWith('[') && !e.StartsWith("package/", StringComparison.Ordinal) && !e.EndsWith(".nuspec", StringComparison.Ordinal));

    [Fact]
    public void An_old_SDK_is_refused_with_a_clear_message()
    {
        package.Run("restore", "Web/Web.csproj", "-v", "q");
        var exception = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => package.Run("build", "Web/Web.csproj", "--no-restore", "-p:NETCoreSdkVersion=9.0.300", "-nologo"));
        Assert.Contains("INT0001", exception.Message, StringComparison.Ordinal);
    }
}
