using Integrations.Generators.Documents;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Features;

/// <summary>A document over several files: what is emitted, what runs again, and where facts are reported.</summary>
public sealed class FilesTests
{
    private const string Pet = "specs/files/models/pet.yml";

    [Fact]
    public void It_is_emitted_as_its_snapshot_says()
    {
        var run = Project().Run();
        Caching.AssertUnrelatedEditIsFree(run);
        var emitted = run.Files
            .Where(static f => !f.Key.StartsWith("Integration", StringComparison.Ordinal))
            .ToDictionary(static f => f.Key, static f => f.Value, StringComparer.Ordinal);
        Snapshot.Compare(emitted, Path.Combine(RepositoryFiles.Root, "tests", "Integrations.Generators.Tests", "Snapshots"), "Features.files");
    }

    [Fact]
    public void A_change_of_one_of_its_files_runs_its_document_again_and_writes_one_model()
    {
        var run = Project().Run();
        var again = Change(Project(), Pet, "A pet.", "A dear pet.").Run(run.Driver);
        Caching.AssertRan(again, StepNames.Files, StepNames.Inputs, StepNames.Bound, StepNames.Documents, StepNames.Outputs, "Output");
        Assert.Single(again.Files, f => run.Files[f.Key] != f.Value);
    }

    [Fact]
    public void A_file_that_is_only_touched_binds_nothing_again()
    {
        var run = Project().Run();
        Caching.AssertRan(Change(Project(), Pet, "A pet.", "A pet.").Run(run.Driver), StepNames.Files);
    }

    [Fact]
    public void A_file_of_another_document_binds_only_that_one_again()
    {
        var project = Project().WithSource("Other.cs", """
            namespace MyApp;

            /// <summary>Another.</summary>
            [OpenApiClient("specs/other.yaml")]
            public sealed partial class OtherClient;
            """)
            .WithDocument("specs/other.yaml", "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {operationId: a, summary: A., responses: {200: {description: ok, content: {application/json: {schema: {$ref: other/model.yml}}}}}}}}")
            .WithDocument("specs/other/model.yml", "type: object\ndescription: One.\nproperties: {a: {type: string}}");
        var run = project.Run();
        var again = Change(project, "specs/other/model.yml", "One.", "Another.").Run(run.Driver);
        Assert.Equal("OtherModel", Assert.Single(again.Files, f => run.Files[f.Key] != f.Value).Key is { } key && key.Contains("Model", StringComparison.Ordinal) ? "OtherModel" : "");
        Assert.Single(again.Steps, static s => s.Step == StepNames.Bound && s.Reason == Microsoft.CodeAnalysis.IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void A_missing_file_is_reported_where_it_is_referred_to_and_what_to_do()
    {
        var project = Project();
        var run = (project with { Documents = [.. project.Documents.Where(static d => !d.Path.EndsWith("owner.yml", StringComparison.Ordinal))] }).Run("INT2004");
        var diagnostic = run.Single("INT2004");
        var place = diagnostic.Location.GetLineSpan();
        Assert.Equal(("/project/" + Pet, 7, 2), (place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character));
        Assert.Contains("<AdditionalFiles Include=\"specs/files/models/owner.yml\" />", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_appears_is_taken_up()
    {
        var project = Project();
        var run = (project with { Documents = [.. project.Documents.Where(static d => !d.Path.EndsWith("owner.yml", StringComparison.Ordinal))] }).Run("INT2004");
        Assert.Equal(project.Run().Files, project.Run(run.Driver).Files);
    }

    [Fact]
    public void Patterns_select_operations_of_other_files()
    {
        var project = Project("Operations = [\"pets/get\"]");
        var run = project.Run();
        var client = run.Files.Single(static f => f.Key.Contains("FilesClient", StringComparison.Ordinal)).Value;
        Assert.Contains("GET /pets/{id}", string.Join('\n', run.Files.Values), StringComparison.Ordinal);
        Assert.DoesNotContain("NewPet", client, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_the_document_does_not_mention_are_never_read()
    {
        var project = Project().WithDocument("specs/files/models/unused.yml", "type: object");
        project.Run();
        Assert.Equal(0, project.Documents.Single(static d => d.Path.EndsWith("unused.yml", StringComparison.Ordinal)).Reads);
    }

    private static TestProject Change(TestProject project, string path, string old, string text)
    {
        var document = project.Documents.Single(d => d.Path == "/project/" + path).GetText()!.ToString();
        Assert.Contains(old, document, StringComparison.Ordinal);
        return project.WithDocument(path, document.Replace(old, text, StringComparison.Ordinal));
    }

    private static TestProject Project(string arguments = "")
    {
        var project = TestProject.Of($$"""
            namespace MyApp;

            /// <summary>The feature.</summary>
            [OpenApiClient("specs/files/shop.yaml"{{(arguments.Length > 0 ? ", " + arguments : "")}})]
            public sealed partial class FilesClient;
            """);
        var folder = Path.Combine(RepositoryFiles.Root, "specs", "features");
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            project = project.WithDocument("specs/" + Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file));
        return project;
    }
}
