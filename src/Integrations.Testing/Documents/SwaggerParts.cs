using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>Parts of a 2.0 operation in the words of 3.x.</summary>
internal sealed class SwaggerParts(RawDocument document, JsonObject operation)
{
    public static RawParameter Parameter(JsonObject parameter)
    {
        var place = RawDocument.Text(parameter["in"])!;
        var format = RawDocument.Text(parameter["collectionFormat"]) ?? "csv";
        var style = (place, format) switch
        {
            ("path" or "header", _) => "simple",
            (_, "ssv") => "spaceDelimited",
            (_, "tsv") => "tabDelimited",
            (_, "pipes") => "pipeDelimited",
            _ => "form",
        };
        return new RawParameter(RawDocument.Text(parameter["name"]) ?? "", place, place == "path" || OperationReader.IsTrue(parameter["required"]), Schema(parameter), style, format == "multi", null);
    }

    public RawBody? Body(List<JsonObject> parameters)
    {
        if (parameters.Find(static p => RawDocument.Text(p["in"]) == "body") is { } body)
            return new RawBody(OperationReader.IsTrue(body["required"]), [.. Types("consumes").Select(t => new RawMedia(t, body["schema"], [], null))]);
        var fields = parameters.Where(static p => RawDocument.Text(p["in"]) == "formData").ToList();
        if (fields.Count == 0)
            return null;
        var properties = new JsonObject();
        foreach (var field in fields)
            properties[RawDocument.Text(field["name"]) ?? ""] = Schema(field).DeepClone();
        var required = fields.Where(static f => OperationReader.IsTrue(f["required"])).Select(static f => (JsonNode?)RawDocument.Text(f["name"])).ToArray();
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray(required) };
        var type = fields.Exists(static f => RawDocument.Text(f["type"]) == "file") ? "multipart/form-data" : "application/x-www-form-urlencoded";
        return new RawBody(required.Length > 0, [new RawMedia(type, schema, [], null)]);
    }

    public List<RawMedia> Content(JsonObject response)
    {
        if (response["schema"] is not { } schema)
            return [];
        var examples = response["examples"] as JsonObject;
        return [.. Types("produces").Select(t => new RawMedia(t, schema, examples is not null && examples.ContainsKey(t) ? [examples[t]] : [], null))];
    }

    private List<string> Types(string key)
    {
        var types = (operation[key] ?? document.Root[key]) as JsonArray ?? [];
        var names = types.Select(RawDocument.Text).OfType<string>().ToList();
        return names.Count > 0 ? names : ["application/json"];
    }

    /// <summary>A parameter of 2.0 is its own schema; its <c>required</c> is none of a schema's.</summary>
    private static JsonObject Schema(JsonObject parameter)
    {
        if (parameter["schema"] is JsonObject stated)
            return stated;
        var schema = new JsonObject();
        foreach (var (name, value) in parameter)
        {
            if (name is not ("name" or "in" or "required" or "description" or "collectionFormat"))
                schema[name] = value?.DeepClone();
        }
        return schema;
    }
}
