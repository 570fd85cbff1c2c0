using System.Collections.Immutable;
using System.Text;
using Integrations.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Generation;

/// <summary>A project as the compiler shows it to a generator: clients on documents, and a file that has nothing to do with them.</summary>
internal sealed class Project
{
    private const string Attributes = """
        namespace Integrations
        {
            [System.AttributeUsage(System.AttributeTargets.Class)]
            public sealed class OpenApiClientAttribute(string document) : System.Attribute
            {
                public string Document { get; } = document;
                public string[]? Operations { get; set; }
            }
        }
        """;

    private static readonly MetadataReference[] s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
            .Select(static p => MetadataReference.CreateFromFile(p))];

    public Project(string folder, params (string Class, string Document, string[] Operations)[] clients)
    {
        Texts = [.. clients.Select(c => c.Document).Distinct(StringComparer.Ordinal).Select(d => new DocumentText(folder, d))];
        var source = new StringBuilder("using Integrations;\nnamespace App;\n");
        foreach (var (name, document, operations) in clients)
        {
            var patterns = operations.Length == 0 ? "" : ", Operations = [" + string.Join(", ", operations.Select(static o => "\"" + o + "\"")) + "]";
            source.Append("[OpenApiClient(\"").Append(document).Append('"').Append(patterns).Append(")] public sealed partial class ").Append(name).Append(";\n");
        }
        Compilation = CSharpCompilation.Create(
            "App",
            [Parse(Attributes, "Attributes.cs"), Parse(source.ToString(), "Clients.cs"), Parse(Unrelated(0), "Unrelated.cs")],
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    public CSharpCompilation Compilation { get; private set; }

    public ImmutableArray<AdditionalText> Texts { get; private set; }

    public GeneratorDriver Driver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        Texts,
        new CSharpParseOptions(LanguageVersion.Preview),
        new Options());

    public GeneratorDriver Driver() => Driver(new IntegrationsGenerator());

    /// <summary>An edit in a file that declares no client.</summary>
    public void EditUnrelated(int round)
    {
        var old = Compilation.SyntaxTrees[2];
        Compilation = Compilation.ReplaceSyntaxTree(old, Parse(Unrelated(round), "Unrelated.cs"));
    }

    private static string Unrelated(int round) => $"namespace App; public sealed class Unrelated {{ public int Value() => {round}; }}";

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), new CSharpParseOptions(LanguageVersion.Preview), path);

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = key switch
            {
                "build_property.RootNamespace" => "App",
                "build_property.ProjectDir" or "build_property.MSBuildProjectDirectory" => "/project/",
                _ => "",
            };
            return value.Length > 0;
        }
    }
}

/// <summary>A document among the AdditionalFiles.</summary>
internal sealed class DocumentText : AdditionalText
{
    private readonly SourceText _text;

    public DocumentText(string folder, string document)
        : this(document, SourceText.From(File.ReadAllText(System.IO.Path.Combine(folder, document)), Encoding.UTF8))
    {
    }

    public DocumentText(string document, SourceText text)
    {
        Path = "/project/" + document;
        _text = text;
    }

    public override string Path { get; }

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
