using System.Text.Json.Nodes;
using Integrations.OpenApi.Slicing;

namespace Integrations.OpenApi.Normalizing;

/// <summary>Operations of 2.0 as those of 3.x: bodies out of parameters, media types out of consumes and produces.</summary>
internal sealed class SwaggerNormalizer(SliceContext context, SchemaNormalizer schemas)
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    public JsonObject Operation(RawNode node, IReadOnlyList<RawNode> pathParameters)
    {
        var operation = OperationNormalizer.Common(context, node);
        var parameters = new JsonArray();
        var form = new List<RawNode>();
        RawNode? body = null;
        foreach (var parameter in Merge(pathParameters, node))
        {
            switch (parameter.MemberText("in"))
            {
                case "body": body = parameter; break;
                case "formData": form.Add(parameter); break;
                default:
                    if (Parameter(parameter) is { } read) parameters.Add(read);
                    break;
            }
        }

        operation["parameters"] = parameters;
        var consumes = MediaTypes(node, "consumes");
        if (body is { } bodyNode) operation["requestBody"] = Body(bodyNode, consumes);
        else if (form.Count > 0) operation["requestBody"] = FormBody(form, consumes);

        var produces = MediaTypes(node, "produces");
        var responses = new JsonObject();
        var hasSuccess = context.Fields(node, "responses").Any(static r => r.Key.StartsWith("2", StringComparison.Ordinal));
        foreach (var response in context.Fields(node, "responses"))
        {
            // Inline, not a piece: the same response has other media types under another operation.
            if (!context.IsObject(response.Value)) continue;
            var target = context.References.Follow(response.Value)?.Node ?? response.Value;
            context.Charge(target);
            responses[OperationNormalizer.Status(response.Key)] = Response(target, ProducedBy(target, IsError(response.Key, hasSuccess), produces));
        }

        operation["responses"] = responses;
        return operation;
    }

    // By name and place, as later the mapping does for 3.x; here because bodies leave the list.
    private List<RawNode> Merge(IReadOnlyList<RawNode> pathParameters, RawNode operation)
    {
        var merged = new List<RawNode>();
        foreach (var item in pathParameters.Concat(context.List(operation, "parameters")))
        {
            if (!context.IsObject(item) || context.References.Follow(item) is not { Node: { IsObject: true } node }) continue;
            context.Charge(node);
            var known = merged.FindIndex(m => m.MemberText("in") == node.MemberText("in") && (node.MemberText("in") == "body" || m.MemberText("name") == node.MemberText("name")));
            if (known < 0) merged.Add(node);
            else merged[known] = node;
        }

        return merged;
    }

    private JsonObject? Parameter(RawNode node)
    {
        var name = context.Text(node, "name");
        var place = node.MemberText("in");
        if (name is null || place is not ("path" or "query" or "header" or "cookie"))
        {
            context.Shape(node, name is null ? "The parameter has no 'name' and is left out." : $"The parameter '{name}' is in '{place}', which is no place of a parameter; it is left out.");
            return null;
        }

        var parameter = new JsonObject { [Keys.At] = context.Place(node), ["name"] = name, ["in"] = place };
        foreach (var flag in new[] { "required", "deprecated" }) context.CopyFlag(node, parameter, flag);
        if (context.Flag(node, "x-deprecated")) parameter["deprecated"] = true;
        context.CopyText(node, parameter, "description");
        Collection(node, place, parameter);
        parameter["schema"] = Schema(node);
        return parameter;
    }

    // Not all that is written follows 2.0: a parameter with a schema is a 3.0 habit.
    private JsonObject Schema(RawNode node) => node.Member("schema") is { IsObject: true } schema ? schemas.Read(schema) : schemas.Read(node, inParameter: true);

    private static void Collection(RawNode node, string place, JsonObject parameter)
    {
        var format = node.MemberText("collectionFormat");
        parameter["explode"] = format == "multi";
        switch (format)
        {
            case "ssv": parameter["style"] = "spaceDelimited"; break;
            case "pipes": parameter["style"] = "pipeDelimited"; break;
            case "tsv": parameter[Keys.Style] = "tabDelimited"; break;
            default: parameter["style"] = place is "query" or "cookie" or "formData" ? "form" : "simple"; break;
        }
    }

    private JsonObject Body(RawNode node, List<string> consumes)
    {
        var body = new JsonObject();
        context.CopyFlag(node, body, "required");
        context.CopyText(node, body, "description");
        if (context.Text(node, "name") is { } name) body[Keys.BodyName] = name;
        var content = new JsonObject();
        foreach (var media in consumes.Count == 0 ? ["application/json"] : consumes)
            content[media] = new JsonObject { ["schema"] = node.Member("schema") is { } schema ? schemas.Read(schema) : new JsonObject() };
        body["content"] = content;
        return body;
    }

    private JsonObject FormBody(List<RawNode> form, List<string> consumes)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        var encodings = new JsonObject();
        foreach (var field in form)
        {
            if (context.Text(field, "name") is not { } name) continue;
            var property = Schema(field);
            context.CopyText(field, property, "description");
            properties[name] = property;
            if (context.Flag(field, "required")) required.Add(Nodes.Of(name));
            if (field.MemberText("type") != "array") continue;
            var encoding = new JsonObject();
            Collection(field, "formData", encoding);
            encoding[Keys.ExplodeStated] = true;
            encodings[name] = encoding;
        }

        var isRequired = required.Count > 0;
        var schema = new JsonObject { [Keys.At] = context.Place(form[0]), ["type"] = "object", ["properties"] = properties, ["required"] = required };
        var hasFile = form.Any(f => f.MemberText("type") == "file");
        var stated = consumes.Where(c => c is Form or Multipart && !(hasFile && c == Form)).ToList();
        if (stated.Count == 0) stated.Add(hasFile ? Multipart : Form);
        var content = new JsonObject();
        foreach (var media in stated)
            content[media] = new JsonObject { ["schema"] = schema.DeepClone(), ["encoding"] = encodings.DeepClone() };
        return new JsonObject { ["required"] = isRequired, ["content"] = content };
    }

    private JsonObject Response(RawNode node, List<string> produces)
    {
        var response = new JsonObject { [Keys.At] = context.Place(node) };
        context.CopyText(node, response, "description");
        var headers = new JsonObject();
        foreach (var entry in context.Entries(node, "headers"))
        {
            if (!context.IsObject(entry.Value)) continue;
            var header = new JsonObject { ["schema"] = Schema(entry.Value) };
            context.CopyText(entry.Value, header, "description");
            headers[entry.Key] = header;
        }

        response["headers"] = headers;
        var content = new JsonObject();
        if (node.Member("schema") is { } schema)
        {
            foreach (var media in produces)
                content[media] = new JsonObject { ["schema"] = schemas.Read(schema) };
        }

        response["content"] = content;
        return response;
    }

    private static bool IsError(string status, bool hasSuccess) =>
        status == "default" ? hasSuccess : status.StartsWith("4", StringComparison.Ordinal) || status.StartsWith("5", StringComparison.Ordinal);

    /// <summary>
    /// The media types of one response. <c>produces</c> is said of the whole operation and thought of its success: an operation that gives a PDF
    /// does not describe its errors' properties in one, and a file is not JSON because the document's other operations are.
    /// </summary>
    private static List<string> ProducedBy(RawNode response, bool isError, List<string> produces)
    {
        var isFile = response.Member("schema")?.MemberText("type") == "file";
        if (produces.Count == 0) return [isFile ? "application/octet-stream" : "application/json"];
        if (isFile) return produces.TrueForAll(IsJson) ? ["*/*"] : [.. produces.Where(static p => !IsJson(p))];
        return isError && !produces.Exists(IsJson) ? [.. produces, "application/json"] : produces;
    }

    private static bool IsJson(string media) => media.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0;

    private List<string> MediaTypes(RawNode operation, string name)
    {
        var stated = operation.Member(name) ?? context.Store.Find("#/" + name);
        return stated is { } list ? [.. context.Texts(list).Distinct()] : [];
    }
}
