using Integrations.CodeFixes;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Tests;

/// <summary>The corrections that an editor offers.</summary>
public sealed class CodeFixTests
{
    [Theory]
    [InlineData("internal sealed class ShopClient;", "internal sealed partial class ShopClient;")]
    [InlineData("class ShopClient;", "partial class ShopClient;")]
    [InlineData("\n// A comment.\nclass ShopClient;", "\n// A comment.\npartial class ShopClient;")]
    public Task INT1001_makes_the_class_partial(string before, string after) =>
        Check("[OpenApiClient(\"specs/shop.json\")] " + before, "[OpenApiClient(\"specs/shop.json\")] " + after);

    [Fact]
    public Task INT1002_writes_the_nearest_document() => Check(
        "[OpenApiClient(/* here */ \"spec/shop.json\")] internal sealed partial class ShopClient;",
        "[OpenApiClient(/* here */ \"specs/shop.json\")] internal sealed partial class ShopClient;");

    [Fact]
    public Task INT1004_writes_the_nearest_pattern_and_keeps_its_exclusion() => Check(
        "[OpenApiClient(\"specs/shop.json\", Operations = [\"*\", \"!products/lst\"])] internal sealed partial class ShopClient;",
        "[OpenApiClient(\"specs/shop.json\", Operations = [\"*\", \"!products/list\"])] internal sealed partial class ShopClient;");

    [Fact]
    public async Task A_name_that_is_a_constant_elsewhere_is_left_alone() => Assert.Empty(await Fixes(
        Of("internal static class Names { internal const string Shop = \"spec/shop.json\"; } [OpenApiClient(Names.Shop)] internal sealed partial class ShopClient;")));

    private static TestProject Of(string source) => TestProject.Of(source).WithDocument("specs/shop.json", Specs.Shop);

    private static async Task Check(string before, string after)
    {
        var fix = Assert.Single(await Fixes(Of(before)));
        var operations = await fix.GetOperationsAsync(CancellationToken.None);
        var solution = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        var text = await solution.Projects.Single().Documents.Single().GetTextAsync();
        Assert.Equal(Of(after).Sources[0].Text, text.ToString());
    }

    private static async Task<List<CodeAction>> Fixes(TestProject project)
    {
        using var workspace = new AdhocWorkspace();
        var (path, text) = project.Sources[0];
        var document = workspace.AddProject("MyApp", LanguageNames.CSharp)
            .WithParseOptions(TestProject.ParseOptions)
            .AddDocument("Program.cs", SourceText.From(text), filePath: path);
        var analyzed = project.Compilation().WithAnalyzers(TestProject.Analyzers, new AnalyzerOptions([.. project.Documents], project.Options()));
        var actions = new List<CodeAction>();
        foreach (var diagnostic in (await analyzed.GetAnalyzerDiagnosticsAsync()).Where(static d => d.Id == FixNames.Id))
        {
            foreach (var provider in new CodeFixProvider[] { new MakePartialCodeFix(), new ReplaceNameCodeFix() })
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }
        return actions;
    }
}
