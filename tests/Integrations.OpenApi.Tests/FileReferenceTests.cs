using Integrations.OpenApi.Files;
using Integrations.OpenApi.Model;

namespace Integrations.OpenApi.Tests;

/// <summary>References from file to file: only within the project, each target once, every fact at its own file's place.</summary>
public sealed class FileReferenceTests
{
    private const string Root = "specs/api.yaml";

    [Theory]
    [InlineData("models/pet.yml", "models/pet.yml")]
    [InlineData("./models/pet.yml", "models/pet.yml")]
    [InlineData("models/../models//pet.yml#", "models/pet.yml")]
    [InlineData(@".\models\pet.yml", "models/pet.yml")]
    [InlineData("models/all.json#/Pet", "models/all.json#/Pet")]
    [InlineData("models/all.json#/a~1b%20c", "models/all.json#/a~1b c")]
    [InlineData("models/all.json#/Chain", "models/all.json#/Chain")]
    [InlineData("models/all.json#here", "models/all.json#/Anchored")]
    [InlineData("models/my%20pet.yml", "models/my pet.yml")]
    [InlineData("models/no-ending#/Pet", "models/no-ending#/Pet")]
    [InlineData("../shared/pet.yml", "/shared/pet.yml")]
    [InlineData("../../outside/pet.yml", "/../outside/pet.yml")]
    [InlineData("api.yaml#/components/schemas/Local", "#/components/schemas/Local")]
    public void Any_place_of_any_file_of_the_project_can_be_referred_to(string reference, string key)
    {
        var document = Load(reference);

        Assert.Empty(document.Problems);
        Assert.Equal(key, document.Answer().Reference);
        Assert.Contains(key, document.Schemas.Keys);
    }

    [Theory]
    [InlineData("models/none.yml", "'specs/models/none.yml' is not among the project's AdditionalFiles; add <AdditionalFiles Include=\"specs/models/none.yml\" />")]
    [InlineData("../../../etc/passwd", "'../../etc/passwd' is not among")]
    [InlineData("models/Pet.yml", "'specs/models/pet.yml' is; write it with the same capitals")]
    [InlineData("models/pet.yml#/none", "leads nowhere in 'specs/models/pet.yml'")]
    [InlineData("models/pet.yml#none", "leads nowhere in")]
    [InlineData("models/broken.json", "cannot be read")]
    [InlineData("file:///project/specs/models/pet.yml", "outside of this project")]
    [InlineData("https://example.com/pet.yml", "outside of this project")]
    [InlineData("//server/share/pet.yml", "outside of this project")]
    [InlineData(@"\\server\share\pet.yml", "outside of this project")]
    [InlineData("/project/specs/models/pet.yml", "outside of this project")]
    [InlineData("C:/specs/models/pet.yml", "outside of this project")]
    [InlineData("%2Fproject/specs/models/pet.yml", "outside of this project")]
    public void What_is_no_file_of_the_project_is_a_problem_at_its_place(string reference, string reason)
    {
        var document = Load(reference);

        var problem = Assert.Single(document.Problems, p => p.Kind == SpecProblemKind.Reference);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Equal(new SpecLocation(10, 14), problem.Location);
        Assert.Null(document.Answer().Reference);
    }

