using System.Diagnostics;
using System.Text;
using Integrations.Generators;
using Integrations.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>A project with one client of one whole document, run through the real driver, under the strictest settings.</summary>
internal sealed class CorpusProject
{
    public const string RootNamespace = "App";
    private const string Directory = "/project/";

    private readonly GeneratorDriver _driver;
    private readonly Compilation _input;

    private CorpusProject(Compilation input, Compilation output, GeneratorDriver driver, TimeSpan time)
    {
        _input = input;
        _driver = driver;
        Output = output;
        Run = driver.GetRunResult();
        Time = time;
    }

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    public Compilation Output { get; }

    public GeneratorDriverRunResult Run { get; }

    /// <summary>What the generator took.</summary>
    public TimeSpan Time { get; }

    public IEnumerable<SourceText> Sources => Run.Results.Single().GeneratedSources.Select(static s => s.SourceText);

    /// <summary>Generates and times it.</summary>
    /// <param name="path">The document.</param>
    /// <param name="folder">The folder whose files are all in the project, for a document that lies in several; else null.</param>
    public static CorpusProject Generate(string path, string? folder = null)
    {
        var relative = "specs/" + (folder is null ? Path.GetFileName(path) : Path.GetRelativePath(folder, path));
        string[] files = folder is null ? [path] : System.IO.Directory.GetFiles(folder, "*.y*ml", SearchOption.AllDirectories);
        var source = $$"""
            using Integrations;

            namespace App;

            /// <summary>A client of a whole document.</summary>
            [OpenApiClient("{{relative}}")]
            [BearerAuth]
            public sealed partial class CorpusClient;
            """;
        var compilation = CSharpCompilation.Create(
            "Corpus." + Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), ParseOptions, Directory + "CorpusClient.cs")],
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, concurrentBuild: false));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new IntegrationsGenerator().AsSourceGenerator()],
            files.Select(AdditionalText (f) => new Document(Directory + "specs/" + Path.GetRelativePath(folder ?? Path.GetDirectoryName(path)!, f), SourceText.From(File.ReadAllText(f), Encoding.UTF8))),
            ParseOptions,
            new Options());
        var watch = Stopwatch.StartNew();
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return new CorpusProject(compilation, output, driver, watch.Elapsed);
    }

    /// <summary>What the generator takes when a line of the program changes: the quickest of five such edits.</summary>
    public TimeSpan UnrelatedEdit()
    {
        var quickest = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var edited = _input.AddSyntaxTrees(CSharpSyntaxTree.ParseText("namespace Elsewhere; internal static class Unrelated" + i + ";", ParseOptions));
            var watch = Stopwatch.StartNew();
            _driver.RunGenerators(edited);
            quickest = watch.Elapsed < quickest ? watch.Elapsed : quickest;
        }
        return quickest;
    }

    /// <summary>Errors and warnings of the compiler; errors and failures of the generator, and limits that the document exceeds.</summary>
    /// <param name="image">Takes the assembly where it is wanted, so that bodies are compiled once for both.</param>
    public IEnumerable<string> Problems(Stream? image = null)
    {
        var result = Run.Results.Single();
        if (result.Exception is { } exception)
            yield return "the generator threw " + exception.GetType().Name + ": " + exception.Message;
        foreach (var diagnostic in result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error || d.Id == "INT2003"))
            yield return diagnostic.ToString();
        var analysed = Output.WithNullableAnalysis();
        foreach (var diagnostic in (image is null ? analysed.GetDiagnostics() : analysed.Emit(image).Diagnostics).Where(static d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed))
            yield return diagnostic.ToString();
    }

    /// <summary>What the generator warns of.</summary>
    public IEnumerable<string> Warnings() =>
        Run.Results.Single().Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Warning).Select(static d => d.ToString());

    /// <summary>The rows of the client's operation table.</summary>
    public int EmittedOperations()
    {
        var table = Output.GetTypeByMetadataName(RootNamespace + ".CorpusClient")?.GetMembers("Operations").OfType<IPropertySymbol>().SingleOrDefault();
        return table?.DeclaringSyntaxReferences.Single().GetSyntax() is PropertyDeclarationSyntax { Initializer.Value: CollectionExpressionSyntax rows } ? rows.Elements.Count : 0;
    }

    public byte[] Emit()
    {
        using var image = new MemoryStream();
        var result = Output.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Take(10)));
        return image.ToArray();
    }

    private sealed class Document(string path, SourceText text) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.RootNamespace"] = RootNamespace, ["build_property.ProjectDir"] = Directory });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values([]);

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            // NotNullWhen cannot be named here: assemblies whose internals are visible have one of their own.
#nullable disable warnings
            public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value);
#nullable restore
        }
    }
}
