using Integrations.OpenApi.Model;

namespace Integrations.OpenApi.Tests;

public sealed class OperationTests
{
    [Fact]
    public void The_operations_parameters_override_the_paths_by_name_and_place()
    {
        var document = Spec.Load("""
            {"openapi":"3.0.0","paths":{"/a/{id}":{"servers":[{"url":"https://path.example"}],
              "parameters":[{"name":"id","in":"path","schema":{"type":"string"}},{"name":"q","in":"query","description":"path"}],
              "get":{"parameters":[{"name":"q","in":"query","description":"operation"},{"name":"q","in":"header"}],"responses":{}}}}}
            """);

        var operation = document.Operations[0];
        Assert.Equal(["id Path True", "q Query False", "q Header False"], operation.Parameters.Select(p => $"{p.Name} {p.In} {p.Required}"));
        Assert.Equal("operation", operation.Parameters[1].Description);
        Assert.Equal("https://path.example", operation.Servers[0].Url);
    }

    [Fact]
    public void An_encoding_has_only_the_explode_that_it_states()
    {
        var operation = Spec.WithOperation("""
            {"requestBody":{"content":{"multipart/form-data":{
              "schema":{"type":"object","properties":{"a":{"type":"array","items":{"type":"string"}},"b":{"type":"string"}}},
              "encoding":{"a":{"contentType":"text/plain"},"b":{"explode":false}}}}},"responses":{}}
            """).Operations[0];

        Assert.Equal([null, false], operation.RequestBody!.Content[0].Encoding.Select(e => e.Explode));
    }

    [Theory]
    [InlineData("""{"name":"p","in":"query"}""", SpecParameterStyle.Form, true)]
    [InlineData("""{"name":"p","in":"path"}""", SpecParameterStyle.Simple, false)]
    [InlineData("""{"name":"p","in":"header"}""", SpecParameterStyle.Simple, false)]
    [InlineData("""{"name":"p","in":"cookie"}""", SpecParameterStyle.Form, true)]
    [InlineData("""{"name":"p","in":"cookie","style":"cookie"}""", SpecParameterStyle.Cookie, true)]
    [InlineData("""{"name":"p","in":"cookie","style":"cookie","explode":false}""", SpecParameterStyle.Cookie, false)]
    [InlineData("""{"name":"p","in":"query","explode":false}""", SpecParameterStyle.Form, false)]
    [InlineData("""{"name":"p","in":"query","style":"deepObject"}""", SpecParameterStyle.DeepObject, false)]
    [InlineData("""{"name":"p","in":"query","style":"deepObject","explode":true}""", SpecParameterStyle.DeepObject, true)]
    [InlineData("""{"name":"p","in":"query","style":"spaceDelimited"}""", SpecParameterStyle.SpaceDelimited, false)]
    [InlineData("""{"name":"p","in":"path","style":"matrix","explode":true}""", SpecParameterStyle.Matrix, true)]
    public void Styles_are_effective(string parameter, SpecParameterStyle style, bool explode)
    {
        var read = Spec.WithOperation($$"""{"parameters":[{{parameter}}]}""").Operations[0].Parameters[0];

        Assert.Equal((style, explode), (read.Style, read.Explode));
    }

    [Fact]
    public void A_parameter_with_content_has_its_schema_and_media_type()
    {
        var parameter = Spec.WithOperation("""{"parameters":[{"name":"f","in":"query","content":{"application/json":{"schema":{"type":"object"}}}}]}""").Operations[0].Parameters[0];

        Assert.Equal(("application/json", SpecTypes.Object), (parameter.ContentMediaType, parameter.Schema.Types));
    }

    [Fact]
    public void A_parameter_that_cannot_be_one_is_left_out_alone()
    {
        var document = Spec.WithOperation("""{"parameters":[{"in":"query"},{"name":"b","in":"body"},null,"x",{"name":"ok","in":"query"}]}""");

        Assert.Equal("ok", Assert.Single(document.Operations[0].Parameters).Name);
        Assert.All(document.Problems, p => Assert.Equal(SpecProblemKind.Shape, p.Kind));
        Assert.Equal(3, document.Problems.Count);
    }

