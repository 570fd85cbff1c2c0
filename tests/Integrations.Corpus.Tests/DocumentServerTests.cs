using System.Net;
using System.Text;
using Integrations.Documents;
using Integrations.Testing.Documents;

namespace Integrations.Corpus.Tests;

/// <summary>The server that other tests rely on notices what is wrong. Each row plants one fault; the first ones have none.</summary>
public sealed class DocumentServerTests
{
    private const string Document = """
        {
          "openapi": "3.0.3",
          "info": { "title": "Faults", "version": "1" },
          "paths": {
            "/things/{id}": {
              "get": {
                "operationId": "get",
                "parameters": [
                  { "name": "id", "in": "path", "required": true, "schema": { "type": "integer", "minimum": 1 } },
                  { "name": "kind", "in": "query", "required": true, "schema": { "type": "string", "enum": [ "a/b", "c" ] } },
                  { "name": "since", "in": "query", "schema": { "type": "string", "format": "date-time" } },
                  { "name": "tags", "in": "query", "explode": false, "schema": { "type": "array", "items": { "type": "string" } } },
                  { "name": "range", "in": "query", "style": "deepObject", "explode": true, "schema": { "type": "object", "properties": { "gt": { "type": "integer" } }, "additionalProperties": false } },
                  { "name": "X-Level", "in": "header", "schema": { "type": "integer" } }
                ],
                "responses": { "200": { "description": "It.", "content": { "application/json": { "schema": { "type": "object", "required": [ "n" ], "properties": { "n": { "type": "integer" } } } } } } }
              }
            },
            "/things": {
              "post": {
                "operationId": "post",
                "requestBody": { "required": true, "content": {
                  "application/json": { "schema": { "type": "object", "required": [ "name" ], "properties": { "name": { "type": "string" }, "n": { "type": "integer" } } } },
                  "application/x-www-form-urlencoded": { "schema": { "type": "object", "required": [ "name" ], "properties": { "name": { "type": "string" }, "n": { "type": "integer" } } } } } },
                "responses": { "204": { "description": "Done." } }
              }
            }
          }
        }
        """;

    [Theory]
    [InlineData("/things/7?kind=a%2Fb&since=2020-01-01T00:00:00Z&tags=x%2Cy,z&range%5Bgt%5D=3", null)]
    [InlineData("/things/x?kind=c", "path/id: string instead of integer")]
    [InlineData("/things/0?kind=c", "path/id: 0 is out of bounds")]
    [InlineData("/things/7", "query/kind: is required")]
    [InlineData("/things/7?kind=d", "query/kind: \"d\" is not in the enum")]
    [InlineData("/things/7?kind=c&kind=c", "query kind: is there 2 times")]
    [InlineData("/things/7?kind=c&since=01/02/2020", "is no date-time")]
    [InlineData("/things/7?kind=c&range%5Blt%5D=3", "query/range/lt: nothing is allowed")]
    [InlineData("/things/7?kind=c&range%5Bgt%5D=x", "query/range/gt: string instead of integer")]
    [InlineData("/things/7?kind=c&other=1", "'other' is not declared")]
    [InlineData("/thing/7?kind=c", "is no operation")]
    [InlineData("/things/7/8?kind=c", "is no operation")]
    public async Task A_request_is_held_against_its_parameters(string target, string? violation)
    {
        var seen = await SendAsync(new HttpRequestMessage(HttpMethod.Get, target));
        AssertViolation(violation, seen);
    }

    [Theory]
    [InlineData("application/json", """{"name":"a","n":1}""", null)]
    [InlineData("application/x-www-form-urlencoded", "name=a+b&n=1", null)]
    [InlineData("application/json", """{"n":1}""", "body/name: is required")]
    [InlineData("application/json", """{"name":"a","n":"1"}""", "body/n: string instead of integer")]
    [InlineData("application/json", """{"name":""", "body: ")]
    [InlineData("application/x-www-form-urlencoded", "name=a&n=x", "body/n: string instead of integer")]
    [InlineData("text/plain", "name", "body: 'text/plain; charset=utf-8' is none of")]
    [InlineData(null, "", "body: is required")]
    public async Task A_body_is_held_against_its_schema(string? type, string body, string? violation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/things");
        if (type is not null)
            request.Content = new StringContent(body, Encoding.UTF8, type);
        AssertViolation(violation, await SendAsync(request));
    }

    [Fact]
    public async Task Values_are_decoded_by_their_style()
    {
        var seen = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/things/7?kind=a%2Fb&tags=x%2Cy,z&range%5Bgt%5D=3") { Headers = { { "X-Level", "5" } } });
        Assert.Equal("7", seen.Values["path/id"]!.ToJsonString());
        Assert.Equal("""["x,y","z"]""", seen.Values["query/tags"]!.ToJsonString());
        Assert.Equal("""{"gt":3}""", seen.Values["query/range"]!.ToJsonString());
        Assert.Equal("5", seen.Values["header/X-Level"]!.ToJsonString());
        Assert.Null(JsonSame.Difference(seen.Json, System.Text.Json.Nodes.JsonNode.Parse(seen.Answer)));
        Assert.True(seen.Json!.AsObject().ContainsKey("n"));
    }

    [Fact]
    public async Task A_missing_or_needless_token_is_noticed()
    {
        var seen = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/things/7?kind=c"), "secret");
        Assert.Equal(["header: the token is missing"], seen.Violations);
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1.0}""", true)]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", true)]
    [InlineData("\"2020-01-01T00:00:00Z\"", "\"2020-01-01T02:00:00.000+02:00\"", true)]
    [InlineData("9007199254740993", "9007199254740992", false)]
    [InlineData("""{"a":null}""", "{}", false)]
    [InlineData("{}", """{"a":null}""", false)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("1", "\"1\"", false)]
    [InlineData("\"2020-01-01\"", "\"2020-01-01T00:00:00Z\"", false)]
    public void Json_is_compared_by_meaning(string left, string right, bool same) =>
        Assert.Equal(same, JsonSame.Difference(System.Text.Json.Nodes.JsonNode.Parse(left), System.Text.Json.Nodes.JsonNode.Parse(right)) is null);

    private static void AssertViolation(string? violation, SeenRequest seen)
    {
        if (violation is null)
            Assert.Empty(seen.Violations);
        else
            Assert.Contains(violation, Assert.Single(seen.Violations), StringComparison.Ordinal);
    }

    private static async Task<SeenRequest> SendAsync(HttpRequestMessage request, string? token = null)
    {
        await using var server = await DocumentServer.StartAsync(RawDocument.OfJson(Encoding.UTF8.GetBytes(Document)));
        server.BearerToken = token;
        using var client = new HttpClient();
        request.RequestUri = new Uri(server.Address + request.RequestUri!.OriginalString);
        using var response = await client.SendAsync(request);
        var seen = Assert.Single(server.Take());
        Assert.Equal(seen.Operation is null ? HttpStatusCode.NotFound : request.Method == HttpMethod.Get ? HttpStatusCode.OK : HttpStatusCode.NoContent, response.StatusCode);
        return seen;
    }
}