    [Fact]
    public void A_fact_in_another_file_is_reported_there()
    {
        var document = Spec.LoadFiles(
            (Root, OneSchema("models/pet.yml")),
            ("specs/models/pet.yml", "type: object\nproperties:\n  owner:\n    $ref: owner.yml\n  id: 5\n"));

        Assert.Equal(
            [(SpecProblemKind.Shape, "#/properties/id", new SpecLocation(4, 2, "/project/specs/models/pet.yml")), (SpecProblemKind.Reference, "#/properties/owner", new SpecLocation(2, 2, "/project/specs/models/pet.yml"))],
            document.Problems.Select(p => (p.Kind, p.Pointer, p.Location)).OrderBy(p => p.Kind.ToString() == "Reference"));
        Assert.Contains("'specs/models/owner.yml'", document.Problems.Single(p => p.Kind == SpecProblemKind.Reference).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_reported_at_its_own_line()
    {
        var document = Spec.LoadFiles((Root, OneSchema("a.json")), ("specs/a.json", "{\n  \"type\": }"));

        var problem = Assert.Single(document.Problems, p => p.Kind == SpecProblemKind.Syntax);
        Assert.Equal((1, "/project/specs/a.json"), (problem.Location.Line, problem.Location.File));
    }

    [Fact]
    public void A_component_that_is_only_a_reference_gives_the_file_its_name()
    {
        var document = Spec.LoadFiles(
            (Root, """
                openapi: 3.0.3
                paths:
                  /a: {get: {responses: {200: {description: ok, content: {application/json: {schema: {$ref: 'models/list.yml'}}}}}}}
                components:
                  schemas:
                    Pet: {$ref: models/pet_response.yml}
                    Again: {$ref: models/pet_response.yml}
                """),
            ("specs/models/list.yml", "{type: object, properties: {direct: {$ref: pet_response.yml}, back: {$ref: '../api.yaml#/components/schemas/Pet'}, again: {$ref: '../api.yaml#/components/schemas/Again'}}}"),
            ("specs/models/pet_response.yml", "type: object\nproperties: {self: {$ref: '#'}}\n"));

        Assert.Empty(document.Problems);
        Assert.Equal(["#/components/schemas/Again", "models/list.yml", "#/components/schemas/Pet"], document.Schemas.Keys);
        Assert.Equal("#/components/schemas/Pet", document.Schemas["#/components/schemas/Again"].Reference);
        Assert.Equal(["#/components/schemas/Pet", "#/components/schemas/Pet", "#/components/schemas/Again"], document.Schemas["models/list.yml"].Properties.Select(p => p.Schema.Reference));
        Assert.Equal("#/components/schemas/Pet", document.Schemas["#/components/schemas/Pet"].Properties[0].Schema.Reference);
    }

    [Fact]
    public void Files_that_refer_to_each_other_end()
    {
        var document = Spec.LoadFiles(
            (Root, OneSchema("a.yml")),
            ("specs/a.yml", "type: object\nproperties: {b: {$ref: b.yml}}"),
            ("specs/b.yml", "type: object\nproperties: {a: {$ref: ./a.yml}, round: {$ref: c.yml}}"),
            ("specs/c.yml", "$ref: d.yml"),
            ("specs/d.yml", "$ref: c.yml"));

        Assert.Empty(document.Problems);
        Assert.Equal(["a.yml", "b.yml", "c.yml", "d.yml"], document.Schemas.Keys);
    }

    [Fact]
    public void Operations_path_items_parameters_and_responses_may_stand_in_files()
    {
        var document = Spec.LoadFiles(
            (Root, """
                openapi: 3.0.3
                info: {title: t, version: '1', description: {$ref: 'texts.yml#/intro'}}
                paths:
                  /item: {$ref: paths/item.yml}
                  /operation:
                    parameters: [{$ref: 'shared/parameters.yml#/trace'}]
                    post: {$ref: paths/operation.yml}
                """),
            ("specs/texts.yml", "intro: Hello."),
            ("specs/paths/item.yml", "get:\n  operationId: item\n  tags: [one, two]\n  responses:\n    200: {$ref: ../shared/ok.json}\n"),
            ("specs/paths/operation.yml", "operationId: operation\nparameters:\n  $ref: '../shared/parameters.yml#/list'\nresponses:\n  $ref: '../shared/responses.yml'\n"),
            ("specs/shared/parameters.yml", "trace: {name: trace, in: header, schema: {type: string}}\nlist:\n- {$ref: '#/trace'}\n- {name: q, in: query, schema: {type: integer}}\n"),
            ("specs/shared/responses.yml", "'200': {$ref: ok.json}\n"),
            ("specs/shared/ok.json", """{"description":"ok","headers":{"$ref":"headers.yml"},"content":{"application/json":{"schema":{"$ref":"models/thing.yml"}}}}"""),
            ("specs/shared/headers.yml", "x-count: {schema: {type: integer}}"),
            ("specs/shared/models/thing.yml", "type: string"));

        Assert.Empty(document.Problems);
        Assert.Equal("Hello.", document.Description);
        Assert.Equal([("GET", "/item", "item"), ("POST", "/operation", "operation")], document.Operations.Select(o => (o.Method, o.Path, o.OperationId)));
        Assert.Equal(["one", "two"], document.Operations[0].Tags);
        Assert.Equal(new SpecLocation(0, 0, "/project/specs/paths/item.yml"), document.Operations[0].Location);
        Assert.Equal(["trace", "q"], document.Operations[1].Parameters.Select(p => p.Name));
        Assert.All(document.Operations, o => Assert.Equal("shared/models/thing.yml", o.Responses.Single().Content.Single().Schema!.Reference));
        Assert.All(document.Operations, o => Assert.Equal("x-count", o.Responses.Single().Headers.Single().Name));
    }

    [Fact]
    public void Whole_sections_may_stand_in_files()
    {
        var document = Spec.LoadFiles(
            (Root, """
                openapi: 3.0.3
                paths: {$ref: paths/index.yml}
                components:
                  schemas: {$ref: models/index.yml}
                """),
            ("specs/paths/index.yml", "/a:\n  get: {operationId: a, responses: {200: {description: ok, content: {application/json: {schema: {$ref: '../api.yaml#/components/schemas/Pet'}}}}}}\n/b: {$ref: b.yml}\n"),
            ("specs/paths/b.yml", "get: {operationId: b, responses: {204: {description: ok}}}"),
            ("specs/models/index.yml", "Pet: {$ref: pet.yml}"),
            ("specs/models/pet.yml", "type: object"));

        Assert.Empty(document.Problems);
        Assert.Equal(["a", "b"], document.Operations.Select(o => o.OperationId));
        Assert.Equal("models/pet.yml", document.Schemas["#/components/schemas/Pet"].Reference);
    }

    [Fact]
    public void A_mapping_may_name_files()
    {
        var document = Spec.LoadFiles(
            (Root, OneSchema("models/pet.yml")),
            ("specs/models/pet.yml", "type: object\ndiscriminator: {propertyName: kind, mapping: {c: cat.yml, d: './dog.yml#/Dog'}}"),
            ("specs/models/cat.yml", "allOf: [{$ref: pet.yml}]"),
            ("specs/models/dog.yml", "Dog: {allOf: [{$ref: pet.yml}]}"));

        Assert.Empty(document.Problems);
        Assert.Equal([new("c", "models/cat.yml"), new("d", "models/dog.yml#/Dog")], document.Schemas["models/pet.yml"].Discriminator!.Mapping);
    }

    [Fact]
    public void Equal_anchors_and_pointers_of_different_files_are_different()
    {
        var document = Spec.LoadFiles(
            (Root, "openapi: 3.1.0\npaths:\n  /a: {get: {responses: {200: {description: ok, content: {application/json: {schema: {$ref: 'a.yml#x'}}}}}}}\ncomponents: {schemas: {X: {$anchor: x, title: root}}}"),
            ("specs/a.yml", "$defs:\n  X: {$anchor: x, title: a, allOf: [{$ref: 'b.yml#x'}]}"),
            ("specs/b.yml", "$defs:\n  X: {$anchor: x, title: b}"));

        Assert.Empty(document.Problems);
        Assert.Equal(["a.yml#/$defs/X", "b.yml#/$defs/X"], document.Schemas.Keys);
        Assert.Equal(["a", "b"], document.Schemas.Values.Select(s => s.Title));
    }

    [Fact]
    public void Only_files_that_are_mentioned_are_opened()
    {
        var asked = new List<string>();
        var root = Spec.Text("openapi: 3.0.3\npaths: {/a: {$ref: a.yml}}\ninfo: {description: 'see https://example.com/x.json or README'}");
        var files = SpecFiles.Reach(Root, root, path =>
        {
            asked.Add(path);
            return path == "specs/a.yml" ? new SpecFile(path, path, Spec.Text("get: {$ref: 'b.yml'} # $ref: not-there.yml")) : null;
        }, CancellationToken.None);

        Assert.Equal(1, files.Count);
        Assert.Contains("specs/b.yml", asked);
        Assert.All(asked, a => Assert.DoesNotContain("README", a, StringComparison.Ordinal));
    }

    [Fact]
    public void Files_are_equal_while_all_have_the_same_content()
    {
        static SpecFiles Reach(string b) => SpecFiles.Reach(
            Root,
            Spec.Text("$ref: a.yml"),
            path => path switch { "specs/a.yml" => new SpecFile(path, path, Spec.Text("$ref: b.yml")), "specs/b.yml" => new SpecFile(path, path, Spec.Text(b)), _ => null },
            CancellationToken.None);

        Assert.Equal(Reach("one"), Reach("one"));
        Assert.NotEqual(Reach("one"), Reach("two"));
    }

    [Fact]
    public void Long_texts_lose_no_mention_at_the_seams()
    {
        for (var padding = 32 * 1024 - 40; padding < (32 * 1024) + 8; padding++)
        {
            var text = new string('#', padding) + "\n$ref: 'folder/pet.data'\n- folder/cat.yml\n";
            var asked = new List<string>();
            SpecFiles.Reach("root.yml", Spec.Text(text), path =>
            {
                asked.Add(path);
                return null;
            }, CancellationToken.None);
            Assert.Contains("folder/pet.data", asked);
            Assert.Contains("folder/cat.yml", asked);
        }
    }

    private static SpecDocument Load(string reference) => Spec.LoadFiles(
        (Root, OneSchema(reference)),
        ("specs/models/pet.yml", "type: object"),
        ("specs/models/my pet.yml", "type: object"),
        ("specs/models/no-ending", "Pet: {type: object}"),
        ("specs/models/broken.json", "{\"a\":"),
        ("specs/models/all.json", """{"Pet":{"type":"object"},"a/b c":{},"Chain":{"$ref":"pet.yml"},"Anchored":{"$anchor":"here"}}"""),
        ("shared/pet.yml", "type: object"),
        ("../outside/pet.yml", "type: object"));

    private static string OneSchema(string reference) => $$"""
        openapi: 3.1.0
        info: {title: t, version: '1'}
        paths:
          /a:
            get:
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema: {$ref: '{{reference}}' }
        components: {schemas: {Local: {type: string} } }
        """;
}
