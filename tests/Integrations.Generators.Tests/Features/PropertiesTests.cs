using System.Text.RegularExpressions;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Features;

/// <summary>What is emitted besides where a project sets <c>IntegrationsJsonProperties</c>.</summary>
public sealed class PropertiesTests
{
    public static TheoryData<string> Documents => RepositoryFiles.Documents("features");

    [Theory]
    [MemberData(nameof(Documents))]
    public void It_compiles_for_every_feature_and_changes_no_other_file(string document)
    {
        string[] told = document is "recursion.yaml" or "multipart.yaml" ? ["INT2007"] : [];
        var plain = Project(document, "false").Run(told);
        var run = Project(document, "true").Run(told);
        Caching.AssertUnrelatedEditIsFree(run);

        Assert.All(plain.Files, file => Assert.Equal(file.Value, run.Files[file.Key]));
        Assert.All(run.Files.Keys.Except(plain.Files.Keys), static name => Assert.StartsWith("Properties.", name, StringComparison.Ordinal));
        var described = string.Concat(run.Files.Where(static f => f.Key.StartsWith("Properties.", StringComparison.Ordinal)).Select(static f => f.Value));
        // The root of a hierarchy has none.
        Assert.Equal(plain.Files.Values.Sum(static text => Count(text, "JsonShape Shape = new(") - Regex.Count(text, @"public partial class \w+ : .*IJsonModel<")), Count(described, ".Describe("));
    }

    [Theory]
    [InlineData("required-nullable-optional.yaml")]
    [InlineData("enums.yaml")]
    [InlineData("additional-properties.yaml")]
    [InlineData("hierarchy.yaml")]
    public void It_is_as_its_snapshot_says(string document)
    {
        var files = Project(document, "true").Run().Files
            .Where(static f => f.Key.StartsWith("Properties.", StringComparison.Ordinal))
            .ToDictionary(static f => f.Key, static f => f.Value, StringComparer.Ordinal);
        Assert.NotEmpty(files);
        Snapshot.Compare(files, Path.Combine(RepositoryFiles.Root, "tests", "Integrations.Generators.Tests", "Snapshots"), "Properties." + Path.GetFileNameWithoutExtension(document));
    }

    [Theory]
    [InlineData("false", "None 0")]
    [InlineData("true", "Object 9")]
    public async Task Only_where_it_is_asked_for_has_a_model_properties(string wanted, string expected)
    {
        const string Json = """{"id":1,"note":null,"nick":null,"more":[1.0]}""";
        var project = Feature.Project("required-nullable-optional.yaml", $$""""
            var options = new System.Text.Json.JsonSerializerOptions { TypeInfoResolver = Integrations.Json.JsonModelResolver.Models };
            var info = options.GetTypeInfo(typeof(Thing));
            log.Add(info.Kind + " " + info.Properties.Count);
            log.Add(System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize("""{{Json}}""", info), info));
            """");
        var run = (project with { Properties = project.Properties.SetItem("build_property.IntegrationsJsonProperties", wanted) }).Run();

        Assert.Equal([expected, Json], await Feature.LiveAsync(run, static context => context.Response.CompleteAsync()));
    }

    private static int Count(string text, string what) => text.Split(what).Length - 1;

    private static TestProject Project(string document, string wanted)
    {
        var project = TestProject.Of($"""
            namespace MyApp;

            /// <summary>The feature.</summary>
            [OpenApiClient("specs/{document}")]
            public sealed partial class FeatureClient;
            """).WithDocument("specs/" + document, RepositoryFiles.Document("features", document));
        return project with { Properties = project.Properties.SetItem("build_property.IntegrationsJsonProperties", wanted) };
    }
}
