using System.Text;
using System.Text.Json.Nodes;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;
using Integrations.OpenApi.Yaml;

namespace Integrations.OpenApi.Tests;

public sealed class YamlTests
{
    private static (string Json, IReadOnlyList<SpecProblem> Problems) Convert(string yaml)
    {
        var problems = new ProblemList();
        var json = YamlReader.Read(Spec.Text(yaml), problems, CancellationToken.None);
        return (json is null ? "" : Encoding.UTF8.GetString(json.Bytes, 0, json.Length), problems.Problems);
    }

    [Theory]
    [InlineData("a: 1", """{"a":1}""")]
    [InlineData("a: [007, 0x1F, 0o17, +5, -3, 1_000, 12345678901234567890123]", """{"a":["007",31,15,5,-3,"1_000",12345678901234567890123]}""")]
    [InlineData("a: [1.50, .5, 5., 1e3, -1.5E-7, .inf, -.Inf, .nan, 1.2.3, 3.0.0, '1', \"1\"]", """{"a":[1.50,0.5,5.0,1e3,-1.5E-7,".inf","-.Inf",".nan","1.2.3","3.0.0","1","1"]}""")]
    [InlineData("a: [true, False, TRUE, yes, no, on, off, y]", """{"a":[true,false,true,"yes","no","on","off","y"]}""")]
    [InlineData("a: [null, ~, Null, nil]\nb:\nc: ''", """{"a":[null,null,null,"nil"],"b":null,"c":""}""")]
    [InlineData("a: [2024-01-01, 12:30:45, 2001-12-14t21:59:43.10-05:00]", """{"a":["2024-01-01","12:30:45","2001-12-14t21:59:43.10-05:00"]}""")]
    [InlineData("200: a\ntrue: b\n1.0: c\n~: d", """{"200":"a","true":"b","1.0":"c","~":"d"}""")]
    [InlineData("a: !!str 5\nb: !custom x\nc: !!int 7\nd: ! 5", """{"a":"5","b":"x","c":7,"d":"5"}""")]
    [InlineData("a: |\n  x\n  y\nb: >-\n  x\n  y\n", """{"a":"x\ny\n","b":"x y"}""")]
    [InlineData("a: \"\\u263A \\x41 \\t \\\" \\\\\"\nb: 'it''s'", """{"a":"☺ A \t \" \\","b":"it's"}""")]
    [InlineData("- [a, {b: c}]\n- []\n- {}", """[["a",{"b":"c"}],[],{}]""")]
    [InlineData("a: &x {n: 1}\nb: *x\nc: [*x, *x]", """{"a":{"n":1},"b":{"n":1},"c":[{"n":1},{"n":1}]}""")]
    [InlineData("k: &k name\n*k : v", """{"k":"name","name":"v"}""")]
    [InlineData("a: &x {n: 1, m: 2}\nb: {<<: *x, m: 3}\nc: {m: 3, <<: *x}\nd: {m: 3, <<: *x, z: 4}", """{"a":{"n":1,"m":2},"b":{"m":3,"n":1},"c":{"m":3,"n":1},"d":{"m":3,"z":4,"n":1}}""")]
    [InlineData("x: &x {a: 1}\ny: &y {a: 2, b: 2}\nz: {<<: [*x, *y], c: 3}\nw: {c: 3, <<: *x, <<: *y}\ne: {q: 1, <<: {}}", """{"x":{"a":1},"y":{"a":2,"b":2},"z":{"c":3,"a":1,"b":2},"w":{"c":3,"a":1,"b":2},"e":{"q":1}}""")]
    [InlineData("a: {\"<<\": 1}", """{"a":{"<<":1}}""")]
    [InlineData("# only a comment", "null")]
    [InlineData("a: {x: 'y', }\nb: [1, 2, ]", """{"a":{"x":"y"},"b":[1,2]}""")]
    public void Yaml_becomes_the_json_that_it_means(string yaml, string json)
    {
        var (converted, problems) = Convert(yaml);

        Assert.Empty(problems);
        Assert.Equal(json, JsonNode.Parse(converted)?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null");
        // Numbers verbatim, which comparing nodes would hide.
        if (!json.Contains('\\')) Assert.Equal(json, converted);
    }

    [Theory]
    [InlineData("a:\n  b: |\n      \n    text\n  c: 1", """{"a":{"b":"\ntext\n","c":1}}""")]
    [InlineData("- d: |-\n        \n      \n    text\n  c: 1", """[{"d":"\n\ntext","c":1}]""")]
    [InlineData("a:\n    b: \"x\n  y\"\n    c: 1", """{"a":{"b":"x y","c":1}}""")]
    [InlineData("a:\n    - b: 'it''s\n  y'\n      c: 1", """{"a":[{"b":"it's y","c":1}]}""")]
    [InlineData("a: {url: https://x.example/y, z: [http://a, b]}", """{"a":{"url":"https://x.example/y","z":["http://a","b"]}}""")]
    [InlineData("a: {b: \"x\u2028y\"}", "{\"a\":{\"b\":\"x\u2028y\"}}")]
    [InlineData("a:\n    b: \"x\n  y\"\n    p: don't \"quote\n      'this\n    # don't \"either\n    c: |\n      \"not quoted\n      it's\n    d: [1, 'x']", """{"a":{"b":"x y","p":"don't \"quote 'this","c":"\"not quoted\nit's\n","d":[1,"x"]}}""")]
    public void What_the_parser_refuses_and_libyaml_takes_is_mended(string yaml, string json)
    {
        var (converted, problems) = Convert(yaml);

        Assert.Empty(problems);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(converted)), converted);
    }

    [Fact]
    public void Places_are_those_of_the_yaml()
    {
        var document = Spec.Load("""
            openapi: 3.0.0
            paths:
              /a:
                get:
                  responses:
                    200:
                      description: ok
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              x: {type: string}
            """);

        Assert.Equal(new SpecLocation(3, 4), document.Operations[0].Location);
        Assert.Equal(("200", new SpecLocation(5, 8)), (document.Operations[0].Responses[0].Status, document.Operations[0].Responses[0].Location));
        Assert.Equal(new SpecLocation(12, 18), document.Answer().Properties[0].Schema.Location);
    }

    [Theory]
    [InlineData("a: 1\n---\nb: 2", SpecProblemKind.Shape, "several YAML documents")]
    [InlineData("a: &x [*x]", SpecProblemKind.Reference, "contains itself")]
    [InlineData("a: *nobody", SpecProblemKind.Reference, "no anchor")]
    [InlineData("? [a, b]\n: c", SpecProblemKind.Shape, "cannot be a key")]
    [InlineData("a: [", SpecProblemKind.Syntax, "not valid YAML")]
    [InlineData("a: \"x", SpecProblemKind.Syntax, "not valid YAML")]
    public void What_is_wrong_is_a_problem(string yaml, SpecProblemKind kind, string reason)
    {
        var problem = Assert.Single(Convert(yaml).Problems);

        Assert.Equal(kind, problem.Kind);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_stands_twice_is_a_problem_and_the_last_counts()
    {
        var document = Spec.Load("""
            openapi: 3.0.0
            paths:
              /a:
                get:
                  operationId: first
                  description: x
                  operationId: second
                  description: y
            """);

        Assert.Equal(("second", "y"), (document.Operations[0].OperationId, document.Operations[0].Description));
        Assert.Contains(document.Problems, p => p.Message.Contains("'operationId' stands twice", StringComparison.Ordinal) && p.Location.Line == 6);
    }

    [Fact]
    public void A_bomb_of_aliases_is_a_limit()
    {
        var yaml = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var i = 1; i < 30; i++) yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat("*a" + (i - 1), 9))}]\n");

        Assert.Equal(SpecProblemKind.Limit, Assert.Single(Convert(yaml.ToString()).Problems).Kind);
    }

    [Fact]
    public void Merging_bombs_are_a_limit_too()
    {
        var yaml = new StringBuilder("m0: &m0 {" + string.Join(", ", Enumerable.Range(0, 2000).Select(i => $"k{i}: {new string('x', 200)}")) + "}\n");
        for (var i = 1; i < 400; i++) yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"m{i}: {{<<: *m0, n: {i}}}\n");

        Assert.Equal(SpecProblemKind.Limit, Assert.Single(Convert(yaml.ToString()).Problems).Kind);
    }
}
