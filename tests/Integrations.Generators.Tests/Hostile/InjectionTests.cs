using System.Text.Json.Nodes;
using Integrations.Generators.Documents;
using Integrations.Generators.Emission;
using Integrations.Generators.Emission.Rest;
using Integrations.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>
/// A payload at every string position of every feature document. What is emitted must have the form of what is emitted for a harmless text at the
/// same places, token by token, with the payload as the value of literals and as text of documentation and nowhere else.
/// </summary>
public sealed class InjectionTests
{
    private const string Harmless = "Qq";

    private static readonly string[] s_payloads =
    [
        "\"; } } class Evil { } //",
        "\\\"; } } class Evil { } //",
        "*/ class Evil { } /*",
        "\u2028class Evil { }\u2029",
        "\u0085class Evil { }\r",
        "</summary><include file=\"/etc/passwd\" path=\"//x\"/>",
        "\r\n#error Evil\n",
        "\n} class Evil {",
        "{0}{{Evil}}",
        "\\u0022 + Evil",
        "\u202e} Evil {\u2066",
        "@Evil",
        "$\"{Evil}\"",
        "\"\"\" Evil",
        "\0\u0001\u001b[31mEvil",
        "<!-- Evil --><![CDATA[&Evil;",
        "'Evil'\\",
        "/// <Evil>",
        ",Evil?,\\",
    ];

    /// <summary>Compiled too; what these show of semantics, the others would not show better.</summary>
    private static readonly HashSet<string> s_compiled = [s_payloads[0], s_payloads[5], s_payloads[9]];

    public static TheoryData<string> Features => RepositoryFiles.Documents("features");

    [Theory]
    [MemberData(nameof(Features))]
    public void A_payload_at_every_place_at_once_changes_no_form(string feature)
    {
        var document = DocumentTrees.Features[feature];
        var twin = Run(feature, new Injection(Harmless).Apply(document).ToJsonString(), DocumentStages.Default);
        foreach (var payload in s_payloads)
        {
            var run = Run(feature, DocumentTrees.Text(new Injection(payload).Apply(document)), DocumentStages.Default, compile: s_compiled.Contains(payload));
            run.AssertHarmless(feature + " with " + payload);
            Assert.True(Difference(twin, run, payload) is null, $"{feature} with {payload}: {Difference(twin, run, payload)}");
        }
    }

    [Theory]
    [MemberData(nameof(Features))]
    public void A_payload_at_each_place_alone_is_harmless(string feature)
    {
        const string Payload = "\"; } } class Evil { } /*</summary>*/ //\u2028\r\n#error \\u0022 {0} \"\"\"\u202e\0";
        var document = DocumentTrees.Features[feature];
        foreach (var path in DocumentTrees.Paths(document).ToList())
        {
            var parent = DocumentTrees.At(document, path.AsSpan(0, path.Length - 1))!;
            var node = DocumentTrees.At(document, path);
            var where = feature + " at " + string.Join('/', path);
            if (node is JsonValue value && value.TryGetValue<string>(out var text))
            {
                var copy = document.DeepClone();
                Set(DocumentTrees.At(copy, path.AsSpan(0, path.Length - 1))!, path[^1], JsonValue.Create(text + Payload));
                Run(feature, DocumentTrees.Text(copy), DocumentStages.Default, compile: false).AssertHarmless(where);
            }
            if (path[^1] is string key && parent is JsonObject)
            {
                var copy = document.DeepClone();
                var holder = DocumentTrees.At(copy, path.AsSpan(0, path.Length - 1))!.AsObject();
                var child = holder[key]?.DeepClone();
                holder.Remove(key);
                holder[key + Payload] = child;
                Run(feature, DocumentTrees.Text(copy), DocumentStages.Default, compile: false).AssertHarmless(where + " (its name)");
            }
        }
    }

