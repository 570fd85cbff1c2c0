using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Integrations.Generators.Tests.Harness;

/// <summary>What MSBuild makes visible: properties of the project, and the <c>Link</c> of files.</summary>
internal sealed class TestOptions(IReadOnlyDictionary<string, string> properties, IReadOnlyDictionary<string, string> links) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(new Dictionary<string, string>());

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(
        links.TryGetValue(textFile.Path, out var link)
            ? new Dictionary<string, string> { ["build_metadata.AdditionalFiles.Link"] = link }
            : new Dictionary<string, string>());

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        // NotNullWhen cannot be named here: three assemblies whose internals are visible have one of their own.
#nullable disable warnings
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value);
#nullable restore
    }
}
