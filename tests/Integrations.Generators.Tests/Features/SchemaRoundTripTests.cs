using Integrations.Generators.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.CodeAnalysis.CSharp;

namespace Integrations.Generators.Tests.Features;

/// <summary>Whatever a schema allows is read, and written back as it was: also what a type cannot say of it.</summary>
public sealed class SchemaRoundTripTests
{
    [Fact]
    public Task What_json_schema_allows_of_an_object_survives() => Survive("json-schema.yaml", "Things",
        """{"id":1,"undeclared":{"kept":true}}""",
        """{"id":1}""",
        """{"id":1,"onePattern":{"x-a":1,"x-b":2},"severalPatterns":{"a":1,"b":"two","c":null}}""",
        """{"id":1,"patternAndProperties":{"id":1,"x-a":"text","b":2},"patternAndAdditional":{"x-a":1,"b":"text"},"samePatternAndAdditional":{"x-a":"a","b":"b"}}""",
        """{"id":1,"names":{"a":1},"negated":5,"negatedBeside":"some","conditional":{"kind":"a"},"dependent":{"card":"1","address":"there"}}""",
        """{"id":1,"contains":["b","a"],"unevaluated":{"a":"a","b":5},"unevaluatedItems":["a",1,2],"nothing":"kept all the same"}""",
        """{"id":1,"constString":"fixed","constInteger":7,"constNumber":1.5,"constBoolean":true,"constNull":null,"constObject":{"a":1},"constArray":[1]}""",
        """{"id":1,"several":"a"}""", """{"id":1,"several":5}""", """{"id":1,"several":null}""",
        """{"id":1,"severalWithObject":{"a":"a"}}""", """{"id":1,"severalWithObject":"text"}""", """{"id":1,"severalWithObject":[1,2]}""", """{"id":1,"severalWithObject":false}""",
        """{"id":1,"enumWithNull":null}""", """{"id":1,"enumWithNull":"a"}""", """{"id":1,"enumWithNull":"unknown"}""",
        """{"id":1,"enumMixed":"a"}""", """{"id":1,"enumMixed":1}""", """{"id":1,"enumMixed":true}""", """{"id":1,"enumMixed":null}""",
        """{"id":1,"everything":[{"a":null}],"listOfEverything":[1,"a",null],"listOfNothing":[],"mapOfEverything":{"a":null,"b":[]}}""",
        """{"id":1,"oneOfBooleans":"a"}""", """{"id":1,"oneOfBooleans":{"a":1}}""", """{"id":1,"oneOfBooleans":null}""",
        """{"id":1,"nullableReference":null}""", """{"id":1,"nullableReference":{"name":"a"}}""",
        """{"id":1,"diamond":{"name":"n","left":"l","right":"r","own":"o"},"cycle":{"b":"b","a":"a"},"describedReference":{"name":"n"},"narrowed":{"name":"n","extra":"e"}}""");

    [Fact]
    public Task References_of_every_kind_survive() => Survive("references-local.yaml", "StrictTree",
        """{"children":[{"children":[],"depth":2}],"leaf":{"colour":{"name":"red"},"size":{"unit":"m"},"again":{"value":"a"},"text":{"value":"b"},"self":{"text":{}}},"depth":1}""");

    [Fact]
    public Task Tuples_of_any_length_survive() => Survive("tuples.yaml", "Series",
        """{"points":[[1,"a"],[2,"b"]],"range":[1,2],"tagged":["a",1,2,3],"same":[1.5,2],"loose":["a",null]}""",
        """{"points":[[],[1],[1,null],[null,null],[null,"a"],[1,"a",{"more":[true]},null]]}""",
        """{"points":[],"range":[1,2,"surplus"],"tagged":[],"same":[1],"loose":{"not":"an array"}}""",
        """{"points":[],"tagged":["a"]}""");

    [Fact]
    public Task Cases_without_a_known_value_are_the_default_one() => Survive("openapi-3.2.yaml", "Thing",
        """{"shape":"round","radius":1}""",
        """{"shape":"square","side":2}""",
        """{"side":2}""",
        """{"shape":"other","radius":3}""");

    [Fact]
    public async Task A_default_mapping_decides_what_the_value_does_not()
    {
        var run = Feature.Project("openapi-3.2.yaml", """
            foreach (var json in new[] { "{\"shape\":\"round\"}", "{\"shape\":\"other\",\"radius\":3}", "{}" })
                log.Add(System.Text.Json.JsonSerializer.Deserialize<Thing>(json)!.Value!.GetType().Name);
            """).Run();
        Assert.Equal(["Round", "Square", "Square"], await Feature.LiveAsync(run, static context => context.Response.WriteAsync("")));
    }

    [Fact]
    public async Task What_3_2_adds_reaches_the_wire()
    {
        var run = Feature.Project("openapi-3.2.yaml", """
            await client.Things.FindAsync(new Filter { Name = "a b" });
            await client.Things.CopyAsync(session: "s");
            await foreach (var thing in client.Small.ThingsQueryAsync(new Filter { Name = "x" }))
                log.Add(thing.Value!.GetType().Name);
            """).Run();
        var requests = new List<string>();
        var log = await Feature.LiveAsync(run, async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            requests.Add($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {context.Request.Headers.Cookie} {await reader.ReadToEndAsync()}".TrimEnd());
            if (context.Request.Method == "QUERY")
            {
                context.Response.ContentType = "application/jsonl";
                await context.Response.WriteAsync("{\"shape\":\"round\"}\n{\"side\":1}\n");
            }
            else if (context.Request.Method == "GET")
            {
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("[]");
            }
            else
            {
                context.Response.StatusCode = 204;
            }
        });
        Assert.Equal(["GET /things?name=a%20b", "COPY /things session=s", "QUERY /things  {\"name\":\"x\"}"], requests);
        Assert.Equal(["Round", "Square"], log);
    }

    [Fact]
    public async Task A_tuple_is_read_and_made_by_its_items()
    {
        var run = Feature.Project("tuples.yaml", """
            var point = System.Text.Json.JsonSerializer.Deserialize<Point>("[7,\"a\",true]")!;
            log.Add(point.Time + point.Value + point.Rest.Count);
            log.Add(System.Text.Json.JsonSerializer.Serialize(new Point { Time = 1, Value = "b" }));
            log.Add(System.Text.Json.JsonSerializer.Serialize(new Point { Value = "b" }));
            point.Rest.Clear();
            log.Add(System.Text.Json.JsonSerializer.Serialize(point));
            """).Run();
        Assert.Equal(["7a1", "[1,\"b\"]", "[null,\"b\"]", "[7,\"a\"]"], await Feature.LiveAsync(run, static context => context.Response.WriteAsync("")));
    }

    private static async Task Survive(string document, string type, params string[] instances)
    {
        var literals = string.Join(", ", instances.Select(static i => SymbolDisplay.FormatLiteral(i, quote: true)));
        var project = Feature.Project(document, $$"""
            var described = new System.Text.Json.JsonSerializerOptions { TypeInfoResolver = Integrations.Json.JsonModelResolver.Models };
            foreach (var json in new[] { {{literals}} })
                log.Add(System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize<{{type}}>(json)));
            foreach (var json in new[] { {{literals}} })
                log.Add(System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize<{{type}}>(json, described), described));
            """);
        // Through the model's own code, and property by property through System.Text.Json.
        var run = (project with { Properties = project.Properties.SetItem("build_property.IntegrationsJsonProperties", "true") }).Run();
        Assert.Equal(instances.Concat(instances), await Feature.LiveAsync(run, static context => context.Response.WriteAsync("")));
    }
}