    /// <summary>The escaper put out of action at one place, each time another: what the tests above look at must show it.</summary>
    [Theory]
    [InlineData("enums.yaml", "\"; } } class Evil { } //", true)]
    [InlineData("parameters-query.yaml", "\r\n#error Evil\n", true)]
    [InlineData("parameters-query.yaml", "\u2028class Evil { }\u2029", true)]
    [InlineData("parameters-query.yaml", "</summary><include file=\"/etc/passwd\" path=\"//x\"/>", false)]
    [InlineData("enums.yaml", "\n} class Evil {", false)]
    [InlineData("enums.yaml", "\u202e} Evil {\u2066", false)]
    [InlineData("enums.yaml", "\u0085class Evil { }\r", false)]
    public void A_place_without_its_escaper_is_found(string feature, string payload, bool literal)
    {
        var document = DocumentTrees.Text(new Injection(payload).Apply(DocumentTrees.Features[feature]));
        var escaped = literal ? CSharpText.Literal(payload)[1..^1] : CSharpText.Doc("x" + payload + "x")[1..^1];
        var twin = Run(feature, DocumentTrees.Text(new Injection(Harmless).Apply(DocumentTrees.Features[feature])), DocumentStages.Default, compile: false);
        var places = 0;
        string Plant(string text, int place)
        {
            for (var at = text.IndexOf(escaped, StringComparison.Ordinal); at >= 0; at = text.IndexOf(escaped, at + 1, StringComparison.Ordinal))
            {
                if (places++ == place)
                    return text[..at] + payload + text[(at + escaped.Length)..];
            }
            return text;
        }

        for (var place = 0; place < 20; place++)
        {
            places = 0;
            var stages = new DocumentStages
            {
                EmitFile = file => Plant(DocumentFileEmitter.Emit(file), place),
                EmitClient = (client, declaration) => Plant(ClientEmitter.Emit(client, declaration), place),
            };
            var run = Run(feature, document, stages, compile: false);
            if (places <= place)
            {
                Assert.NotEqual(0, place);
                return;
            }
            Assert.True(run.Faults().Count > 0 || Difference(twin, run, payload) is not null, $"Nobody saw the plain text at place {place}.");
        }
    }

    /// <summary>
    /// An escape of the escaper wrong everywhere, as if its line were missing or mistyped. The value of a literal counts, not only its form: a backslash
    /// that is not escaped makes <c>\\u0022</c> a quote, and the tokens stay as many as they were.
    /// </summary>
    [Theory]
    [InlineData("\\\"", "\"", "\"; } } class Evil { } //")]
    [InlineData("\\\"", "\\\\\"", "\"; } } class Evil { } //")]
    [InlineData("\\\"", "\\\\u0022", "\"; } } class Evil { } //")]
    [InlineData("\\\\", "\\", "\\u0022 + Evil")]
    [InlineData("\\\\", "\\", "'Evil'\\")]
    [InlineData("\\\\,", ",", ",Evil?,\\")]
    [InlineData("\\\\?", "?", ",Evil?,\\")]
    [InlineData("\\\\\\\\", "\\\\", ",Evil?,\\")]
    [InlineData("\\n", "\n", "\r\n#error Evil\n")]
    [InlineData("\\r", "", "\r\n#error Evil\n")]
    [InlineData("\\u2028", "\u2028", "\u2028class Evil { }\u2029")]
    [InlineData("\\u2029", "\\u2028", "\u2028class Evil { }\u2029")]
    [InlineData("\\u0085", "\u0085", "\u0085class Evil { }\r")]
    [InlineData("\\u202e", "\u202e", "\u202e} Evil {\u2066")]
    [InlineData("\\u0000", "\0", "\0\u0001\u001b[31mEvil")]
    [InlineData("\\u001b", "\\u001", "\0\u0001\u001b[31mEvil")]
    [InlineData("&lt;", "<", "<!-- Evil --><![CDATA[&Evil;")]
    [InlineData("&lt;", "<", "</summary><include file=\"/etc/passwd\" path=\"//x\"/>")]
    public void A_wrong_escape_is_found(string right, string wrong, string payload)
    {
        const string Feature = "enums.yaml";
        var changed = 0;
        string Mutate(string text)
        {
            var at = text.IndexOf(right, StringComparison.Ordinal);
            changed += at < 0 ? 0 : 1;
            return text.Replace(right, wrong, StringComparison.Ordinal);
        }

        var stages = new DocumentStages
        {
            EmitFile = file => Mutate(DocumentFileEmitter.Emit(file)),
            EmitClient = (client, declaration) => Mutate(ClientEmitter.Emit(client, declaration)),
        };
        var twin = Run(Feature, DocumentTrees.Text(new Injection(Harmless).Apply(DocumentTrees.Features[Feature])), DocumentStages.Default, compile: false);
        var run = Run(Feature, DocumentTrees.Text(new Injection(payload).Apply(DocumentTrees.Features[Feature])), stages, compile: false);
        Assert.NotEqual(0, changed);
        Assert.True(run.Faults().Count > 0 || Difference(twin, run, payload) is not null, $"Nobody saw {wrong} instead of {right}.");
    }

    private static HostileRun Run(string feature, string text, DocumentStages stages, bool compile = true) =>
        HostileProject.Run(HostileProject.Of("specs/" + Path.GetFileNameWithoutExtension(feature) + ".json", text) with { Stages = stages }, compile);

