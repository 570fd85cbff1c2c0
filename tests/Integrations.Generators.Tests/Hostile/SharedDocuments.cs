namespace Integrations.Generators.Tests.Hostile;

/// <summary>Attacks by what is shared, doubled or nested: small texts that would become large.</summary>
internal static class SharedDocuments
{
    private const string Head = "{\"openapi\":\"3.2.0\",\"info\":{\"title\":\"t\",\"version\":\"1\"},";

    private const string Done = "\"responses\":{\"204\":{\"description\":\"d\"}}";

    /// <summary>Places that no document may read, and pointers that are none.</summary>
    private static readonly string[] s_outside =
    [
        "file:///etc/passwd", "http://127.0.0.1/x.json", "https://example.com/x.json#/a", "//server/share/x.json", "\\\\\\\\server\\\\share\\\\x.json", "../../../../etc/passwd", "..%2f..%2fetc/passwd", "/etc/passwd",
        "C:\\\\Windows\\\\win.ini", "#/components/schemas/~", "#/components/schemas/~2", "#/components/schemas/~0~1~", "#/components/schemas/%", "#/components/schemas/%zz", "#/components/schemas/%00", "#/components/schemas/%ff",
        "#/paths/~1a/get/parameters/-1", "#/paths/~1a/get/tags/99999999999999999999", "data:application/json,{}", "jar:file:///a!/b", "big.json", "./big.json#/", "big.json?x#/info", "\\u0000", "#\\u0000", "?", "##", "a#b#c",
    ];

