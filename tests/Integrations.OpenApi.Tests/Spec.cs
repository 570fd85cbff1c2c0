using System.Diagnostics.CodeAnalysis;
using System.Text;
using Integrations.OpenApi.Files;
using Integrations.OpenApi.Model;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Tests;

/// <summary>Short ways to a document.</summary>
internal static class Spec
{
    public static SourceText Text(string text) => SourceText.From(text, Encoding.UTF8);

    public static SpecIndex Index(string text) => SpecIndex.Get(Text(text), "spec", CancellationToken.None);

    public static SpecDocument Load(string text, params string[] patterns)
    {
        var source = Text(text);
        var index = SpecIndex.Get(source, "spec", CancellationToken.None);
        return index.Load(source, index.Select(patterns), CancellationToken.None);
    }

    /// <summary>A document over several files; the first one is its root.</summary>
    public static SpecDocument LoadFiles(params (string Path, string Text)[] files)
    {
        var texts = files.ToDictionary(f => f.Path, f => new SpecFile(f.Path, "/project/" + f.Path, Text(f.Text)), StringComparer.OrdinalIgnoreCase);
        var root = texts[files[0].Path];
        var reached = SpecFiles.Reach(root.Path, root.Text, texts.GetValueOrDefault, CancellationToken.None);
        var index = SpecIndex.Get(root.Text, reached, CancellationToken.None);
        return index.Load(root.Text, index.Select([]), CancellationToken.None);
    }

    /// <summary>A document with one operation, <c>GET /a</c>, that answers with a schema.</summary>
    public static SpecDocument WithSchema([StringSyntax(StringSyntaxAttribute.Json)] string schema, string version = "3.1.0", string components = "{}") => Load($$"""
        {"openapi":"{{version}}","info":{"title":"t","version":"1"},
         "paths":{"/a":{"get":{"responses":{"200":{"description":"ok","content":{"application/json":{"schema":{{schema}} } } } } } } },
         "components":{"schemas":{{components}} } }
        """);

    public static SpecSchema Schema([StringSyntax(StringSyntaxAttribute.Json)] string schema, string version = "3.1.0", string components = "{}") =>
        WithSchema(schema, version, components).Answer();

    public static SpecSchema Answer(this SpecDocument document) => document.Operations[0].Responses[0].Content[0].Schema!;

    /// <summary>A document with one operation, given as JSON, and components.</summary>
    public static SpecDocument WithOperation(string operation, string components = "{}", string version = "3.1.0", string rest = "") => Load($$"""
        {"openapi":"{{version}}","info":{"title":"t","version":"1"},"paths":{"/a":{"get":{{operation}} } },"components":{{components}}{{rest}} }
        """);

    public static SpecDocument Swagger(string operation, string rest = "") => Load($$"""
        {"swagger":"2.0","info":{"title":"t","version":"1"},"paths":{"/a":{"post":{{operation}} } }{{rest}} }
        """);
}
