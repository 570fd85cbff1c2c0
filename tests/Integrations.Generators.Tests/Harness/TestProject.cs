using System.Collections.Immutable;
using System.Text;
using Integrations.Analyzers;
using Integrations.Generators.Documents;
using Integrations.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Tests.Harness;

/// <summary>
/// A user's project: sources, documents, properties. Immutable, so that a test can run it, change one thing, and run it on with the same
/// driver. It compiles under the strictest settings, and every diagnostic that a test does not expect fails it.
/// </summary>
internal sealed record TestProject
{
    public const string Directory = "/project/";

    /// <summary>Every analyzer that users get.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [new IntegrationDeclarationAnalyzer(), new FixableMistakeAnalyzer(), new SecretAnalyzer()];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    public string AssemblyName { get; init; } = "MyApp";

    public ImmutableArray<(string Path, string Text)> Sources { get; init; } = [];

    public ImmutableArray<TestText> Documents { get; init; } = [];

    public ImmutableDictionary<string, string> Links { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty
        .Add("build_property.RootNamespace", "MyApp")
        .Add("build_property.ProjectDir", Directory);

    public ImmutableArray<MetadataReference> References { get; init; } = [];

    public DocumentStages Stages { get; init; } = DocumentStages.Default;

    /// <summary>A project of one source file. Attributes need no using.</summary>
    public static TestProject Of(string source) => new TestProject().WithSource("Program.cs", source);

    public TestProject WithSource(string path, string text)
    {
        var full = Directory + path;
        var entry = (full, "using System;\nusing System.Threading.Tasks;\nusing Integrations;\n" + text);
        for (var i = 0; i < Sources.Length; i++)
        {
            if (Sources[i].Path == full)
                return this with { Sources = Sources.SetItem(i, entry) };
        }
        return this with { Sources = Sources.Add(entry) };
    }

    /// <summary>Adds or replaces a document; a path that is not rooted is in the project.</summary>
    public TestProject WithDocument(string path, string text, string? link = null)
    {
        var full = path.StartsWith('/') ? path : Directory + path;
        var project = link is null ? this : this with { Links = Links.SetItem(full, link) };
        var document = new TestText(full, text);
        for (var i = 0; i < Documents.Length; i++)
        {
            if (Documents[i].Path == full)
                return project with { Documents = Documents.SetItem(i, document) };
        }
        return project with { Documents = Documents.Add(document) };
    }

    public CSharpCompilation Compilation() => CSharpCompilation.Create(
        AssemblyName,
        Sources.Select(static source => CSharpSyntaxTree.ParseText(SourceText.From(source.Text, Encoding.UTF8), ParseOptions, source.Path)),
        [.. Harness.References.All, .. References],
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            generalDiagnosticOption: ReportDiagnostic.Error,
            // As in the SDK: a library of an older framework is no mistake.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    public TestOptions Options() => new(Properties, Links);

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new IntegrationsGenerator(Stages).AsSourceGenerator()],
        Documents,
        ParseOptions,
        Options(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs generator, analyzers and compiler with a fresh driver.</summary>
    /// <param name="expected">The ids of the diagnostics that must come, each as often as it comes.</param>
    public TestRun Run(params string[] expected) => Run(Driver(), expected);

    /// <summary>Runs on with a driver that has run before.</summary>
    public TestRun Run(GeneratorDriver driver, params string[] expected)
    {
        var compilation = Compilation();
        driver = driver
            .ReplaceAdditionalTexts([.. Documents])
            .WithUpdatedAnalyzerConfigOptions(Options())
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var run = new TestRun(this, driver, output, Diagnose(output, driver));
        run.AssertDiagnostics(expected);
        return run;
    }

    /// <summary>Runs a document of somebody else's: facts about it are no failure, but errors and the compiler's warnings are.</summary>
    public TestRun RunAny()
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(Compilation(), out var output, out _);
        var run = new TestRun(this, driver, output, [.. Diagnose(output, driver).Where(static d => !d.Id.StartsWith("INT2", StringComparison.Ordinal) || d.Severity == DiagnosticSeverity.Error)]);
        run.AssertDiagnostics([]);
        return run;
    }

    private ImmutableArray<Diagnostic> Diagnose(Compilation output, GeneratorDriver driver)
    {
        var analyzed = output.WithNullableAnalysis().WithAnalyzers(Analyzers, new AnalyzerOptions([.. Documents], Options()));
        var diagnostics = analyzed.GetAllDiagnosticsAsync().GetAwaiter().GetResult();
        return [.. driver.GetRunResult().Diagnostics, .. diagnostics.Where(static d => d.Severity != DiagnosticSeverity.Hidden && !d.IsSuppressed)];
    }
}
