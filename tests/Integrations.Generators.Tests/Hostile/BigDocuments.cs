using System.Globalization;
using System.Text;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>Attacks by size, made when they are needed.</summary>
internal static class BigDocuments
{
    private const string Head = "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"t\",\"version\":\"1\"},";

    /// <summary>Every attack by its name.</summary>
    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new SortedDictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["100,000 values of one enum"] = () => Answer(Schemas("E", "{\"type\":\"string\",\"enum\":[" + Join(100_000, i => $"\"value {i}\"") + "]}"), "E"),
        ["100,000 numbers of one enum"] = () => Answer(Schemas("E", "{\"type\":\"integer\",\"enum\":[" + Join(100_000, i => $"{i}") + "]}"), "E"),
        ["100,000 values that all become one name"] = () => Answer(Schemas("E", "{\"type\":\"string\",\"enum\":[" + Join(100_000, i => "\"a" + new string('-', (i % 300) + 1) + new string('.', i / 300) + "b\"") + "]}"), "E"),
        ["20,000 properties of one schema"] = () => Answer(Schemas("O", "{\"type\":\"object\",\"properties\":{" + Join(20_000, i => $"\"p{i}\":{{\"type\":\"string\",\"description\":\"d\"}}") + "}}"), "O"),
        ["20,000 required properties"] = () => Answer(Schemas("O", "{\"type\":\"object\",\"required\":[" + Join(20_000, i => $"\"p{i}\"") + "],\"properties\":{" + Join(20_000, i => $"\"p{i}\":{{\"type\":\"array\",\"items\":{{\"type\":\"integer\"}}}}") + "}}"), "O"),
        ["5,000 enums of two values"] = () => Answer(Schemas("O", "{\"type\":\"object\",\"properties\":{" + Join(5_000, i => $"\"p{i}\":{{\"enum\":[\"a\",\"b\"]}}") + "}}"), "O"),
        ["5,000 operations"] = () => Operations(5_000, ""),
        ["1,000 operations of 1,000 tags"] = () => Operations(1_000, null),
        ["20,000 schemas that extend one after the other"] = () => Answer(Schemas(20_000, i => i == 0 ? "{\"type\":\"object\",\"discriminator\":{\"propertyName\":\"k\"},\"properties\":{\"k\":{\"type\":\"string\"}}}" : $"{{\"allOf\":[{{\"$ref\":\"#/components/schemas/S{i - 1}\"}}],\"properties\":{{\"p{i}\":{{\"type\":\"string\"}}}}}}"), "S0"),
        ["20,000 schemas that extend the one behind"] = () => Answer(Schemas(20_000, i => i == 19_999 ? "{\"type\":\"object\",\"discriminator\":{\"propertyName\":\"k\"},\"properties\":{\"k\":{\"type\":\"string\"}}}" : $"{{\"allOf\":[{{\"$ref\":\"#/components/schemas/S{i + 1}\"}}],\"properties\":{{\"p{i}\":{{\"type\":\"string\"}}}}}}"), "S0"),
        ["500 schemas that extend one after the other"] = () => Answer(Schemas(500, i => i == 0 ? "{\"type\":\"object\",\"discriminator\":{\"propertyName\":\"k\"},\"properties\":{\"k\":{\"type\":\"string\"}}}" : $"{{\"allOf\":[{{\"$ref\":\"#/components/schemas/S{i - 1}\"}}],\"properties\":{{\"p{i}\":{{\"type\":\"string\"}}}}}}"), "S0"),
        ["a chain of 20,000 references"] = () => Answer(Schemas(20_000, i => i == 19_999 ? "{\"type\":\"string\"}" : $"{{\"$ref\":\"#/components/schemas/S{i + 1}\"}}"), "S0"),
        ["a chain of 20,000 compositions"] = () => Answer(Schemas(20_000, i => i == 19_999 ? "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}" : $"{{\"allOf\":[{{\"$ref\":\"#/components/schemas/S{i + 1}\"}}],\"properties\":{{\"p{i}\":{{\"type\":\"string\"}}}}}}"), "S0"),
        ["a chain of 1,000 compositions that are all asked for"] = () => Head + "\"paths\":{" + Join(1_000, i => $"\"/p{i}\":{{\"get\":{{\"responses\":{{\"200\":{{\"description\":\"d\",\"content\":{{\"application/json\":{{\"schema\":{{\"$ref\":\"#/components/schemas/S{i}\"}}}}}}}}}}}}}}") + "}," + Schemas(1_000, i => $"{{\"allOf\":[{{\"$ref\":\"#/components/schemas/S{(i + 1) % 1_000}\"}}],\"properties\":{{\"p{i}\":{{\"type\":\"string\"}}}}}}") + "}",
        ["a union of 5,000 objects"] = () => Answer(Schemas("U", "{\"oneOf\":[" + Join(5_000, i => $"{{\"type\":\"object\",\"required\":[\"p{i}\"],\"properties\":{{\"p{i}\":{{\"type\":\"string\"}}}}}}") + "]}"), "U"),
        ["a union of 5,000 cases with a discriminator"] = () => Answer("\"components\":{\"schemas\":{\"U\":{\"discriminator\":{\"propertyName\":\"k\"},\"oneOf\":[" + Join(5_000, i => $"{{\"$ref\":\"#/components/schemas/C{i}\"}}") + "]}," + Join(5_000, i => $"\"C{i}\":{{\"type\":\"object\",\"properties\":{{\"k\":{{\"type\":\"string\"}}}}}}") + "}}", "U"),
        ["a hierarchy of 1,200 classes"] = () => Answer("\"components\":{\"schemas\":{\"B\":{\"type\":\"object\",\"discriminator\":{\"propertyName\":\"k\"},\"properties\":{\"k\":{\"type\":\"string\"}}}," + Join(1_200, i => $"\"C{i}\":{{\"allOf\":[{{\"$ref\":\"#/components/schemas/B\"}}],\"properties\":{{\"a\":{{\"type\":\"string\"}}}}}}") + "}}", "B"),
        ["unions within unions"] = () => Answer(Schemas(300, i => "{\"oneOf\":[" + Join(300, n => $"{{\"$ref\":\"#/components/schemas/S{(i + n) % 300}\"}}") + ",{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}]}"), "S0"),
        ["a tuple of 10,000 items"] = () => Answer(Schemas("T", "{\"type\":\"array\",\"prefixItems\":[" + Join(10_000, i => "{\"type\":\"string\"}") + "]}"), "T"),
        ["5,000 parameters"] = () => Head + "\"paths\":{\"/a\":{\"get\":{\"parameters\":[" + Join(5_000, i => $"{{\"name\":\"p{i}\",\"in\":\"query\",\"schema\":{{\"type\":\"string\"}}}}") + "],\"responses\":{\"204\":{\"description\":\"d\"}}}}}}",
        ["5,000 parts of a path"] = () => Head + "\"paths\":{\"" + string.Concat(Enumerable.Range(0, 5_000).Select(static i => $"/x/{{p{i}}}")) + "\":{\"get\":{\"parameters\":[" + Join(5_000, i => $"{{\"name\":\"p{i}\",\"in\":\"path\",\"required\":true,\"schema\":{{\"type\":\"string\"}}}}") + "],\"responses\":{\"204\":{\"description\":\"d\"}}}}}}",
        ["5,000 parts of a form"] = () => Head + "\"paths\":{\"/a\":{\"post\":{\"requestBody\":{\"content\":{\"multipart/form-data\":{\"schema\":{\"type\":\"object\",\"properties\":{" + Join(5_000, i => $"\"p{i}\":{{\"type\":\"string\",\"format\":\"binary\"}}") + "}},\"encoding\":{" + Join(5_000, i => $"\"p{i}\":{{\"contentType\":\"a/b\"}}") + "}}}},\"responses\":{\"204\":{\"description\":\"d\"}}}}}}",
        ["5,000 headers, links and errors"] = () => Head + "\"paths\":{\"/a\":{\"get\":{\"operationId\":\"a\",\"responses\":{\"200\":{\"description\":\"d\",\"headers\":{" + Join(5_000, i => $"\"h{i}\":{{\"schema\":{{\"type\":\"string\"}}}}") + "},\"links\":{" + Join(5_000, i => $"\"l{i}\":{{\"operationId\":\"a\"}}") + "},\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}}}," + Join(500, i => $"\"{400 + (i % 200)}{(i < 200 ? "" : "x" + i)}\":{{\"description\":\"d\",\"content\":{{\"application/json\":{{\"schema\":{{\"type\":\"object\",\"properties\":{{\"e{i}\":{{\"type\":\"string\"}}}}}}}}}}}}") + "}}}}}",
        ["1,000 webhooks"] = () => Head + "\"paths\":{},\"webhooks\":{" + Join(1_000, i => $"\"w{i}\":{{\"post\":{{\"requestBody\":{{\"content\":{{\"application/json\":{{\"schema\":{{\"type\":\"object\",\"properties\":{{\"a\":{{\"type\":\"string\"}}}}}}}}}}}},\"responses\":{{\"204\":{{\"description\":\"d\"}}}}}}}}") + "}}",
        ["5,000 webhooks"] = () => Head + "\"paths\":{},\"webhooks\":{" + Join(5_000, i => $"\"w{i}\":{{\"post\":{{\"requestBody\":{{\"content\":{{\"application/json\":{{\"schema\":{{\"type\":\"object\",\"properties\":{{\"a\":{{\"type\":\"string\"}}}}}}}}}}}},\"responses\":{{\"204\":{{\"description\":\"d\"}}}}}}}}") + "}}",
        ["5,000 operations of 5,000 tags"] = () => Operations(5_000, null),
        ["20,000 operations"] = () => Operations(20_000, ""),
        ["20,000 enums of two values"] = () => Answer(Schemas("O", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"object\",\"properties\":{" + Join(4_000, i => $"\"p{i}\":{{\"enum\":[\"a\",\"b\"]}}") + "}}," + Join(4, n => $"\"b{n}\":{{\"type\":\"object\",\"properties\":{{" + Join(4_000, i => $"\"p{i}\":{{\"enum\":[\"a\",\"b\"]}}") + "}}") + "}}"), "O"),
        ["20,000 schemas"] = () => Answer(Schemas(20_000, i => "{\"type\":\"object\",\"properties\":{" + (i == 0 ? Join(4_900, n => $"\"r{n}\":{{\"$ref\":\"#/components/schemas/S{n + 1}\"}}") : $"\"n\":{{\"$ref\":\"#/components/schemas/S{Math.Min(i + 4_900, 19_999)}\"}}") + ",\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"integer\"}}}"), "S0"),
        ["3,000 compositions"] = () => Answer(Schemas(3_000, i => $"{{\"allOf\":[{{\"$ref\":\"#/components/schemas/S{(i + 1) % 3_000}\"}},{{\"type\":\"object\",\"properties\":{{\"p{i}\":{{\"type\":\"string\"}},\"r{i}\":{{\"$ref\":\"#/components/schemas/S{(i + 7) % 3_000}\"}}}}}}]}}"), "S0"),
        ["a hierarchy of 5,000 classes"] = () => Answer("\"components\":{\"schemas\":{\"B\":{\"type\":\"object\",\"discriminator\":{\"propertyName\":\"k\"},\"properties\":{\"k\":{\"type\":\"string\"}}}," + Join(5_000, i => $"\"C{i}\":{{\"allOf\":[{{\"$ref\":\"#/components/schemas/B\"}}],\"properties\":{{\"a\":{{\"type\":\"string\"}}}}}}") + "}}", "B"),
        ["five hierarchies of 1,000 classes"] = () => Answer("\"components\":{\"schemas\":{\"R\":{\"type\":\"object\",\"properties\":{" + Join(5, n => $"\"b{n}\":{{\"$ref\":\"#/components/schemas/B{n}\"}}") + "}}," + Join(5, n => $"\"B{n}\":{{\"type\":\"object\",\"discriminator\":{{\"propertyName\":\"k\"}},\"properties\":{{\"k\":{{\"type\":\"string\"}}}}}},") .Replace(",,", ",", StringComparison.Ordinal) + Join(5_000, i => $"\"C{i}\":{{\"allOf\":[{{\"$ref\":\"#/components/schemas/B{i / 1000}\"}}],\"properties\":{{\"a\":{{\"type\":\"string\"}}}}}}") + "}}", "R"),
        ["40,000 properties in 20 schemas"] = () => Answer(Schemas(20, i => $"{{\"type\":\"object\",\"properties\":{{\"n\":{{\"$ref\":\"#/components/schemas/S{(i + 1) % 20}\"}}," + Join(2_000, n => $"\"p{n}\":{{\"type\":\"string\"}}") + "}}"), "S0"),
        ["500 parameters of each of 100 operations"] = () => Head + "\"paths\":{" + Join(100, o => $"\"/a{o}\":{{\"get\":{{\"parameters\":[" + Join(500, i => $"{{\"name\":\"p{i}\",\"in\":\"query\",\"schema\":{{\"type\":\"string\"}}}}") + "],\"responses\":{\"204\":{\"description\":\"d\"}}}}") + "}}",
        ["5,000 inline answers"] = () => Head + "\"paths\":{" + Join(5_000, i => $"\"/p{i}\":{{\"post\":{{\"requestBody\":{{\"content\":{{\"application/json\":{{\"schema\":{{\"type\":\"object\",\"properties\":{{\"a\":{{\"type\":\"string\"}}}}}}}}}}}},\"responses\":{{\"200\":{{\"description\":\"d\",\"content\":{{\"application/json\":{{\"schema\":{{\"type\":\"object\",\"properties\":{{\"a\":{{\"type\":\"string\"}}}}}}}}}}}}}}}}}}") + "}}",
        ["2,000 unions of ten objects"] = () => Answer(Schemas("O", "{\"type\":\"object\",\"properties\":{" + Join(2_000, i => $"\"p{i}\":{{\"oneOf\":[" + Join(10, n => $"{{\"type\":\"object\",\"required\":[\"q{n}\"],\"properties\":{{\"q{n}\":{{\"type\":\"string\"}}}}}}") + "]}") + "}}"), "O"),
        ["5,000 servers with variables"] = () => Head + "\"paths\":{\"/a\":{\"get\":{\"responses\":{\"204\":{\"description\":\"d\"}}}}},\"servers\":[" + Join(5_000, i => $"{{\"url\":\"https://{{v{i}}}.example.com\",\"variables\":{{\"v{i}\":{{\"default\":\"a\",\"enum\":[\"a\",\"b\"]}}}}}}") + "]}",
        ["a description of 10 MB"] = () => Head + "\"paths\":{\"/a\":{\"get\":{\"description\":\"" + new string('x', 10_000_000) + "\",\"responses\":{\"204\":{\"description\":\"d\"}}}}}}",
        ["a literal of 10 MB"] = () => Answer(Schemas("E", "{\"type\":\"object\",\"properties\":{\"a\":{\"const\":\"" + new string('x', 5_000_000) + "\"},\"b\":{\"enum\":[\"" + new string('y', 5_000_000) + "\",\"z\"]}}}"), "E"),
        ["10,000 literals of 10 KB"] = () => Answer(Schemas("E", "{\"enum\":[" + Join(10_000, i => "\"" + new string('x', 5_000) + i + "\"") + "]}"), "E"),
        ["a name of 5 MB"] = () => Answer(Schemas("O", "{\"type\":\"object\",\"properties\":{\"" + new string('x', 5_000_000) + "\":{\"type\":\"string\"}}}"), "O"),
        ["nesting of 100,000 levels"] = () => Answer(Schemas("N", string.Concat(Enumerable.Repeat("{\"items\":", 100_000)) + "{}" + new string('}', 100_000)), "N"),
        ["nesting of 250 levels"] = () => Answer(Schemas("N", string.Concat(Enumerable.Repeat("{\"type\":\"object\",\"properties\":{\"a\":", 120)) + "{}" + new string('}', 240)), "N"),
        ["nesting of 100,000 levels in YAML"] = () => "openapi: 3.1.0\npaths: " + new string('[', 100_000),
        ["nesting of 100,000 dashes in YAML"] = () => "openapi: 3.1.0\npaths:\n  " + string.Concat(Enumerable.Repeat("- ", 100_000)),
        ["a number of 100,000 digits"] = () => Answer(Schemas("N", "{\"type\":\"integer\",\"minimum\":" + new string('9', 100_000) + ",\"maximum\":1e999999,\"enum\":[" + new string('9', 100_000) + ",1]}"), "N"),
        ["100,000 problems"] = () => Answer(Schemas("N", "{\"allOf\":[" + Join(100_000, i => $"{{\"$ref\":\"#/nowhere/{i}\"}}") + "]}"), "N"),
        ["100,000 aliases in YAML"] = () => "openapi: 3.1.0\ninfo: {title: t, version: '1'}\nx: &x {a: b}\ny: [" + Join(100_000, i => "*x") + "]\npaths: {}\n",
        ["100,000 anchors in YAML"] = () => "openapi: 3.1.0\ninfo: {title: t, version: '1'}\ny: [" + Join(100_000, i => $"&a{i} b") + "]\npaths: {}\n",
        ["anchors within anchors in YAML"] = () => "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\nx: " + string.Concat(Enumerable.Range(0, 250).Select(static i => $"&a{i} [")) + new string('x', 1_000_000) + new string(']', 250) + "\n",
    };

    private static string Answer(string components, string schema) =>
        Head + "\"paths\":{\"/a\":{\"get\":{\"operationId\":\"get\",\"responses\":{\"200\":{\"description\":\"d\",\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/" + schema + "\"}}}}}}}}," + components + "}";

    private static string Schemas(string name, string schema) => "\"components\":{\"schemas\":{\"" + name + "\":" + schema + "}}";

    private static string Schemas(int count, Func<int, string> schema) => "\"components\":{\"schemas\":{" + Join(count, i => $"\"S{i}\":{schema(i)}") + "}}";

    private static string Operations(int count, string? tag) => Head + "\"paths\":{" + Join(count, i =>
        $"\"/p{i}/{{id}}\":{{\"get\":{{\"operationId\":\"o{i}\",{(tag is null ? $"\"tags\":[\"t{i}\"]," : "")}\"parameters\":[{{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{{\"type\":\"string\"}}}}],\"responses\":{{\"200\":{{\"description\":\"d\",\"content\":{{\"application/json\":{{\"schema\":{{\"type\":\"string\"}}}}}}}}}}}}}}") + "}}";

    private static string Join(int count, Func<int, string> item)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $"{item(i)}");
        }
        return text.ToString();
    }
}
