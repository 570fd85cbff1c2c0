using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Tests.Harness;

/// <summary>What one run gave.</summary>
internal sealed class TestRun(TestProject project, GeneratorDriver driver, Compilation output, ImmutableArray<Diagnostic> diagnostics)
{
    public TestProject Project => project;

    public GeneratorDriver Driver => driver;

    public Compilation Output => output;

    public ImmutableArray<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Emitted files by hint name, without the compiler's own.</summary>
    public SortedDictionary<string, string> Files
    {
        get
        {
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var source in driver.GetRunResult().Results.Single().GeneratedSources)
            {
                if (!source.HintName.StartsWith("Microsoft.CodeAnalysis.EmbeddedAttribute", StringComparison.Ordinal))
                    files.Add(source.HintName, source.SourceText.ToString());
            }
            return files;
        }
    }

    /// <summary>Every tracked step: name, reason of each output. Outputs of the generator are named <c>Output</c>.</summary>
    public IEnumerable<(string Step, IncrementalStepRunReason Reason, object? Value)> Steps
    {
        get
        {
            var result = driver.GetRunResult().Results.Single();
            foreach (var pair in result.TrackedSteps.Where(static p => StepNames.All.Contains(p.Key) || StepNames.Sql.Contains(p.Key) || StepNames.Migrations.Contains(p.Key)))
            {
                foreach (var (value, reason) in pair.Value.SelectMany(static s => s.Outputs))
                    yield return (pair.Key, reason, value);
            }
            foreach (var (value, reason) in result.TrackedOutputSteps.SelectMany(static p => p.Value).SelectMany(static s => s.Outputs))
                yield return ("Output", reason, value);
        }
    }

    public Diagnostic Single(string id) => Assert.Single(diagnostics, d => d.Id == id);

    /// <summary>The assembly, for another project to reference.</summary>
    public MetadataReference ToReference()
    {
        using var image = new MemoryStream();
        var result = output.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    public void AssertDiagnostics(IReadOnlyList<string> expected)
    {
        var actual = diagnostics.Select(static d => d.Id).Order(StringComparer.Ordinal);
        if (!actual.SequenceEqual(expected.Order(StringComparer.Ordinal)))
            Assert.Fail($"Expected [{string.Join(", ", expected)}], but there is:\n{string.Join('\n', diagnostics.Select(Text))}");
    }

    private static string Text(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        var context = diagnostic.Location.SourceTree?.GetText().Lines[line].ToString().Trim();
        return diagnostic + (context is null ? "" : "\n    " + context);
    }
}
