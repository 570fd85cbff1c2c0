using Integrations.OpenApi.Model;

namespace Integrations.OpenApi.Tests;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("#/components/schemas/a~1b~0c", "#/components/schemas/a~1b~0c")]
    [InlineData("#/components/schemas/a%20b", "#/components/schemas/a b")]
    [InlineData("#/components/schemas/X/$defs/Y", "#/components/schemas/X/$defs/Y")]
    [InlineData("#/components/schemas/X/%24defs/Y", "#/components/schemas/X/$defs/Y")]
    [InlineData("#/components/schemas/X/properties/p", "#/components/schemas/X/properties/p")]
    [InlineData("#/components/schemas/X/allOf/0", "#/components/schemas/X/allOf/0")]
    [InlineData("#/paths/~1a/get/responses/201/content/application~1json/schema", "#/paths/~1a/get/responses/201/content/application~1json/schema")]
    [InlineData("#anchor", "#/components/schemas/X/$defs/Y")]
    [InlineData("https://example.com/x", "#/components/schemas/X")]
    [InlineData("X", "#/components/schemas/X")]
    public void Any_place_of_the_document_can_be_referred_to(string reference, string key)
    {
        var document = Spec.Load($$"""
            {"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"{{reference}}"} } } },"201":{"content":{"application/json":{"schema":{"type":"string"} } } } } } } },
             "components":{"schemas":{"a/b~c":{},"a b":{},"X":{"$id":"https://example.com/x","$defs":{"Y":{"$anchor":"anchor"} },"properties":{"p":{} },"allOf":[{"title":"x"}]} } } }
            """);

        Assert.Empty(document.Problems);
        Assert.Equal(key, document.Answer().Reference);
        Assert.Contains(key, document.Schemas.Keys);
    }

    [Theory]
    [InlineData("other.yaml#/Pet", "outside")]
    [InlineData("https://example.com/pet.json", "outside")]
    [InlineData("#/components/schemas/None", "nowhere")]
    [InlineData("#/components/schemas/X/properties/none", "nowhere")]
    [InlineData("#none", "nowhere")]
    [InlineData("#", "nowhere")]
    [InlineData("", "outside")]
    public void A_reference_that_cannot_be_followed_is_a_problem_and_accepts_anything(string reference, string reason)
    {
        var document = Spec.WithSchema($$"""{"$ref":"{{reference}}"}""", components: """{"X":{}}""");

        var problem = Assert.Single(document.Problems);
        Assert.Equal(SpecProblemKind.Reference, problem.Kind);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, problem.Location.Line);
        Assert.Null(document.Answer().Reference);
        Assert.Empty(document.Schemas);
    }

    [Fact]
    public void Everything_but_schemas_is_resolved()
    {
        var document = Spec.WithOperation("""
            {"parameters":[{"$ref":"#/components/parameters/Again"}],"requestBody":{"$ref":"#/components/requestBodies/B"},
             "responses":{"4xx":{"$ref":"#/components/responses/R"}},
             "callbacks":{"done":{"$ref":"#/components/callbacks/C"}},"security":[{"key":[]}]}
            """, """
            {"parameters":{"Again":{"$ref":"#/components/parameters/P"},"P":{"name":"p","in":"query","schema":{"type":"integer"}}},
             "requestBodies":{"B":{"required":true,"content":{"application/json":{"schema":{"type":"string"}}}}},
             "responses":{"R":{"description":"r","headers":{"x-h":{"$ref":"#/components/headers/H"}},"links":{"l":{"$ref":"#/components/links/L"}}}},
             "headers":{"H":{"required":true,"schema":{"type":"integer"}}},
             "links":{"L":{"operationId":"other","parameters":{"id":"$response.body#/id","n":5}}},
             "callbacks":{"C":{"{$request.body#/url}":{"post":{"operationId":"called"}}}},
             "securitySchemes":{"key":{"$ref":"#/components/securitySchemes/k2"},"k2":{"type":"apiKey","name":"X-Key","in":"header"},"unused":{"type":"http","scheme":"basic"}}}
            """);

        Assert.Empty(document.Problems);
        var operation = document.Operations[0];
        Assert.Equal(("p", SpecTypes.Integer), (operation.Parameters[0].Name, operation.Parameters[0].Schema.Types));
        Assert.True(operation.RequestBody!.Required);
        var response = operation.Responses[0];
        Assert.Equal(("4XX", "r"), (response.Status, response.Description));
        Assert.Equal(("x-h", true, SpecTypes.Integer), (response.Headers[0].Name, response.Headers[0].Required, response.Headers[0].Schema.Types));
        Assert.Equal([new("id", "\"$response.body#/id\""), new("n", "5")], response.Links[0].Parameters);
        var (name, called) = operation.Callbacks[0];
        Assert.Equal(("done", "called", "{$request.body#/url}"), (name, called[0].OperationId, called[0].Path));
        Assert.Contains(document.SecuritySchemes, s => s is { Name: "key", Type: "apiKey", In: "header", ParameterName: "X-Key" });
    }

    [Fact]
    public void References_in_a_circle_are_a_problem()
    {
        var document = Spec.WithOperation("""{"parameters":[{"$ref":"#/components/parameters/A"},{"name":"ok","in":"query"}]}""",
            """{"parameters":{"A":{"$ref":"#/components/parameters/B"},"B":{"$ref":"#/components/parameters/A"}}}""");

        Assert.Equal(SpecProblemKind.Reference, Assert.Single(document.Problems).Kind);
        Assert.Equal("ok", Assert.Single(document.Operations[0].Parameters).Name);
    }

    [Fact]
    public void A_slice_holds_what_its_operations_reach_and_no_more()
    {
        const string Text = """
            {"openapi":"3.0.0","paths":{"/a":{"get":{"responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}}}},
             "/b":{"get":{"responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/B"}}}}}}}},
             "components":{"schemas":{"C":{},"A":{"properties":{"c":{"$ref":"#/components/schemas/C"},"self":{"$ref":"#/components/schemas/A"}}},"B":{}}}}
            """;

        var slice = Spec.Load(Text, "/a");

        Assert.Equal("/a", Assert.Single(slice.Operations).Path);
        Assert.Equal(["#/components/schemas/C", "#/components/schemas/A"], slice.Schemas.Keys);
    }

    [Fact]
    public void What_else_leads_nowhere_loses_only_itself()
    {
        var document = Spec.WithOperation("""
            {"operationId":"op","parameters":[{"$ref":"#/p"}],"requestBody":{"$ref":"#/b"},"callbacks":{"c":{"$ref":"#/c"}},
             "responses":{"200":{"$ref":"#/r"},"201":{"description":"ok","headers":{"h":{"$ref":"#/h"}},"links":{"l":{"$ref":"#/l"}},"content":{"a/b":{"$ref":"#/m"}}}}}
            """);

        var operation = document.Operations[0];
        Assert.Equal(["200", "201"], operation.Responses.Select(r => r.Status));
        Assert.Null(operation.RequestBody);
        Assert.Empty(operation.Parameters);
        Assert.Empty(operation.Responses[1].Headers);
        Assert.Equal(7, document.Problems.Count);
        Assert.All(document.Problems, p => Assert.Equal(SpecProblemKind.Reference, p.Kind));
    }
}
