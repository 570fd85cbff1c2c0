using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Integrations.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>
/// Feature documents, changed at random: each compiles without a warning, or is a diagnostic at its place. A run is bounded and always the same;
/// <c>FUZZ_SECONDS=600 FUZZ_SEED=1 dotnet test tests/Integrations.Generators.Tests --filter FullyQualifiedName~FuzzTests</c> runs longer, and
/// other documents. A document that fails is made small and written to <c>artifacts/fuzz</c>, by its seed.
/// </summary>
public sealed class FuzzTests
{
    private const int MostFailures = 20;

    private static readonly TimeSpan s_reduction = TimeSpan.FromSeconds(20);

    [Fact]
    public void Changed_documents_compile_or_are_diagnostics()
    {
        var length = TimeSpan.FromSeconds(Setting("FUZZ_SECONDS", 45));
        var seed = Setting("FUZZ_SEED", 1_000_000);
        var failures = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        var runs = 0;
        for (; clock.Elapsed < length && failures.Count < MostFailures; runs++, seed++)
        {
            var files = new Mutator(seed).Make();
            if (Fault(files) is not { } fault || failures.ContainsKey(Kind(fault)))
                continue;
            var small = Reduce(files, Kind(fault));
            failures.Add(Kind(fault), $"seed {seed}, {Write(seed, small)}: {Fault(small) ?? fault}");
        }
        Console.WriteLine($"{runs} documents in {clock.Elapsed.TotalSeconds:0} s, up to seed {seed - 1}");
        Assert.True(failures.Count == 0, $"{failures.Count} kinds of failure in {runs} documents:\n" + string.Join("\n\n", failures.Values));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static string? Fault((string Path, string Text)[] files)
    {
        try
        {
            var run = HostileProject.Run(HostileProject.Of([.. files.Select(static f => (f.Path, SourceText.From(f.Text, System.Text.Encoding.UTF8)))]));
            var faults = run.Faults();
            return faults.Count == 0 ? null : string.Join('\n', faults.Take(3));
        }
        catch (Xunit.Sdk.XunitException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>What tells one failure from another: its first line, without names and numbers.</summary>
    private static string Kind(string fault)
    {
        var line = fault.Split('\n')[0];
        var error = line.IndexOf("error CS", StringComparison.Ordinal);
        return error >= 0 ? line.Substring(error, 12) : line.Length > 60 ? line[..60] : line;
    }

    /// <summary>Takes away what the failure does not need.</summary>
    private static (string Path, string Text)[] Reduce((string Path, string Text)[] files, string kind)
    {
        if (files.Length > 1 || !files[0].Path.EndsWith(".json", StringComparison.Ordinal))
            return files;
        JsonNode tree;
        try
        {
            tree = DocumentTrees.Parse(files[0].Text);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or ArgumentException)
        {
            return files;
        }
        var clock = Stopwatch.StartNew();
        for (var shrunk = true; shrunk && clock.Elapsed < s_reduction;)
        {
            shrunk = false;
            foreach (var path in DocumentTrees.Paths(tree).OrderBy(static p => p.Length).ToList())
            {
                if (clock.Elapsed > s_reduction)
                    break;
                var copy = tree.DeepClone();
                if (!TryRemove(copy, path) || Fault([(files[0].Path, DocumentTrees.Text(copy))]) is not { } fault || Kind(fault) != kind)
                    continue;
                tree = copy;
                shrunk = true;
                break;
            }
        }
        return [(files[0].Path, DocumentTrees.Text(tree))];
    }

    private static bool TryRemove(JsonNode tree, object[] path)
    {
        switch (DocumentTrees.At(tree, path.AsSpan(0, path.Length - 1)))
        {
            case JsonObject it when path[^1] is string key: return it.Remove(key);
            case JsonArray it when path[^1] is int at: it.RemoveAt(at); return true;
            default: return false;
        }
    }

    private static string Write(int seed, (string Path, string Text)[] files)
    {
        var folder = Path.Combine(RepositoryFiles.Root, "artifacts", "fuzz", seed.ToString(CultureInfo.InvariantCulture));
        foreach (var (path, text) in files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
        }
        return folder;
    }
}
