using System.Diagnostics;
using System.Text;
using Integrations.Generators;
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

    private CorpusProject(Compilation output, GeneratorDriverRunResult run, TimeSpan time)
    {
        Output = output;
        Run = run;
        Time = time;
    }

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    public Compilation Output { get; }

    public GeneratorDriverRunResult Run { get; }

    /// <summary>What the generator took.</summary>
    public TimeSpan Time { get; }

    public IEnumerable<SourceText> Sources => Run.Results.Single().GeneratedSources.Select(static s => s.SourceText);

    public static CorpusProject Generate(string path)
    {
        var relative = "specs/" + Path.GetFileName(path);
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
            [new Document(Directory + relative, SourceText.From(File.ReadAllText(path), Encoding.UTF8))],
            ParseOptions,
            new Options());
        var watch = Stopwatch.StartNew();
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return new CorpusProject(output, driver.GetRunResult(), watch.Elapsed);
    }

    /// <summary>Errors and warnings of the compiler; errors and failures of the generator.</summary>
    /// <param name="image">Takes the assembly where it is wanted, so that bodies are compiled once for both.</param>
    public IEnumerable<string> Problems(Stream? image = null)
    {
        var result = Run.Results.Single();
        if (result.Exception is { } exception)
            yield return "the generator threw " + exception.GetType().Name + ": " + exception.Message;
        foreach (var diagnostic in result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error))
            yield return diagnostic.ToString();
        foreach (var diagnostic in (image is null ? Output.GetDiagnostics() : Output.Emit(image).Diagnostics).Where(static d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed))
            yield return diagnostic.ToString();
    }

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
