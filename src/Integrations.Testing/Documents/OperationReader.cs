using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>Reads the operations of a document, 3.x and 2.0.</summary>
internal sealed class OperationReader(RawDocument document)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    public IReadOnlyList<RawOperation> Read()
    {
        var operations = new List<RawOperation>();
        foreach (var (path, node) in document.Root["paths"] as JsonObject ?? [])
        {
            if (path.StartsWith("x-", StringComparison.Ordinal) || document.Follow(node) is not JsonObject item)
                continue;
            foreach (var (method, value) in item)
            {
                if (s_methods.Contains(method, StringComparer.Ordinal) && value is JsonObject operation)
                    operations.Add(Operation(method.ToUpperInvariant(), path, item, operation));
            }
            foreach (var (method, value) in item["additionalOperations"] as JsonObject ?? [])
            {
                if (value is JsonObject operation)
                    operations.Add(Operation(method, path, item, operation));
            }
        }
        return operations;
    }

    private RawOperation Operation(string method, string path, JsonObject item, JsonObject operation)
    {
        var all = Parameters(item, operation);
        var swagger = new SwaggerParts(document, operation);
        var parameters = all.Where(static p => RawDocument.Text(p["in"]) is "path" or "query" or "header" or "cookie").Select(p => document.IsSwagger ? SwaggerParts.Parameter(p) : Parameter(p));
        var body = document.IsSwagger ? swagger.Body(all) : Body(document.Follow(operation["requestBody"]) as JsonObject);
        var responses = (operation["responses"] as JsonObject ?? []).Select(r =>
        {
            var response = document.Follow(r.Value) as JsonObject ?? [];
            return new RawResponse(r.Key, document.IsSwagger ? swagger.Content(response) : Content(response["content"]));
        });
        var security = operation["security"] as JsonArray;
        return new RawOperation(
            method,
            path,
            RawDocument.Text(operation["operationId"]),
            [.. parameters],
            body,
            [.. responses],
            Anonymous: security is { Count: 0 },
            AnonymousToo: security?.Any(static alternative => alternative is JsonObject { Count: 0 }) == true);
    }

    private List<JsonObject> Parameters(JsonObject item, JsonObject operation)
    {
        var parameters = new List<JsonObject>();
        foreach (var list in new[] { item["parameters"], operation["parameters"] })
        {
            foreach (var parameter in (list as JsonArray ?? []).Select(document.Follow).OfType<JsonObject>())
            {
                var index = parameters.FindIndex(p => RawDocument.Text(p["name"]) == RawDocument.Text(parameter["name"]) && RawDocument.Text(p["in"]) == RawDocument.Text(parameter["in"]));
                if (index < 0)
                    parameters.Add(parameter);
                else
                    parameters[index] = parameter;
            }
        }
        return parameters;
    }

    private static RawParameter Parameter(JsonObject parameter)
    {
        var place = RawDocument.Text(parameter["in"])!;
        var style = RawDocument.Text(parameter["style"]) ?? (place is "path" or "header" ? "simple" : "form");
        var content = (parameter["content"] as JsonObject)?.FirstOrDefault();
        return new RawParameter(
            RawDocument.Text(parameter["name"]) ?? "",
            place,
            place == "path" || IsTrue(parameter["required"]),
            content is { Value: JsonObject media } ? media["schema"] : parameter["schema"],
            style,
            parameter["explode"] is { } explode ? IsTrue(explode) : style is "form" or "cookie",
            content?.Key);
    }

    private RawBody? Body(JsonObject? body) =>
        body is null ? null : new RawBody(IsTrue(body["required"]), Content(body["content"]));

    private List<RawMedia> Content(JsonNode? content)
    {
        var result = new List<RawMedia>();
        foreach (var (name, node) in content as JsonObject ?? [])
        {
            var media = document.Follow(node) as JsonObject ?? [];
            var examples = new List<JsonNode?>();
            if (media.ContainsKey("example"))
                examples.Add(media["example"]);
            foreach (var (_, example) in media["examples"] as JsonObject ?? [])
            {
                if (document.Follow(example) is JsonObject named && named.ContainsKey("value"))
                    examples.Add(named["value"]);
            }
            result.Add(new RawMedia(name, media["schema"], examples, media["encoding"] as JsonObject) { ItemSchema = media["itemSchema"] });
        }
        return result;
    }

    internal static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) && flag;
}