    [Fact]
    public void Everything_an_operation_says_is_read()
    {
        var operation = Spec.WithOperation("""
            {"operationId":"op","summary":"s","description":"d","deprecated":true,"tags":["a","b"],"externalDocs":{"url":"not a : url"},
             "requestBody":{"required":true,"x-body-name":"pet","content":{"multipart/form-data":{"schema":{"type":"object"},"encoding":{"f":{"contentType":"image/png","explode":false,"style":"form","headers":{"x-h":{}}}}}}},
             "responses":{"200":{"description":"ok","content":{"text/event-stream":{"itemSchema":{"type":"object"}}}},"default":{"description":"x"},"x-note":{}},
             "security":[{"a":["r","w"],"b":[]},{}],"servers":[{"url":"https://{h}.example","variables":{"h":{"default":"eu","enum":["eu","us"]}}}]}
            """, version: "3.2.0").Operations[0];

        Assert.Equal(("op", "s", "d", true, "not a : url"), (operation.OperationId, operation.Summary, operation.Description, operation.Deprecated, operation.ExternalDocs));
        Assert.Equal(["a", "b"], operation.Tags);
        Assert.Equal("pet", operation.RequestBody!.Name);
        var encoding = operation.RequestBody.Content[0].Encoding[0];
        Assert.Equal(("f", "image/png", SpecParameterStyle.Form, false), (encoding.Name, encoding.ContentType, encoding.Style, encoding.Explode));
        Assert.Equal("x-h", encoding.Headers[0].Name);
        Assert.Equal(["200", "default"], operation.Responses.Select(r => r.Status));
        Assert.Equal(SpecTypes.Object, operation.Responses[0].Content[0].ItemSchema!.Types);
        Assert.Equal(["a:r w|b:", ""], operation.Security!.Select(s => string.Join("|", s.Schemes.Select(x => x.Key + ":" + string.Join(" ", x.Value)))));
        Assert.Equal(["eu", "us"], operation.Servers[0].Variables[0].Values);
        Assert.Equal("#/paths/~1a/get", operation.Pointer);
    }

    [Fact]
    public void Security_that_is_absent_differs_from_none()
    {
        Assert.Null(Spec.WithOperation("{}").Operations[0].Security);
        Assert.Empty(Spec.WithOperation("""{"security":[]}""").Operations[0].Security!);
        Assert.Null(Spec.WithOperation("{}").Security);
        Assert.Equal("k", Spec.WithOperation("{}", rest: ""","security":[{"k":[]}]""").Security![0].Schemes[0].Key);
    }

    [Fact]
    public void Security_schemes_keep_what_a_client_needs()
    {
        var schemes = Spec.WithOperation("{}", """
            {"securitySchemes":{"b":{"type":"http","scheme":"Bearer"},"o":{"type":"oauth2","flows":{"clientCredentials":{"tokenUrl":"/relative/{x}","scopes":{}},"implicit":{}}},
             "oi":{"type":"openIdConnect","openIdConnectUrl":"::"},"m":{"type":"mutualTLS"},"odd":{"type":"magic"}}}
            """);

        Assert.Equal(["b http bearer ", "o oauth2  /relative/{x}", "oi openIdConnect  ", "m mutualTLS  "], schemes.SecuritySchemes.Select(s => $"{s.Name} {s.Type} {s.Scheme} {s.TokenUrl}"));
        Assert.Contains("'magic' is unknown", Assert.Single(schemes.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Webhooks_belong_to_the_whole_document_only()
    {
        const string Text = """{"openapi":"3.1.0","paths":{"/a":{"get":{}}},"webhooks":{"ping":{"post":{"operationId":"p","requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/P"}}}}}}},"components":{"schemas":{"P":{}}}}""";

        var whole = Spec.Load(Text);
        Assert.Equal(("ping", "p"), (whole.Webhooks[0].Key, whole.Webhooks[0].Value.OperationId));
        Assert.Contains("#/components/schemas/P", whole.Schemas.Keys);
        Assert.Empty(Spec.Load(Text, "GET /a").Webhooks);
    }

    [Fact]
    public void Callbacks_that_call_back_end()
    {
        var document = Spec.WithOperation("""{"callbacks":{"c":{"$ref":"#/components/callbacks/C"}}}""",
            """{"callbacks":{"C":{"http://x/{$url}":{"post":{"callbacks":{"again":{"$ref":"#/components/callbacks/C"}}}}}}}""");

        Assert.Empty(document.Operations[0].Callbacks[0].Value[0].Callbacks);
    }
}
