using System.Text;
using System.Text.Json.Nodes;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>Feature documents, changed at random places; a seed gives the same document for ever.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] s_strings =
    [
        "", " ", "\0", "\n", "\"", "\\", "*/", "</summary>", "a\u200db", "\u202e", "\ud83d\ude00", "\u65e5", "\u0130", "1", "-1", "true", "null", "$ref", "class", "Task",
        "System", "Value", "value", "ToString", "AdditionalProperties", "Shape", "Rest", "Item1", "object", "array", "string", "integer", "number", "boolean", "file", "binary", "date-time", "uuid",
        "int64", "uint64", "byte", "decimal", "path", "query", "header", "cookie", "body", "formData", "deepObject", "pipeDelimited", "matrix", "label", "application/json",
        "text/event-stream", "multipart/form-data", "application/x-www-form-urlencoded", "*/*", "text/plain", "default", "200", "4XX", "get", "post", "{id}", "/{id}", "#", "#/",
        "#/components/schemas/Thing", "$response.body#/id", "https://{a}.example.com/{b}", "cancellationToken", "content", "request", "url", "answer", "page", "api", "options", "2.0", "3.0.3", "3.1.0", "3.2.0",
    ];

    private static readonly string[] s_keys =
    [
        "type", "format", "enum", "const", "properties", "required", "items", "prefixItems", "additionalProperties", "patternProperties", "allOf", "oneOf", "anyOf", "not", "nullable",
        "discriminator", "mapping", "propertyName", "$ref", "$id", "$anchor", "$defs", "title", "description", "default", "readOnly", "writeOnly", "deprecated", "schema", "content", "encoding", "headers",
        "links", "callbacks", "parameters", "requestBody", "responses", "servers", "security", "tags", "operationId", "style", "explode", "allowReserved", "in", "name", "itemSchema", "x-enum-varnames",
        "contentMediaType", "contentEncoding", "minimum", "maximum", "paths", "components", "webhooks", "get", "post", "query", "additionalOperations",
    ];

    private static readonly string[] s_texts =
    [
        "\n---\n", "&a ", "*a", "!!binary ", "<<: *a\n", "{", "}", "[", "]", ":", "- ", "? ", "|\n", ">-\n", "\"", "'", "#", "\t", "\0", "\r", "\u2028", "\ufeff", "~", "1e999", "%YAML 1.2\n", ", ", "\\u0000", "@", "`",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The document, and the files beside it.</summary>
    public (string Path, string Text)[] Make()
    {
        var names = DocumentTrees.Features.Keys.ToArray();
        if (_random.Next(12) == 0)
            return Files();
        var name = Pick(names);
        if (_random.Next(5) == 0)
            return [("specs/" + name, Bytes(RepositoryFiles.Document("features", name)))];
        var tree = DocumentTrees.Features[name].DeepClone();
        for (var changes = _random.Next(1, 5); changes > 0; changes--)
            Change(tree);
        return [("specs/" + Path.GetFileNameWithoutExtension(name) + ".json", DocumentTrees.Text(tree))];
    }

    private (string Path, string Text)[] Files()
    {
        var root = Path.Combine(RepositoryFiles.Root, "specs", "features", "files");
        var files = Directory.GetFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => (Path: "specs/files/" + Path.GetRelativePath(root, f).Replace('\\', '/'), Text: File.ReadAllText(f)))
            .OrderBy(static f => f.Path.EndsWith("shop.yaml", StringComparison.Ordinal) ? 0 : 1)
            .ToArray();
        var at = _random.Next(files.Length);
        files[at].Text = _random.Next(2) == 0 ? Bytes(files[at].Text) : Pick(files).Text;
        return files;
    }

    private void Change(JsonNode tree)
    {
        var paths = DocumentTrees.Paths(tree).ToList();
        if (paths.Count == 0)
            return;
        var path = Pick(paths);
        var holder = DocumentTrees.At(tree, path.AsSpan(0, path.Length - 1))!;
        var step = path[^1];
        var node = DocumentTrees.At(tree, path);
        switch (_random.Next(11))
        {
            case 0 or 1: Set(holder, step, Value()); break;
            case 2: Remove(holder, step); break;
            case 3: Rename(holder, step); break;
            case 4 or 5: Set(holder, step, Part(tree)); break;
            case 6: Set(holder, step, Nest(node?.DeepClone())); break;
            case 7: Set(holder, step, Reference(tree)); break;
            case 8 when node is JsonObject it: it[Pick(s_keys)] = _random.Next(2) == 0 ? Value() : Part(tree); break;
            case 9 when node is JsonArray it: it.Add(it.Count > 0 && _random.Next(2) == 0 ? it[0]?.DeepClone() : Part(tree)); break;
            default:
                if (node is JsonValue && node.GetValueKind() == System.Text.Json.JsonValueKind.String)
                    Set(holder, step, JsonValue.Create(Pick(s_strings)));
                else if (holder is JsonObject)
                    ((JsonObject)holder)[Pick(s_strings)] = node?.DeepClone();
                break;
        }
    }

    private JsonNode? Value() => _random.Next(12) switch
    {
        0 => null,
        1 => JsonValue.Create(true),
        2 => JsonValue.Create(false),
        3 => JsonValue.Create(_random.Next(-3, 600)),
        4 => JsonNode.Parse("1e400"),
        5 => JsonValue.Create(-0.5),
        6 => new JsonObject(),
        7 => new JsonArray(),
        8 => new JsonArray(JsonValue.Create(Pick(s_strings)), null, JsonValue.Create(1)),
        9 => new JsonObject { [Pick(s_keys)] = JsonValue.Create(Pick(s_strings)) },
        10 => new JsonObject { ["type"] = new JsonArray(JsonValue.Create("string"), JsonValue.Create("null"), JsonValue.Create("object")) },
        _ => JsonValue.Create(Pick(s_strings)),
    };

    private JsonNode? Part(JsonNode tree)
    {
        var from = _random.Next(2) == 0 ? tree : DocumentTrees.Features.Values.ElementAt(_random.Next(DocumentTrees.Features.Count));
        var paths = DocumentTrees.Paths(from).ToList();
        var part = DocumentTrees.At(from, Pick(paths));
        return part is null || DocumentTrees.Text(part).Length > 20_000 ? null : part.DeepClone();
    }

    private JsonObject Reference(JsonNode tree)
    {
        var path = Pick(DocumentTrees.Paths(tree).ToList());
        var pointer = string.Concat(path.Select(static s => "/" + (s.ToString() ?? "").Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));
        return new JsonObject { ["$ref"] = "#" + pointer };
    }

    private JsonNode? Nest(JsonNode? node)
    {
        for (var levels = _random.Next(1, _random.Next(2) == 0 ? 4 : 100); levels > 0; levels--)
        {
            node = _random.Next(5) switch
            {
                0 => new JsonObject { ["type"] = "array", ["items"] = node },
                1 => new JsonObject { ["allOf"] = new JsonArray(node) },
                2 => new JsonObject { ["oneOf"] = new JsonArray(node, new JsonObject { ["type"] = "string" }) },
                3 => new JsonObject { ["type"] = "object", ["additionalProperties"] = node },
                _ => new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["a"] = node } },
            };
        }
        return node;
    }

    private void Rename(JsonNode holder, object step)
    {
        if (holder is not JsonObject it || step is not string key)
            return;
        var value = it[key]?.DeepClone();
        it.Remove(key);
        it[_random.Next(3) switch { 0 => key.ToUpperInvariant(), 1 => Pick(s_strings), _ => Pick(s_keys) }] = value;
    }

    private string Bytes(string text)
    {
        var result = new StringBuilder(text);
        for (var changes = _random.Next(1, 6); changes > 0 && result.Length > 1; changes--)
        {
            var at = _random.Next(result.Length);
            var count = Math.Min(_random.Next(1, 60), result.Length - at);
            switch (_random.Next(7))
            {
                case 0: result[at] = (char)_random.Next(0, 256); break;
                case 1: result.Remove(at, count); break;
                case 2: result.Insert(at, result.ToString(at, count)); break;
                case 3: result.Insert(at, Pick(s_texts)); break;
                case 4: result.Insert(_random.Next(result.Length), result.ToString(at, count)); break;
                case 5: result.Insert(at, Pick(s_strings)); break;
                default:
                    if (_random.Next(4) == 0)
                        result.Length = at;
                    break;
            }
        }
        return result.ToString();
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    private static void Set(JsonNode holder, object step, JsonNode? value)
    {
        if (step is string key)
            holder[key] = value;
        else
            holder[(int)step] = value;
    }

    private static void Remove(JsonNode holder, object step)
    {
        if (step is string key)
            ((JsonObject)holder).Remove(key);
        else
            ((JsonArray)holder).RemoveAt((int)step);
    }
}
