using System.Runtime.CompilerServices;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Tests;

public sealed class DiagnosticDocumentationTests
{
    private static IEnumerable<DiagnosticDescriptor> Descriptors => [.. TestProject.Analyzers.SelectMany(static a => a.SupportedDiagnostics), .. DeclarationDescriptors.All, .. DocumentDescriptors.All, .. ApiDescriptors.All, .. SqlDescriptors.All];

    [Fact]
    public void Every_diagnostic_has_a_section_with_a_remedy_and_a_row()
    {
        var text = File.ReadAllText(Docs());
        foreach (var descriptor in Descriptors)
        {
            Assert.Contains($"| [{descriptor.Id}](#{descriptor.Id.ToLowerInvariant()}) | {descriptor.DefaultSeverity} | {descriptor.Title} |", text, StringComparison.Ordinal);
            Assert.True(HasSection(text, descriptor.Id), descriptor.Id + " has no section with a remedy.");
            Assert.EndsWith("docs/diagnostics.md#" + descriptor.Id.ToLowerInvariant(), descriptor.HelpLinkUri, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_id_is_used_twice() => Assert.Equal(Descriptors.Count(), Descriptors.Select(static d => d.Id).Distinct().Count());

    [Fact]
    public void Planted_a_missing_section_is_found()
    {
        Assert.False(HasSection("## INT1001\n\nCause.\n\n**Remedy:** this.\n", "INT1002"));
        Assert.False(HasSection("## INT1001\n\nCause.\n\n## INT1002\n\n**Remedy:** this.\n", "INT1001"));
    }

    private static bool HasSection(string text, string id)
    {
        var start = text.IndexOf("## " + id + "\n", StringComparison.Ordinal);
        if (start < 0)
            return false;
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return text[start..(end < 0 ? text.Length : end)].Contains("**Remedy:**", StringComparison.Ordinal);
    }

    private static string Docs([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "../../docs/diagnostics.md");
}
