using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Integrations.Generators.Documents;
using Integrations.Generators.Emission;
using Integrations.Generators.Emission.Hosting;
using Integrations.Generators.Emission.Json.UserTypes;
using Integrations.Generators.Emission.Rest;
using Integrations.Generators.Models;
using Integrations.Generators.Tests.Harness;
using Integrations.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>A project with one client of somebody else's document, run on a thread with as little stack as the compiler's have.</summary>
internal static class HostileProject
{
    /// <summary>How long the generator may take. What the compiler takes on top depends on the machine: it is printed, and kept in benchmarks/RESULTS.md.</summary>
    public const int MostSeconds = 10;

    private const int StackBytes = 1024 * 1024;

    /// <summary>The project of a document and of the files beside it.</summary>
    /// <param name="files">Path in the project and text; the first one is the document.</param>
    public static TestProject Of(params (string Path, SourceText Text)[] files) => TestProject.Of($"""
        namespace MyApp;

        /// <summary>The client.</summary>
        [OpenApiClient("{files[0].Path}")]
        public sealed partial class VictimClient;
        """) with
    {
        Documents = [.. files.Select(static f => new TestText(TestProject.Directory + f.Path, f.Text))],
    };

    public static TestProject Of(string path, string text) => Of((path, SourceText.From(text, Encoding.UTF8)));

    /// <summary>A file as the compiler reads it: by its byte order mark, as UTF-8, else as Latin-1.</summary>
    public static SourceText Read(byte[] bytes)
    {
        try
        {
            return SourceText.From(bytes, bytes.Length, new UTF8Encoding(false, throwOnInvalidBytes: true), canBeEmbedded: false);
        }
        catch (DecoderFallbackException)
        {
            return SourceText.From(bytes, bytes.Length, Encoding.Latin1, canBeEmbedded: false);
        }
    }

    /// <summary>Runs the generator, and the compiler where asked.</summary>
    /// <param name="project">The project.</param>
    /// <param name="compile">Whether it is compiled.</param>
    /// <param name="strict">Whether with the analysis of null that users do not pay for.</param>
    public static HostileRun Run(TestProject project, bool compile = true, bool strict = true)
    {
        HostileRun? run = null;
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(12 * MostSeconds));
        var token = enough.Token;
        var thread = new Thread(() => run = Try(project, compile, strict, token), StackBytes) { IsBackground = true };
        thread.Start();
        if (!thread.Join(TimeSpan.FromSeconds(18 * MostSeconds)))
            Assert.Fail("It does not end, nor does it let itself be cancelled.");
        return run ?? throw new Xunit.Sdk.XunitException("It does not end.");
    }

    /// <summary>A busy machine makes nobody slow: of the clock's time and the processor's, the shorter counts.</summary>
    private static TimeSpan Least(TimeSpan clock, TimeSpan processor) => clock < processor ? clock : processor;

    /// <summary>
    /// All that the compiler says when it writes the assembly: what has no room in metadata (CS8103, CS7013) it says only then. The documentation file is
    /// written too, because only then an <c>include</c> would be followed.
    /// </summary>
    private static ImmutableArray<Diagnostic> Emit(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.Emit(Stream.Null, pdbStream: Stream.Null, xmlDocumentationStream: Stream.Null, cancellationToken: cancellationToken).Diagnostics;

    private static HostileRun? Try(TestProject project, bool compile, bool strict, CancellationToken cancellationToken)
    {
        try
        {
            return RunHere(project, compile, strict, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static HostileRun RunHere(TestProject project, bool compile, bool strict, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var planned = new PlannedDeclarations();
        var stages = project.Stages;
        var watched = project with
        {
            Stages = new DocumentStages
            {
                Bind = stages.Bind,
                EmitFile = file =>
                {
                    planned.Add(file);
                    return stages.EmitFile(file);
                },
                EmitClient = (client, declaration) =>
                {
                    planned.Add(client, declaration);
                    return stages.EmitClient(client, declaration);
                },
            },
        };
        var driver = watched.Driver().RunGeneratorsAndUpdateCompilation(watched.Compilation(), out var output, out _, cancellationToken);
        var generated = Least(clock.Elapsed, Process.GetCurrentProcess().TotalProcessorTime - before);
        var result = driver.GetRunResult().Results.Single();
        ImmutableArray<Diagnostic> compiled = [];
        if (compile)
            compiled = [.. Emit(strict ? output.WithNullableAnalysis() : output, cancellationToken).Where(static d => d.Severity != DiagnosticSeverity.Hidden && !d.IsSuppressed)];
        return new HostileRun(project, result, planned, compiled, generated, Least(clock.Elapsed, Process.GetCurrentProcess().TotalProcessorTime - before));
    }
}

/// <summary>What came of a hostile document.</summary>
internal sealed record HostileRun(
    TestProject Project,
    GeneratorRunResult Result,
    PlannedDeclarations Planned,
    ImmutableArray<Diagnostic> Compiled,
    TimeSpan Generated,
    TimeSpan Elapsed)
{
    /// <summary>The emitted files that are of the document.</summary>
    public IEnumerable<GeneratedSourceResult> Sources => Result.GeneratedSources
        .Where(static s => !s.HintName.StartsWith("Microsoft.CodeAnalysis.EmbeddedAttribute", StringComparison.Ordinal) && s.HintName is not (ModuleEmitter.HintName or HostEmitter.HintName or UserTypesEmitter.HintName));

    /// <summary>Everything that must hold whatever the document is; what does not, in words.</summary>
    public List<string> Faults()
    {
        var faults = new List<string>();
        if (Result.Exception is { } exception)
            faults.Add("the generator threw " + exception);
        DiagnosticRules.Check(this, faults);
        foreach (var diagnostic in Compiled.Take(10))
            faults.Add("the compiler says " + diagnostic + Line(diagnostic));
        OutputRules.Check(Sources, faults);
        if (Result.Exception is null)
            Planned.Compare(Sources, faults);
        if (Generated.TotalSeconds > HostileProject.MostSeconds)
            faults.Add($"the generator takes {Generated.TotalSeconds:0.0} s ({Elapsed.TotalSeconds:0.0} s with the compiler)");
        return faults;
    }

    public void AssertHarmless(string what)
    {
        var faults = Faults();
        if (faults.Count > 0)
            Assert.Fail(what + ":\n" + string.Join('\n', faults.Take(30).Select(static f => f.Length > 1500 ? f[..1500] + " ..." : f)));
    }

    private static string Line(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
        ? "\n    " + tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
        : "";
}
