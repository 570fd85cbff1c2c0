using System.Text.Json.Nodes;
using Integrations.OpenApi.Slicing;

namespace Integrations.OpenApi.Normalizing;

/// <summary>Operations of 3.x and what they are made of, each as a node that only has what OpenAPI allows there.</summary>
internal sealed class OperationNormalizer(SliceContext context, SchemaNormalizer schemas)
{
    private static readonly HashSet<string> Styles = new(StringComparer.Ordinal) { "simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject" };
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal) { "path", "query", "header", "cookie", "querystring" };

    public JsonObject Operation(RawNode node, IEnumerable<RawNode> pathParameters)
    {
        var operation = Common(context, node);
        var parameters = new JsonArray();
        foreach (var item in pathParameters.Concat(context.List(node, "parameters")))
            if (Piece(item, Parameter) is { } parameter) parameters.Add(parameter);
        operation["parameters"] = parameters;
        if (node.Member("requestBody") is { } body && context.IsObject(body) && Piece(body, RequestBody) is { } content) operation["requestBody"] = content;
        var responses = new JsonObject();
        foreach (var response in context.Fields(node, "responses"))
        {
            // That an answer with this status exists is known even where its content is not.
            if (context.IsObject(response.Value)) responses[Status(response.Key)] = Piece(response.Value, Response) ?? [];
        }

        operation["responses"] = responses;
        return operation;
    }

    /// <summary>What operations of all versions have.</summary>
    public static JsonObject Common(SliceContext context, RawNode node)
    {
        var operation = new JsonObject();
        foreach (var name in new[] { "operationId", "summary", "description" }) context.CopyText(node, operation, name);
        context.CopyFlag(node, operation, "deprecated");
        if (node.Member("tags") is { } tags) operation["tags"] = Nodes.Of(context.Texts(tags).Distinct());
        if (node.Member("externalDocs") is { IsObject: true } docs && docs.MemberText("url") is { } url) operation[Keys.Docs] = url;
        if (node.MemberText("x-codegen-request-body-name") is { } bodyName) operation[Keys.BodyName] = bodyName;
        if (node.Member("x-ms-pageable") is { IsObject: true } pageable)
            operation[Keys.Pageable] = Nodes.Of(new[] { pageable.MemberText("nextLinkName") ?? "", pageable.MemberText("itemName") ?? "value" });
        ServiceNormalizer.CopySecurity(context, node, operation);
        ServiceNormalizer.CopyServers(context, node, operation);
        return operation;
    }

    public static string Status(string key) => key == "default" ? key : key.ToUpperInvariant();

    public JsonObject? Parameter(RawNode node)
    {
        var name = context.Text(node, "name");
        var place = node.MemberText("in");
        if (name is null || place is null || !Places.Contains(place))
        {
            context.Shape(node, name is null ? "The parameter has no 'name' and is left out." : $"The parameter '{name}' is in '{place}', which is no place of a parameter; it is left out.");
            return null;
        }

        var parameter = new JsonObject { [Keys.At] = context.Place(node), ["name"] = name, ["in"] = place };
        foreach (var flag in new[] { "required", "deprecated", "explode", "allowReserved" }) context.CopyFlag(node, parameter, flag);
        context.CopyText(node, parameter, "description");
        CopyStyle(node, parameter);
        // The library's default for a style that it does not know would be false.
        if (parameter.ContainsKey(Keys.Style)) parameter["explode"] ??= true;
        CopySchema(node, parameter);
        return parameter;
    }

    public JsonObject? RequestBody(RawNode node)
    {
        var body = new JsonObject();
        context.CopyFlag(node, body, "required");
        context.CopyText(node, body, "description");
        if (node.MemberText("x-body-name") is { } name) body[Keys.BodyName] = name;
        CopyContent(node, body);
        return body;
    }

    public JsonObject? Response(RawNode node)
    {
        var response = new JsonObject { [Keys.At] = context.Place(node) };
        context.CopyText(node, response, "description");
        response["headers"] = Headers(node);
        CopyContent(node, response);
        var links = new JsonObject();
        foreach (var link in context.Fields(node, "links"))
            if (context.IsObject(link.Value) && Piece(link.Value, Link) is { } piece) links[link.Key] = piece;
        response["links"] = links;
        return response;
    }

    public JsonObject? Header(RawNode node)
    {
        var header = new JsonObject();
        context.CopyFlag(node, header, "required");
        context.CopyText(node, header, "description");
        CopySchema(node, header);
        return header;
    }

    public JsonObject? Link(RawNode node)
    {
        var link = new JsonObject();
        foreach (var name in new[] { "operationId", "operationRef", "description" }) context.CopyText(node, link, name);
        var parameters = new JsonArray();
        foreach (var parameter in context.Entries(node, "parameters"))
            parameters.Add(new JsonArray(Nodes.Of(parameter.Key), Nodes.Of(parameter.Value.Raw)));
        link[Keys.Parameters] = parameters;
        return link;
    }

    /// <summary>A node, or where it is a reference a note of the target, which is then read once for all that refer to it.</summary>
    private JsonObject? Piece(RawNode node, Func<RawNode, JsonObject?> read)
    {
        if (node.MemberText("$ref") is null) return context.IsObject(node) ? read(node) : null;
        return context.References.Follow(node) is { Key: { } key } ? new JsonObject { [Keys.Piece] = key } : null;
    }

    private JsonObject Headers(RawNode node)
    {
        var headers = new JsonObject();
        foreach (var header in context.Entries(node, "headers"))
            if (context.IsObject(header.Value) && Piece(header.Value, Header) is { } piece) headers[header.Key] = piece;
        return headers;
    }

    private void CopyContent(RawNode node, JsonObject to)
    {
        var content = new JsonObject();
        foreach (var media in context.Fields(node, "content"))
        {
            // 3.2: a media type may be a reference.
            if (!context.IsObject(media.Value) || context.References.Follow(media.Value) is not { } target) continue;
            context.Charge(target.Node);
            content[media.Key] = MediaType(target.Node);
        }

        to["content"] = content;
    }

    private JsonObject MediaType(RawNode node)
    {
        var media = new JsonObject();
        foreach (var name in new[] { "schema", "itemSchema" })
            if (node.Member(name) is { } schema) media[name] = schemas.Read(schema);
        var encodings = new JsonObject();
        foreach (var entry in context.Entries(node, "encoding"))
        {
            if (!context.IsObject(entry.Value)) continue;
            var encoding = new JsonObject { ["headers"] = Headers(entry.Value) };
            context.CopyText(entry.Value, encoding, "contentType");
            context.CopyFlag(entry.Value, encoding, "explode");
            // The library gives a value of its own where none is stated.
            if (encoding.ContainsKey("explode")) encoding[Keys.ExplodeStated] = true;
            context.CopyFlag(entry.Value, encoding, "allowReserved");
            CopyStyle(entry.Value, encoding);
            encodings[entry.Key] = encoding;
        }

        media["encoding"] = encodings;
        return media;
    }

    private void CopyStyle(RawNode node, JsonObject to)
    {
        if (node.Member("style") is not { } member || context.Text(member) is not { } style) return;
        if (Styles.Contains(style)) to["style"] = style;
        else if (style == "cookie") to[Keys.Style] = style;
        else context.Shape(member, $"The style '{style}' is unknown; the default counts.");
    }

    // Where both stand, `content` is the more exact.
    private void CopySchema(RawNode node, JsonObject to)
    {
        if (node.Member("content") is not null) CopyContent(node, to);
        else if (node.Member("schema") is { } schema) to["schema"] = schemas.Read(schema);
    }
}
