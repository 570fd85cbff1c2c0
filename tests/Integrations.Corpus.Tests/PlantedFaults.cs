using System.Text;
using Integrations.Corpus.Tests.Harness;
using Integrations.Documents;
using Integrations.Testing.Documents;

namespace Integrations.Corpus.Tests;

/// <summary>A client of another document than the server's is found out: so a client that is wrong is, too.</summary>
[Collection("One at a time")]
public sealed class PlantedFaults
{
    private const string Document = """
        {
          "openapi": "3.0.3",
          "info": { "title": "Faults", "version": "1" },
          "paths": { "/things/{id}": { "get": {
            "operationId": "get",
            "parameters": [
              { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
              { "name": "kind", "in": "query", "required": true, "schema": { "type": "string" } },
              { "name": "on", "in": "query", "schema": { "type": "string", "format": "date" } },
              { "name": "tags", "in": "query", "explode": false, "schema": { "type": "array", "minItems": 2, "items": { "type": "string" } } },
              { "name": "X-Level", "in": "header", "schema": { "type": "integer" } } ],
            "responses": { "200": { "description": "It.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } },
          "components": { "schemas": { "Thing": {
            "type": "object",
            "required": [ "n" ],
            "properties": { "n": { "type": "integer" }, "at": { "type": "string", "format": "date-time" }, "ratio": { "type": "number", "example": 0.1 } } } } }
        }
        """;

    [Theory]
    [InlineData("", "", null)]
    [InlineData("\"name\": \"kind\"", "\"name\": \"ki-nd\"", "query/kind: is required")]
    [InlineData("\"explode\": false", "\"explode\": true", "query/tags: 2 items became 1")]
    [InlineData("\"name\": \"X-Level\"", "\"name\": \"X-Levels\"", "header/X-Level: was not seen")]
    [InlineData("\"format\": \"date\"", "\"format\": \"date-time\"", "query/on")]
    [InlineData("\"required\": [ \"n\" ]", "\"required\": [ \"n\", \"at\" ]", "cannot be read")]
    [InlineData("\"n\": { \"type\": \"integer\" }", "\"n\": { \"type\": \"boolean\" }", "cannot be read")]
    [InlineData("\"operationId\": \"get\",", "\"operationId\": \"get\", \"security\": [],", "header: the token is missing")]
    public async Task A_client_that_differs_from_the_document_is_found_out(string original, string planted, string? reason)
    {
        var folder = Directory.CreateTempSubdirectory("planted");
        try
        {
            var path = Path.Combine(folder.FullName, "faults.json");
            await File.WriteAllTextAsync(path, original.Length == 0 ? Document : Document.Replace(original, planted, StringComparison.Ordinal));
            var client = LoadedClient.Load(path, RawDocument.OfJson(Encoding.UTF8.GetBytes(Document)));
            await using var server = await DocumentServer.StartAsync(client.Document);
            await using var host = ClientHost.Start(client, server);
            var caller = new OperationCaller(client, host, server);
            var mismatches = new List<Mismatch>();
            foreach (var pass in CallPass.All)
                mismatches.AddRange(await caller.CallAsync(Assert.Single(OperationMethod.Of(client)), pass));
            if (reason is null)
                Assert.Empty(mismatches);
            else
                Assert.Contains(mismatches, m => m.Reason.Contains(reason, StringComparison.Ordinal) && m.Defect.Length == 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
