using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>Attacks by what is shared, doubled, nested or elsewhere: harmless, each.</summary>
public sealed class SharedDocumentTests
{
    public static TheoryData<string> Attacks => [.. SharedDocuments.All.Keys];

    /// <summary>Names of files, beside one that is a document of its own.</summary>
    public static TheoryData<string> FileNames =>
    [
        "a b.json", "a\u202eb.json", "caf\u00e9.json", "\u65e5\u672c.json", "a;b.json", "a#b.json", "a%41.json", "1.json", "class.json", "{0}.json", "a&b<c>.json", "a'b.json", "IntegrationModule.json",
        "CON.json", "...json", "-.json", new string('n', 250) + ".json", "\ud83d\ude00.json", "a\u0130.json",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void What_is_shared_or_doubled_is_harmless(string attack) =>
        HostileProject.Run(HostileProject.Of("specs/big.json", SharedDocuments.All[attack]()), strict: false).AssertHarmless(attack);

    [Theory]
    [MemberData(nameof(FileNames))]
    public void A_file_of_any_name_is_harmless(string name) =>
        HostileProject.Run(HostileProject.Of("specs/" + name, SharedDocuments.All["a path item shared by 1,000 paths"]().Replace("1,000", "", StringComparison.Ordinal)), compile: false).AssertHarmless(name);

    [Fact]
    public void Files_in_a_circle_are_harmless() => Files(
        ("specs/a.json", """{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/a":{"$ref":"b.json"},"/b":{"$ref":"c.json"}}}"""),
        ("specs/b.json", """{"$ref":"c.json","get":{"responses":{"200":{"description":"d","content":{"application/json":{"schema":{"$ref":"d.json#/a"}}}}}}}"""),
        ("specs/c.json", """{"$ref":"b.json"}"""),
        ("specs/d.json", """{"a":{"type":"object","properties":{"b":{"$ref":"e.json#/b"},"c":{"$ref":"e.json#/loop"}}}}"""),
        ("specs/e.json", """{"b":{"type":"object","properties":{"a":{"$ref":"d.json#/a"},"out":{"$ref":"../../../../etc/passwd"}}},"loop":{"$ref":"f.json#/loop"}}"""),
        ("specs/f.json", """{"loop":{"$ref":"e.json#/loop"}}"""));

    [Fact]
    public void A_file_that_refers_to_itself_10_000_times_is_harmless() => Files(
        ("specs/a.json", """{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/a":{"get":{"responses":{"200":{"description":"d","content":{"application/json":{"schema":{"$ref":"b.json"}}}}}}}}}"""),
        ("specs/b.json", "{\"type\":\"object\",\"properties\":{" + string.Join(',', Enumerable.Range(0, 10_000).Select(static i => $"\"p{i}\":{{\"$ref\":\"{(i % 3) switch { 0 => "b.json", 1 => "./b.json#", _ => "../specs/%62.json" }}\"}}")) + "}}"));

    private static void Files(params (string Path, string Text)[] files) =>
        HostileProject.Run(HostileProject.Of([.. files.Select(static f => (f.Path, SourceText.From(f.Text, Encoding.UTF8)))]), strict: false).AssertHarmless(files[0].Path);
}
