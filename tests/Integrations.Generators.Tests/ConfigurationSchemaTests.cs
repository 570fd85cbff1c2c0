using System.Text.Json.Nodes;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests;

/// <summary>The schema of a project's <c>appsettings.json</c>, as <c>dotnet build -t:WriteIntegrationsSchema</c> asks for it.</summary>
public sealed class ConfigurationSchemaTests
{
    private const string Document = """
        openapi: 3.0.0
        info: { title: T, version: "1" }
        servers:
          - url: https://{region}.example.com/{version}/{odd"*/name}
            variables:
              region: { default: us, enum: [us, eu] }
              version: { default: v1, enum: ["v1", "*/ class Evil { }", "$(x);%41"] }
              'odd"*/name': { default: a }
        paths:
          /x: { get: { responses: { "204": { description: d } } } }
        """;

    private static readonly TestProject s_project = TestProject.Of("""
        namespace MyApp;

        /// <summary>A client.</summary>
        [OpenApiClient("specs/a.yaml")] public sealed partial class GitHubClient;

        /// <summary>A client.</summary>
        [OpenApiClient("specs/a.yaml", Name = "Zoo")] public sealed partial class OtherClient;

        /// <summary>A client.</summary>
        [OpenApiClient("specs/a.yaml", Name = "Größe")] public sealed partial class OddClient;
        """).WithDocument("specs/a.yaml", Document);

    [Fact]
    public void It_is_the_packages_schema_with_the_projects_integrations_by_name()
    {
        var schema = Schema(s_project, out var text);
        var integrations = schema["properties"]!["Integrations"]!;
        Assert.Equal(["GitHub", "Zoo"], integrations["properties"]!.AsObject().Select(static pair => pair.Key));
        Assert.Equal(["#/definitions/integrationsClient", "#/definitions/integrationsDatabase"], integrations["additionalProperties"]!["anyOf"]!.AsArray().Select(static kind => (string?)kind!["$ref"]));
        var gitHub = integrations["properties"]!["GitHub"]!["allOf"]!;
        Assert.Equal("#/definitions/integrationsClient", (string?)gitHub[0]!["$ref"]);
        Assert.Equal("""{"region":{"type":"string","enum":["us","eu"]},"version":{"type":"string"}}""", gitHub[1]!["properties"]!["ServerVariables"]!["properties"]!.ToJsonString());
        Assert.NotNull(schema["definitions"]!["integrationsClient"]!["properties"]!["Retry"]);
        // What C# or MSBuild would make something of.
        Assert.DoesNotContain("*/", text[..^"*/\n".Length], StringComparison.Ordinal);
        Assert.All(";%\\@", character => Assert.DoesNotContain(character, text));
        Assert.DoesNotContain("$(", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Databases_have_keys_of_their_own()
    {
        var project = Sql.SqlProject.Of("namespace MyApp; [PostgresClient] internal sealed partial class ShopDatabase;");
        var integrations = Schema(project, out _)["properties"]!["Integrations"]!["properties"]!.AsObject();
        Assert.Equal(("Shop", "#/definitions/integrationsDatabase"), (Assert.Single(integrations).Key, (string?)integrations["Shop"]!["$ref"]));
    }

    [Fact]
    public void Without_clients_it_is_the_packages_own()
    {
        var schema = Schema(TestProject.Of("namespace MyApp; internal static class Nothing;"), out _);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Reports.ConfigurationSchema.General()), schema));
    }

    [Fact]
    public void Nobody_gets_it_unasked() => Assert.DoesNotContain(Reports.ConfigurationSchema.HintName, s_project.Run().Files.Keys);

    private static JsonNode Schema(TestProject project, out string text)
    {
        var asked = project with { Properties = project.Properties.SetItem("build_property.IntegrationsListSchema", "true") };
        text = asked.Run().Files[Reports.ConfigurationSchema.HintName];
        return JsonNode.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..text.LastIndexOf("*/", StringComparison.Ordinal)])!;
    }
}