    /// <summary>Every attack by its name.</summary>
    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new SortedDictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["allOf doubled 40 times down to a string"] = () => Paths("\"/a\":{\"get\":{" + Answer("{\"$ref\":\"#/components/schemas/S0\"}") + "}}", Doubled("allOf", "{\"type\":\"string\"}")),
        ["parts of a form doubled 40 times"] = () => Paths("\"/a\":{\"post\":{\"requestBody\":{\"content\":{\"multipart/form-data\":{\"schema\":{\"type\":\"object\",\"properties\":{\"p\":{\"$ref\":\"#/components/schemas/S0\"}}}}}}," + Done + "}}", Doubled("oneOf", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}")),
        ["a form doubled 40 times"] = () => Paths("\"/a\":{\"post\":{\"requestBody\":{\"content\":{\"multipart/form-data\":{\"schema\":{\"$ref\":\"#/components/schemas/S0\"}}}}," + Done + "}}", Doubled("oneOf", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}")),
        ["a path item shared by 1,000 paths"] = () => Paths(Join(1_000, i => $"\"/p{i}\":{{\"$ref\":\"#/components/pathItems/P\"}}"), "\"pathItems\":{\"P\":{\"get\":{\"operationId\":\"a\"," + Answer("{\"type\":\"object\",\"properties\":{\"a\":{\"enum\":[\"x\",\"y\"]}}}") + "}}}"),
        ["a response shared by 1,000 paths"] = () => Paths(Join(1_000, i => $"\"/p{i}\":{{\"get\":{{\"responses\":{{\"200\":{{\"$ref\":\"#/components/responses/R\"}}}}}}}}"), "\"responses\":{\"R\":" + Response("{\"type\":\"object\",\"properties\":{" + Join(100, i => $"\"a{i}\":{{\"type\":\"string\"}}") + "}}") + "}"),
        ["a parameter shared by 1,000 paths"] = () => Paths(Join(1_000, i => $"\"/p{i}\":{{\"get\":{{\"parameters\":[{{\"$ref\":\"#/components/parameters/P\"}}],{Done}}}}}"), "\"parameters\":{\"P\":{\"name\":\"p\",\"in\":\"query\",\"schema\":{\"enum\":[" + Join(500, i => $"\"v{i}\"") + "]}}}"),
        ["1,000 properties with names of 10,000 characters"] = () => Paths("\"/a\":{\"get\":{" + Answer("{\"type\":\"object\",\"properties\":{" + Join(1_000, i => "\"" + new string('n', 9_990) + i + "\":{\"type\":\"string\"}") + "}}") + "}}", ""),
        ["patterns that would backtrack for ever"] = () => Paths("\"/a\":{\"get\":{" + Answer("{\"type\":\"object\",\"patternProperties\":{" + Join(200, i => $"\"^(((a+)+)+)+{i}$\":{{\"type\":\"string\",\"pattern\":\"^(a|a?)*(b+b+)+c{i}$\"}}") + "},\"properties\":{\"" + new string('a', 5_000) + "!\":{\"type\":\"string\",\"pattern\":\"(\\\\w+\\\\s?)*$\"}}}") + "}}", ""),
        ["links in a circle"] = () => Paths(Join(200, i => $"\"/p{i}/{{id}}\":{{\"get\":{{\"operationId\":\"o{i}\",\"parameters\":[{{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{{\"type\":\"string\"}}}}],\"responses\":{{\"200\":{{\"description\":\"d\",\"content\":{{\"application/json\":{{\"schema\":{{\"type\":\"object\",\"properties\":{{\"id\":{{\"type\":\"string\"}}}}}}}}}},\"links\":{{\"next\":{{\"$ref\":\"#/components/links/L{i}\"}}}}}}}}}}}}"), "\"links\":{" + Join(200, i => $"\"L{i}\":{{\"operationId\":\"o{(i + 1) % 200}\",\"parameters\":{{\"id\":\"$response.body#/id\"}}}}") + ",\"C\":{\"$ref\":\"#/components/links/C\"}}"),
        ["callbacks in callbacks, 40 deep"] = () => Callbacks(40),
        ["callbacks in callbacks, 100 deep"] = () => Callbacks(100),
        ["a callback in itself"] = () => Paths("\"/a\":{\"post\":{\"callbacks\":{\"c\":{\"$ref\":\"#/components/callbacks/C\"}}," + Done + "}}", "\"callbacks\":{\"C\":{\"{$request.body#/u}\":{\"post\":{\"callbacks\":{\"c\":{\"$ref\":\"#/components/callbacks/C\"},\"d\":{\"$ref\":\"#/components/callbacks/D\"}}," + Done + "}}},\"D\":{\"$ref\":\"#/components/callbacks/D\"}}"),
        ["a server with 10,000 variables"] = () => Head + "\"servers\":[{\"url\":\"https://example.com/" + string.Concat(Enumerable.Range(0, 10_000).Select(static i => $"{{v{i}}}/")) + "\",\"variables\":{" + Join(10_000, i => $"\"v{i}\":{{\"default\":\"a\",\"enum\":[\"a\",\"b\"]}}") + "}}],\"paths\":{\"/a\":{\"get\":{" + Done + "}}}}",
        ["5,000 headers of one answer"] = () => Paths("\"/a\":{\"get\":{\"responses\":{\"204\":{\"description\":\"d\",\"headers\":{" + Join(5_000, i => $"\"X-{i}\":{{\"schema\":{{\"type\":\"integer\"}}}}") + "}}}}}", ""),
        ["references that lead out"] = () => Paths("\"/a\":{\"get\":{" + Answer("{\"type\":\"object\",\"properties\":{" + string.Join(',', s_outside.Select(static (r, i) => $"\"p{i}\":{{\"$ref\":\"{r}\"}}")) + "}}") + "}}", ""),
        ["names that are equal in all but form"] = () => Alike,
    };

    /// <summary>Names that differ by case, composition or characters that are not seen, wherever something is named.</summary>
    private static string Alike
    {
        get
        {
            string[] names = ["caf\\u00e9", "cafe\\u0301", "CAF\\u00c9", "caf\\u00e9\\u200d", "\\u202ecaf\\u00e9", "caf-\\u00e9", "caf_\\u00e9", "caf \\u00e9", "\\uff43af\\u00e9", "ca\\ufb01", "cafi", "\\u0130d", "\\u0131d", "id", "ID", "i\\u00add"];
            string Each(Func<string, string> item) => string.Join(',', names.Select(item));
            return Head + "\"servers\":[{\"url\":\"https://example.com/" + string.Concat(names.Select(static n => "{" + n + "}")) + "\",\"variables\":{" + Each(n => $"\"{n}\":{{\"default\":\"a\"}}") + "}}],"
                + "\"tags\":[" + Each(n => $"{{\"name\":\"{n}\"}}") + "],\"paths\":{" + string.Join(',', names.Select((n, i) =>
                    $"\"/p{i}\":{{\"get\":{{\"tags\":[\"{n}\"],\"operationId\":\"{n}\",\"parameters\":[" + Each(p => $"{{\"name\":\"{p}\",\"in\":\"query\",\"schema\":{{\"enum\":[" + Each(v => $"\"{v}\"") + "]}}") + "],\"responses\":{\"200\":{\"description\":\"d\",\"headers\":{" + Each(h => $"\"{h}\":{{\"schema\":{{\"type\":\"string\"}}}}") + ",\"X-A\":{\"schema\":{\"type\":\"string\"}},\"x-a\":{\"schema\":{\"type\":\"string\"}},\"X_A\":{\"schema\":{\"type\":\"string\"}}},\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\",\"properties\":{" + Each(p => $"\"{p}\":{{\"type\":\"string\"}}") + "}}}}}}}}"))
                + "},\"components\":{\"securitySchemes\":{" + Each(n => $"\"{n}\":{{\"type\":\"http\",\"scheme\":\"bearer\"}}") + "}},\"security\":[" + Each(n => $"{{\"{n}\":[]}}") + "]}";
        }
    }

    private static string Callbacks(int depth) =>
        Paths("\"/a\":{\"post\":{" + string.Concat(Enumerable.Repeat("\"callbacks\":{\"c\":{\"{$request.body#/u}\":{\"post\":{" + Done + ",", depth)) + "\"operationId\":\"last\"" + string.Concat(Enumerable.Repeat("}}}}", depth)) + "," + Done.Replace("responses", "x-responses", StringComparison.Ordinal) + "}}", "");

    private static string Doubled(string keyword, string leaf) => "\"schemas\":{" + Join(41, i => $"\"S{i}\":" + (i == 40 ? leaf : $"{{\"{keyword}\":[{{\"$ref\":\"#/components/schemas/S{i + 1}\"}},{{\"$ref\":\"#/components/schemas/S{i + 1}\"}}]}}")) + "}";

    private static string Paths(string paths, string components) => Head + "\"paths\":{" + paths + "},\"components\":{" + components + "}}";

    private static string Answer(string schema) => "\"responses\":{\"200\":" + Response(schema) + "}";

    private static string Response(string schema) => "{\"description\":\"d\",\"content\":{\"application/json\":{\"schema\":" + schema + "}}}";

    private static string Join(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));
}
