using Integrations.OpenApi.Model;

namespace Integrations.OpenApi.Tests;

public sealed class SwaggerTests
{
    [Fact]
    public void A_body_parameter_is_the_request_body()
    {
        var document = Spec.Swagger("""{"consumes":["application/xml","application/json"],"parameters":[{"$ref":"#/parameters/B"}]}""",
            ""","parameters":{"B":{"name":"pet","in":"body","required":true,"description":"d","schema":{"$ref":"#/definitions/Pet"}}},"definitions":{"Pet":{"type":"object","discriminator":"kind"},"Cat":{"allOf":[{"$ref":"#/definitions/Pet"}]}}""");

        var operation = document.Operations[0];
        Assert.Empty(operation.Parameters);
        Assert.Equal(("pet", true, "d"), (operation.RequestBody!.Name, operation.RequestBody.Required, operation.RequestBody.Description));
        Assert.Equal(["application/xml", "application/json"], operation.RequestBody.Content.Select(c => c.Name));
        Assert.Equal("#/definitions/Pet", operation.RequestBody.Content[0].Schema!.Reference);
        Assert.Equal(["#/definitions/Pet", "#/definitions/Cat"], document.Schemas.Keys);
        Assert.Equal("kind", document.Schemas["#/definitions/Pet"].Discriminator!.PropertyName);
    }

    [Fact]
    public void Form_fields_are_an_object_and_a_file_makes_it_multipart()
    {
        var document = Spec.Swagger("""
            {"consumes":["application/x-www-form-urlencoded","multipart/form-data"],"parameters":[
              {"name":"f","in":"formData","type":"file","required":true},{"name":"tags","in":"formData","type":"array","items":{"type":"string"},"collectionFormat":"multi","description":"d"}]}
            """);

        var media = Assert.Single(document.Operations[0].RequestBody!.Content);
        Assert.Equal("multipart/form-data", media.Name);
        Assert.Equal(["f", "tags"], media.Schema!.Properties.Select(p => p.Name));
        Assert.Equal(SpecTypes.File, media.Schema.Properties[0].Schema.Types);
        Assert.Equal("d", media.Schema.Properties[1].Schema.Description);
        Assert.Equal(["f"], media.Schema.Required);
        Assert.Equal(("tags", true), (media.Encoding[0].Name, media.Encoding[0].Explode));
    }

    [Theory]
    [InlineData("query", "csv", SpecParameterStyle.Form, false)]
    [InlineData("query", "multi", SpecParameterStyle.Form, true)]
    [InlineData("query", "ssv", SpecParameterStyle.SpaceDelimited, false)]
    [InlineData("query", "tsv", SpecParameterStyle.TabDelimited, false)]
    [InlineData("query", "pipes", SpecParameterStyle.PipeDelimited, false)]
    [InlineData("path", "csv", SpecParameterStyle.Simple, false)]
    [InlineData("header", "csv", SpecParameterStyle.Simple, false)]
    public void Collection_formats_are_styles(string place, string format, SpecParameterStyle style, bool explode)
    {
        var parameter = Spec.Swagger($$"""{"parameters":[{"name":"p","in":"{{place}}","type":"array","items":{"type":"integer","format":"int64"},"collectionFormat":"{{format}}","default":[1]}]}""").Operations[0].Parameters[0];

        Assert.Equal((style, explode), (parameter.Style, parameter.Explode));
        Assert.Equal(("int64", "[1]"), (parameter.Schema.Items!.Format, parameter.Schema.Default));
    }

    [Fact]
    public void Produces_give_the_responses_their_media_types()
    {
        var document = Spec.Swagger("""{"responses":{"200":{"description":"d","schema":{"type":"string"},"headers":{"X-Rate":{"type":"integer","description":"h"}}},"204":{"description":"none"},"404":{"$ref":"#/responses/N"}}}""",
            ""","produces":["text/plain","application/json"],"responses":{"N":{"description":"n","schema":{"type":"object"}}}""");

        var responses = document.Operations[0].Responses;
        Assert.Equal(["text/plain", "application/json"], responses[0].Content.Select(c => c.Name));
        Assert.Equal(("X-Rate", "h", SpecTypes.Integer), (responses[0].Headers[0].Name, responses[0].Headers[0].Description, responses[0].Headers[0].Schema.Types));
        Assert.Empty(responses[1].Content);
        Assert.Equal(("n", 2), (responses[2].Description, responses[2].Content.Count));
    }

    [Theory]
    [InlineData(""","host":"api.example:8080","basePath":"/v1","schemes":["https","http"]""", "https://api.example:8080/v1,http://api.example:8080/v1")]
    [InlineData(""","host":"api.example","basePath":"/" """, "https://api.example")]
    [InlineData(""","basePath":"/v1" """, "/v1")]
    [InlineData("", "")]
    public void Host_base_path_and_schemes_are_servers(string rest, string expected) =>
        Assert.Equal(expected, string.Join(",", Spec.Swagger("{}", rest).Servers.Select(s => s.Url)));

    [Fact]
    public void Security_definitions_are_schemes()
    {
        var document = Spec.Swagger("""{"security":[{"o":["s"]}]}""", ""","securityDefinitions":{"b":{"type":"basic"},"k":{"type":"apiKey","in":"query","name":"key"},"o":{"type":"oauth2","flow":"application","tokenUrl":"https://t"}}""");

        Assert.Equal(["b http basic   ", "k apiKey  query key ", "o oauth2    https://t"], document.SecuritySchemes.Select(s => $"{s.Name} {s.Type} {s.Scheme} {s.In} {s.ParameterName} {s.TokenUrl}"));
    }
}
