using System.Diagnostics;
using System.Globalization;
using System.Text;
using Integrations.OpenApi.Model;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Tests;

/// <summary>A document is somebody else's: whatever it holds, there is an answer, soon, and no exception.</summary>
public sealed class HostileTests
{
    private static SpecDocument Survive(SourceText text)
    {
        // A busy machine makes nobody slow: of the clock's time and the processor's, the shorter counts.
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        SpecDocument? document = null;
        // The compiler's threads have no more stack than this.
        var thread = new Thread(
            () =>
            {
                var index = SpecIndex.Get(text, "hostile", CancellationToken.None);
                document = index.Load(text, index.Select(null), CancellationToken.None);
            },
            maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();
        var processor = Environment.CpuUsage.TotalTime - before;
        Assert.InRange(Math.Min(clock.Elapsed.TotalSeconds, processor.TotalSeconds), 0, 10);
        return document!;
    }

    private static SpecDocument Survive(string text) => Survive(Spec.Text(text));

    public static TheoryData<string, string> Nested => new()
    {
        { "arrays", new string('[', 100_000) },
        { "objects", string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) },
        { "flow", "a: " + new string('[', 100_000) },
        { "braces", "a: " + string.Concat(Enumerable.Repeat("{a: ", 100_000)) },
        { "dashes", string.Concat(Enumerable.Repeat("- ", 100_000)) },
        { "questions", string.Concat(Enumerable.Repeat("? ", 100_000)) },
        { "schemas", "{\"openapi\":\"3.0.0\",\"paths\":{},\"components\":{\"schemas\":{\"A\":" + string.Concat(Enumerable.Repeat("{\"items\":", 100_000)) + "{}" + new string('}', 100_003) },
        { "indentation", "openapi: 3.0.0\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => new string(' ', i) + "a:\n")) },
    };

    [Theory]
    [MemberData(nameof(Nested))]
    public void Deep_nesting_is_a_problem(string name, string text)
    {
        Assert.NotNull(name);
        Assert.Contains(Survive(text).Problems, p => p.Kind is SpecProblemKind.Limit or SpecProblemKind.Syntax or SpecProblemKind.NotOpenApi);
    }

    [Theory]
    [InlineData("""{"items":""", "{}", """}""", 120)]
    [InlineData("""{"properties":{"a":""", "{}", """}}""", 115)]
    [InlineData("""{"allOf":[""", "{}", """]}""", 115)]
    [InlineData("""{"prefixItems":[""", "{}", """]}""", 115)]
    public void Nesting_below_the_limit_is_read(string open, string inner, string close, int depth)
    {
        var schema = string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));
        var document = Survive("{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"name\":\"p\",\"in\":\"query\",\"schema\":" + schema + "}]}}}}");