    private static void Set(JsonNode holder, object step, JsonNode value)
    {
        if (step is string key)
            holder[key] = value;
        else
            holder[(int)step] = value;
    }

    /// <summary>Where what was emitted for a payload has another form than what was emitted for a harmless text; null where nowhere.</summary>
    private static string? Difference(HostileRun harmless, HostileRun hostile, string payload)
    {
        var (expected, actual) = (Form(harmless), Form(hostile));
        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++)
        {
            var (want, got) = (expected[i], actual[i]);
            if (want.Kind != got.Kind)
                return $"token {i} is {got.Kind} '{got.Text}', but {want.Kind} '{want.Text}' with a harmless text:\n{Around(actual, i)}\n{Around(expected, i)}";
            if (want.Kind is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken && !IsSameText(want.Text, got.Text, payload, json: want.Kind is SyntaxKind.Utf8StringLiteralToken))
                return $"the literal '{want.Text}' became '{got.Text}'";
        }
        return expected.Count == actual.Count ? null : $"{actual.Count} tokens, but {expected.Count} with a harmless text";
    }

    /// <summary>A name in an address is escaped for that before it is a literal, one in JSON only where the literal is JSON's bytes: anywhere else an escape too many is a fault.</summary>
    private static bool IsSameText(string harmless, string hostile, string payload, bool json)
    {
        if (!harmless.Contains(Harmless, StringComparison.Ordinal))
            return harmless == hostile;
        var raw = harmless.Replace(Harmless, payload, StringComparison.Ordinal);
        if (json)
            return Json(harmless).Replace(Harmless, payload, StringComparison.Ordinal) == Json(hostile);
        return raw == hostile || raw == Uri.UnescapeDataString(hostile) || (SyntaxFacts.IsValidIdentifier(harmless) && IsPlainName(hostile));
    }

    /// <summary>What a name becomes as a type's or a setting's: it cannot hold what an escape is for.</summary>
    private static bool IsPlainName(string text) => text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-');

    private static string Json(string text)
    {
        try
        {
            return System.Text.Json.JsonSerializer.Deserialize<string>("\"" + text + "\"")!;
        }
        catch (System.Text.Json.JsonException)
        {
            return text;
        }
    }

    private static string Around(List<(SyntaxKind Kind, string Text)> tokens, int at) =>
        string.Join(' ', tokens.Skip(Math.Max(0, at - 12)).Take(24).Select(static t => t.Text));

    private static List<(SyntaxKind Kind, string Text)> Form(HostileRun run)
    {
        var tokens = new List<(SyntaxKind, string)>();
        foreach (var source in run.Sources)
        {
            foreach (var token in source.SyntaxTree.GetRoot().DescendantTokens())
            {
                foreach (var trivia in token.LeadingTrivia.Where(static t => t.HasStructure))
                {
                    foreach (var node in trivia.GetStructure()!.DescendantNodes().Where(static n => n is XmlElementSyntax or XmlEmptyElementSyntax or DirectiveTriviaSyntax))
                        tokens.Add((node.Kind(), node is XmlElementSyntax element ? element.StartTag.ToString() : node.ToString()));
                }
                if (IsShape(token))
                    tokens.AddRange(Names(token.ValueText));
                else
                    tokens.Add((token.Kind(), token.ValueText));
            }
        }
        return tokens;
    }

    /// <summary>The literal with the names of a type's properties, which the runtime takes apart.</summary>
    private static bool IsShape(SyntaxToken token) =>
        token.IsKind(SyntaxKind.StringLiteralToken)
        && token.Parent?.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [_, var names, ..] } arguments } argument
        && argument == names
        && arguments.Parent?.Parent?.Parent is VariableDeclaratorSyntax { Identifier.ValueText: "Shape" };

    /// <summary>What the runtime makes of such a literal: each name, and whether it may be missing. What is left over is seen too.</summary>
    private static IEnumerable<(SyntaxKind Kind, string Text)> Names(string shape)
    {
        var name = new System.Text.StringBuilder();
        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] is ',' or '?')
            {
                yield return (SyntaxKind.StringLiteralToken, name.ToString());
                yield return (shape[i] == ',' ? SyntaxKind.CommaToken : SyntaxKind.QuestionToken, "");
                name.Clear();
            }
            else
            {
                name.Append(shape[i] == '\\' && i + 1 < shape.Length ? shape[++i] : shape[i]);
            }
        }
        yield return (SyntaxKind.StringLiteralToken, name.ToString());
    }
}
