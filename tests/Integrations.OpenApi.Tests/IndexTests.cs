using Integrations.OpenApi.Model;

namespace Integrations.OpenApi.Tests;

public sealed class IndexTests
{
    private const string Small = """
        {
          "openapi": "3.0.3",
          "paths": {
            "/pets": {
              "get": { "operationId": "pets/list", "tags": ["pets", "animals"] },
              "post": { "operationId": "pets/create", "tags": ["pets"] }
            },
            "/größe/😀": { "x-note": 1, "get": { "tags": ["other"] }, "brew": {} }
          }
        }
        """;

    [Fact]
    public void Operations_come_in_the_documents_order_with_their_places()
    {
        var index = Spec.Index(Small);

        Assert.True(index.IsOpenApi);
        Assert.Equal("3.0.3", index.Version);
        Assert.Equal(
            [
                new SpecOperationKey("GET", "/pets", "pets/list", "pets", new SpecLocation(4, 6)),
                new SpecOperationKey("POST", "/pets", "pets/create", "pets", new SpecLocation(5, 6)),
                new SpecOperationKey("GET", "/größe/😀", null, "other", new SpecLocation(7, 32)),
            ],
            index.Operations);
        Assert.Equal(["pets", "other"], index.Tags);
        Assert.Empty(index.Problems);
    }

    [Fact]
    public void Columns_count_utf16_units()
    {
        var line = Small.Split('\n')[7];

        Assert.Equal(line.IndexOf("\"get\"", StringComparison.Ordinal), Spec.Index(Small).Operations[2].Location.Column);
    }

    [Fact]
    public void One_text_has_one_index()
    {
        var text = Spec.Text(Small);

        Assert.Same(SpecIndex.Get(text, "a", CancellationToken.None), SpecIndex.Get(text, "b", CancellationToken.None));
    }

    [Fact]
    public void Equal_texts_have_equal_hashes_and_others_do_not()
    {
        Assert.Equal(Spec.Index(Small).ContentHash, Spec.Index(Small).ContentHash);
        Assert.NotEqual(Spec.Index(Small).ContentHash, Spec.Index(Small + " ").ContentHash);
    }

    [Fact]
    public void A_path_items_reference_lends_its_operations_to_the_path()
    {
        var document = Spec.Load("""
            {"openapi":"3.1.0","paths":{"/a":{"$ref":"#/components/pathItems/Shared","parameters":[{"name":"q","in":"query"}]}, "/b":{"$ref":"#/paths/~1a"}},
             "components":{"pathItems":{"Shared":{"parameters":[{"name":"p","in":"query"}],"get":{"operationId":"x"}}}}}
            """);

        Assert.Equal(["GET /a", "GET /b"], document.Operations.Select(o => o.Method + " " + o.Path));
        Assert.Equal(["p", "q"], document.Operations[0].Parameters.Select(p => p.Name));
    }

    [Fact]
    public void A_key_that_stands_twice_is_a_problem_and_the_last_counts()
    {
        var index = Spec.Index("""
            {"openapi":"3.0.0","paths":{"/a":{"get":{"operationId":"first"}},
            "/a":{"put":{"operationId":"second"}}}}
            """);

        Assert.Equal("second", Assert.Single(index.Operations).OperationId);
        var problem = Assert.Single(index.Problems);
        Assert.Equal((SpecProblemKind.Shape, "#/paths/~1a", new SpecLocation(1, 0)), (problem.Kind, problem.Pointer, problem.Location));
    }

    [Fact]
    public void Query_and_additional_operations_of_3_2_are_operations()
    {
        var document = Spec.Load("""{"openapi":"3.2.0","paths":{"/a":{"query":{"operationId":"q"},"additionalOperations":{"LINK":{"operationId":"l"}}}}}""");

        Assert.Equal(["QUERY q", "LINK l"], document.Operations.Select(o => o.Method + " " + o.OperationId));
    }

    [Theory]
    [InlineData("\uFEFF{\"openapi\":\"3.0.0\",\"paths\":{}}")]
    [InlineData("// a comment\n{\"openapi\":\"3.0.0\",/* another */\"paths\":{},}")]
    [InlineData("{openapi: 3.0.0, paths: {}}")]
    [InlineData("\uFEFFopenapi: 3.0.0\npaths: {}")]
    [InlineData("%YAML 1.2\n---\nopenapi: 3.0.0\npaths: {}")]
    public void What_a_document_is_is_told_by_its_content(string text) => Assert.True(Spec.Index(text).IsOpenApi);

    [Theory]
    [InlineData("{\"a\":1}", "neither 'openapi' nor 'swagger'")]
    [InlineData("[]", "root is not an object")]
    [InlineData("just: text", "neither")]
    [InlineData("{\"openapi\":\"4.0.0\"}", "'4.0.0' is not known")]
    [InlineData("{\"swagger\":\"1.2\"}", "'1.2' is not known")]
    public void What_is_no_OpenAPI_document_says_why(string text, string reason)
    {
        var index = Spec.Index(text);

        Assert.False(index.IsOpenApi);
        var problem = Assert.Single(index.Problems);
        Assert.Equal(SpecProblemKind.NotOpenApi, problem.Kind);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"openapi\": \"3.0.0\",\n  \"paths\": {\"ü\": tru }\n}", 2, 19)]
    [InlineData("openapi: 3.0.0\npaths:\n  - a\n b: [", 3, 1)]
    public void A_syntax_error_has_its_place(string text, int line, int column)
    {
        var index = Spec.Index(text);

        Assert.False(index.IsOpenApi);
        var problem = Assert.Single(index.Problems);
        Assert.Equal(SpecProblemKind.Syntax, problem.Kind);
        Assert.Equal(line, problem.Location.Line);
        Assert.InRange(problem.Location.Column, column - 3, column + 3);
    }
}
