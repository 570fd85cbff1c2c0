using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>Reads a <c>multipart/form-data</c> body as its schema and its <c>encoding</c> say: a property for each name, files as texts.</summary>
internal sealed class MultipartDecoder(RawDocument document, ParameterDecoder decoder)
{
    /// <summary>Reads the body, and notes what its parts may not be.</summary>
    /// <exception cref="FormatException">It is no such body.</exception>
    public JsonObject Read(SeenRequest seen, RawMedia media)
    {
        var value = new JsonObject();
        var parts = MultipartPart.Read(seen.Body, seen.ContentType);
        foreach (var group in parts.GroupBy(static p => p.Name))
        {
            if (group.Key.Length == 0)
                throw new FormatException("body: a part has no name");
            var name = group.Key;
            var schema = decoder.Property(media.Schema, name);
            if (schema is null && name.IndexOf('[', StringComparison.Ordinal) is var bracket and > 0 && decoder.Property(media.Schema, name[..bracket]) is not null)
                continue;
            var rule = media.Encoding?[name] as JsonObject;
            foreach (var part in group)
                Check(seen, part, schema, rule);
            value[name] = Value([.. group], schema, rule);
        }
        Deep(parts, media, value);
        return value;
    }

    /// <summary>Names with brackets are one property.</summary>
    private void Deep(List<MultipartPart> parts, RawMedia media, JsonObject value)
    {
        foreach (var group in parts.Where(p => !value.ContainsKey(p.Name)).GroupBy(static p => p.Name.Split('[')[0]))
        {
            var pairs = group.Select(p => (p.Name[group.Key.Length..], p.Text));
            value[group.Key] = new FormDecoder(decoder).Nested(pairs, decoder.Property(media.Schema, group.Key));
        }
    }

    private JsonNode? Value(IReadOnlyList<MultipartPart> parts, JsonNode? schema, JsonObject? rule)
    {
        var types = decoder.TypesOf(schema);
        if (!types.Contains("array"))
            return parts.Count == 1 ? One(parts[0], schema) : throw new FormatException($"body/{parts[0].Name}: is there {parts.Count} times");
        var items = decoder.Items(schema);
        if (parts.Count == 1 && types.Contains("string") && decoder.Fits(parts[0].Text, schema))
            return parts[0].Text;
        if (parts.Count == 1 && rule?["explode"] is { } explode && !OperationReader.IsTrue(explode))
            return new JsonArray([.. parts[0].Text.Split(RawDocument.Text(rule["style"]) switch { "spaceDelimited" => ' ', "pipeDelimited" => '|', _ => ',' }).Select(t => decoder.Scalar(t, items))]);
        return new JsonArray([.. parts.Select(p => One(p, items))]);
    }

    private JsonNode? One(MultipartPart part, JsonNode? schema)
    {
        if (part.ContentType.Contains("json", StringComparison.OrdinalIgnoreCase) && part.FileName is null)
            return JsonNode.Parse(part.Body);
        return part.FileName is null ? decoder.Scalar(part.Text, schema) : part.Text;
    }

    private void Check(SeenRequest seen, MultipartPart part, JsonNode? schema, JsonObject? rule)
    {
        var view = new SchemaView(document, schema);
        var item = view.Types.Contains("array") ? new SchemaView(document, decoder.Items(schema)) : view;
        // RFC 7578, section 4.2: a file says its name, which is how servers know one.
        var isFile = RawDocument.Text(item["format"]) == "binary" || item.Types.Contains("file");
        if (isFile && part.FileName is null)
            seen.Violations.Add($"body/{part.Name}: is a file, but has no file name");
        if (isFile && part.ContentType.Length == 0)
            seen.Violations.Add($"body/{part.Name}: is a file, but has no media type");
        if (RawDocument.Text(rule?["contentType"]) is { Length: > 0 } allowed && part.ContentType.Length > 0
            && !allowed.Split(',').Any(a => RequestChecker.Matches(RawMedia.BareName(a), RawMedia.BareName(part.ContentType))))
            seen.Violations.Add($"body/{part.Name}: '{part.ContentType}' is none of {allowed}");
    }
}