        Assert.Empty(document.Problems);
        Assert.Single(document.Operations);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\uFEFF")]
    [InlineData("\0\0\0\0")]
    [InlineData("{")]
    [InlineData("{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":{\"get\":{")]
    [InlineData("{\"openapi\":\"3.0.0\"} trailing")]
    [InlineData("PK\u0003\u0004\u0014\0\b\0\b\0\uFFFD\uFFFD")]
    [InlineData("<html><body>404</body></html>")]
    [InlineData("%")]
    [InlineData("---")]
    [InlineData("&a *a")]
    [InlineData("? ? ? :")]
    [InlineData("{\"openapi\":{}, \"paths\":[]}")]
    public void What_is_no_document_is_a_problem(string text) => Assert.NotEmpty(Survive(text).Problems);

    [Fact]
    public void Utf16_and_random_bytes_are_survived()
    {
        const string Good = """{"openapi":"3.0.0","paths":{"/ä":{"get":{}}}}""";
        Assert.Single(Survive(SourceText.From(new MemoryStream(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Good)).ToArray()))).Operations);

        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(1, 2000)];
            random.NextBytes(bytes);
            Survive(new string([.. bytes.Select(b => (char)b)]));
        }
    }

    [Fact]
    public void Lone_surrogates_are_survived_raw_and_escaped()
    {
        var document = Survive("{\"openapi\":\"3.0.0\",\"paths\":{\"/\\ud800\":{\"get\":{\"operationId\":\"a\ud800b\",\"description\":\"\\udc00\",\"parameters\":[{\"name\":\"\\ud83d\\ude00\",\"in\":\"query\"}]}}}}");

        Assert.Equal("a\uFFFDb", document.Operations[0].OperationId);
        Assert.Equal("😀", document.Operations[0].Parameters[0].Name);
    }

    [Fact]
    public void A_document_cut_anywhere_is_survived()
    {
        const string Json = """{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}}}}},"components":{"schemas":{"A":{"type":["string","null"],"enum":["\u00e4",1e5]}}}}""";
        const string Yaml = "openapi: 3.1.0\npaths:\n  /a:\n    get: &g\n      responses:\n        '200': {description: |-\n          x, content: {}}\n  /b:\n    get:\n      <<: *g\n      tags: [\"a\", 'b']\n";
        for (var i = 0; i < Json.Length; i++) Spec.Load(Json[..i]);
        for (var i = 0; i < Yaml.Length; i++) Spec.Load(Yaml[..i]);
    }

    [Fact]
    public void Any_value_may_stand_anywhere()
    {
        const string Json = """
            {"openapi":"3.1.0","info":{"title":"t"},"servers":[{"url":"u","variables":{"v":{"default":"d"}}}],"security":[{"k":["s"]}],"tags":[{"name":"n"}],
             "paths":{"/a":{"parameters":[{"name":"p","in":"path","schema":{}}],"get":{"operationId":"o","tags":["t"],"parameters":[{"$ref":"#/components/parameters/P"}],
              "requestBody":{"content":{"a/b":{"schema":{"type":"object","properties":{"x":{"type":"string"}},"required":["x"]},"encoding":{"x":{"headers":{"h":{}}}}}}},
              "responses":{"200":{"description":"d","headers":{"h":{"schema":{}}},"links":{"l":{"parameters":{"a":1}}}}},"callbacks":{"c":{"u":{"post":{}}}},"security":[{}]}}},
             "webhooks":{"w":{"post":{}}},
             "components":{"parameters":{"P":{"name":"q","in":"query","schema":{"discriminator":{"propertyName":"x","mapping":{"a":"A"}},"oneOf":[{"enum":[1]}],"items":{"default":1}}}},
              "schemas":{"A":{"allOf":[{"$ref":"#/components/schemas/A"}]}},"securitySchemes":{"k":{"type":"oauth2","flows":{"clientCredentials":{"tokenUrl":"t"}}}}}}
            """;
        var original = System.Text.Json.Nodes.JsonNode.Parse(Json)!;
        foreach (var replacement in new[] { "null", "true", "5", "\"text\"", "[]", "{}", "[null]", "{\"$ref\":5}", "{\"$ref\":\"#/components/schemas/A\"}", "{\"a\":{\"$ref\":\"#/nowhere\"}}" })
        {
            foreach (var path in Paths(original))
            {
                var copy = original.DeepClone();
                Replace(copy, path, replacement);
                var document = Spec.Load(copy.ToJsonString());
                Assert.DoesNotContain(document.Problems, p => p.Message.Contains("could not be read", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Many_references_to_one_big_response_cost_it_once()
    {
        var text = new StringBuilder("{\"openapi\":\"3.0.0\",\"paths\":{");
        for (var i = 0; i < 5000; i++) text.Append(CultureInfo.InvariantCulture, $"\"/p{i}\":{{\"get\":{{\"responses\":{{\"200\":{{\"$ref\":\"#/components/responses/R\"}} }} }} }},");
        text.Append("},\"components\":{\"responses\":{\"R\":{\"description\":\"r\",\"content\":{\"application/json\":{\"schema\":{\"properties\":{");
        for (var i = 0; i < 20_000; i++) text.Append(CultureInfo.InvariantCulture, $"\"p{i}\":{{\"type\":\"string\"}},");
        text.Append("}}}}}}}}");

        var document = Survive(text.ToString());

        Assert.Equal(5000, document.Operations.Count);
        Assert.Same(document.Operations[0].Responses[0], document.Operations[4999].Responses[0]);
    }

    [Fact]
    public void Many_operations_that_share_many_parameters_are_a_limit()
    {
        var text = new StringBuilder("{\"openapi\":\"3.2.0\",\"paths\":{\"/a\":{\"parameters\":[");
        for (var i = 0; i < 10_000; i++) text.Append(CultureInfo.InvariantCulture, $"{{\"name\":\"p{i}\",\"in\":\"query\"}},");
        text.Append("],\"additionalOperations\":{");
        for (var i = 0; i < 20_000; i++) text.Append(CultureInfo.InvariantCulture, $"\"M{i}\":{{}},");
        text.Append("}}}}");

        Assert.Contains(Survive(text.ToString()).Problems, p => p.Kind == SpecProblemKind.Limit);
    }

    [Fact]
    public void Path_items_lent_to_many_paths_are_a_limit()
    {
        var text = new StringBuilder("{\"openapi\":\"3.2.0\",\"paths\":{");
        for (var i = 0; i < 20_000; i++) text.Append(CultureInfo.InvariantCulture, $"\"/p{i}\":{{\"$ref\":\"#/components/pathItems/P\"}},");
        text.Append("},\"components\":{\"pathItems\":{\"P\":{\"additionalOperations\":{");
        for (var i = 0; i < 10_000; i++) text.Append(CultureInfo.InvariantCulture, $"\"M{i}\":{{}},");
        text.Append("}}}}}");

        Assert.Contains(Survive(text.ToString()).Problems, p => p.Kind == SpecProblemKind.Limit);
    }

    [Fact]
    public void Many_references_into_one_big_object_do_not_take_its_square()
    {
        var text = new StringBuilder("{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"name\":\"p\",\"in\":\"query\",\"schema\":{\"allOf\":[");
        for (var i = 0; i < 50_000; i++) text.Append(CultureInfo.InvariantCulture, $"{{\"$ref\":\"#/components/schemas/A/properties/p{i:d5}\"}},");
        text.Append("]}}]}}},\"components\":{\"schemas\":{\"A\":{\"properties\":{");
        for (var i = 0; i < 50_000; i++) text.Append(CultureInfo.InvariantCulture, $"\"p{i:d5}\":{{}},");
        text.Append("}}}}}");

        Assert.Equal(50_000, Survive(text.ToString()).Schemas.Count);
    }

    [Fact]
    public void A_chain_of_references_and_a_million_problems_end()
    {
        var text = new StringBuilder("{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"$ref\":\"#/components/parameters/p0\"}],\"responses\":{\"200\":{\"content\":{\"a/b\":{\"schema\":{\"allOf\":[");
        for (var i = 0; i < 200_000; i++) text.Append("{\"$ref\":\"#/x\"},");
        text.Append("]}}}}}}}},\"components\":{\"parameters\":{");
        for (var i = 0; i < 20_000; i++) text.Append(CultureInfo.InvariantCulture, $"\"p{i}\":{{\"$ref\":\"#/components/parameters/p{i + 1}\"}},");
        text.Append("}}}");

        Assert.InRange(Survive(text.ToString()).Problems.Count, 1, 1100);
    }

    [Fact]
    public void References_to_a_hundred_thousand_addresses_under_as_many_identifiers_end()
    {
        var text = new StringBuilder("{\"openapi\":\"3.1.0\",\"$self\":\"https://a/b\",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"200\":{\"content\":{\"a/b\":{\"schema\":{\"allOf\":[");
        for (var i = 0; i < 100_000; i++) text.Append(CultureInfo.InvariantCulture, $"{{\"$id\":\"c{i}/\",\"$ref\":\"../d{i}\"}},");
        text.Append("]}}}}}}}}}");

        Assert.InRange(Survive(text.ToString()).Problems.Count, 1, 1100);
    }

    [Fact]
    public void Files_that_refer_to_each_other_a_thousandfold_end()
    {
        var files = new (string, string)[500];
        for (var i = 0; i < files.Length; i++)
        {
            var references = string.Join(',', Enumerable.Range(0, 500).Select(n => $"\"p{n}\":{{\"$ref\":\"f{n}.json\"}}"));
            files[i] = ($"f{i}.json", i == 0
                ? "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"$ref\":\"f1.json\"}},\"components\":{\"schemas\":{" + references + "}}}"
                : "{\"get\":{\"responses\":{\"200\":{\"content\":{\"a/b\":{\"schema\":{\"$ref\":\"#\"}}}}}},\"properties\":{" + references + "}}");
        }

        Assert.Single(Spec.LoadFiles(files).Operations);
    }

    [Fact]
    public void Cancellation_passes_through()
    {
        var text = Spec.Text("openapi: 3.0.0");

        Assert.ThrowsAny<OperationCanceledException>(() => SpecIndex.Get(text, "x", new CancellationToken(canceled: true)));
        Assert.True(SpecIndex.Get(text, "x", CancellationToken.None).IsOpenApi);
    }

    private static IEnumerable<object[]> Paths(System.Text.Json.Nodes.JsonNode node)
    {
        var children = node is System.Text.Json.Nodes.JsonObject o
            ? o.Select(p => ((object)p.Key, p.Value))
            : node is System.Text.Json.Nodes.JsonArray a ? a.Select((v, i) => ((object)i, v)) : [];
        foreach (var (key, child) in children)
        {
            yield return [key];
            if (child is null) continue;
            foreach (var path in Paths(child)) yield return [key, .. path];
        }
    }

    private static void Replace(System.Text.Json.Nodes.JsonNode node, object[] path, string replacement)
    {
        for (var i = 0; i < path.Length - 1; i++) node = path[i] is string name ? node[name]! : node[(int)path[i]]!;
        var value = System.Text.Json.Nodes.JsonNode.Parse(replacement);
        if (path[^1] is string last) node[last] = value;
        else node[(int)path[^1]] = value;
    }
}
