using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>
/// Each node of each document, replaced by a value of each other kind: the generator alone runs, and the compiler for every fiftieth. A run is a share that
/// is always the same; <c>WRONG_NODES=40 dotnet test tests/Integrations.Generators.Tests --filter FullyQualifiedName~WrongNodeTests</c>
/// runs every fortieth, and with 1 all.
/// </summary>
public sealed class WrongNodeTests
{
    private const int Share = 1601;

    private const int Compiled = 50;

    private static readonly string[] s_values = ["null", "true", "0", "\"\"", "[]", "{}", "[[[{}]]]"];

    [Fact]
    public void A_node_of_any_kind_may_stand_anywhere()
    {
        var share = int.TryParse(Environment.GetEnvironmentVariable("WRONG_NODES"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : Share;
        var failures = new List<string>();
        var clock = Stopwatch.StartNew();
        var (seen, runs) = (0, 0);
        foreach (var (name, tree) in Documents())
        {
            foreach (var path in DocumentTrees.Paths(tree).ToList())
            {
                for (var value = 0; value < s_values.Length; value++)
                {
                    if (seen++ % share != 0 || failures.Count >= 20)
                        continue;
                    var faults = Faults(name, tree, path, s_values[value], compile: runs++ % Compiled == 0);
                    if (faults.Count > 0)
                        failures.Add($"{name} with {s_values[value]} at {string.Join('/', path)}: {string.Join('\n', faults.Take(3))}");
                }
            }
        }
        Console.WriteLine($"{runs} of {seen} documents in {clock.Elapsed.TotalSeconds:0} s");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        Assert.NotEqual(0, runs);
    }

    private static List<string> Faults(string name, JsonNode tree, object[] path, string value, bool compile)
    {
        var copy = tree.DeepClone();
        var holder = DocumentTrees.At(copy, path.AsSpan(0, path.Length - 1))!;
        if (path[^1] is string key)
            holder[key] = JsonNode.Parse(value);
        else
            holder[(int)path[^1]] = JsonNode.Parse(value);
        return HostileProject.Run(HostileProject.Of("specs/" + Path.GetFileNameWithoutExtension(name) + ".json", DocumentTrees.Text(copy)), compile).Faults();
    }

    /// <summary>The feature documents, and those hostile ones that are JSON and not all of size.</summary>
    private static IEnumerable<(string Name, JsonNode Tree)> Documents()
    {
        foreach (var (name, tree) in DocumentTrees.Features)
            yield return (name, tree);
        foreach (var file in Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "specs", "hostile"), "*.json").Order(StringComparer.Ordinal))
        {
            if (new FileInfo(file).Length <= 20_000 && Parse(file) is { } tree)
                yield return ("hostile-" + Path.GetFileName(file), tree);
        }
    }

    private static JsonNode? Parse(string file)
    {
        try
        {
            var tree = JsonNode.Parse(File.ReadAllText(file));
            return tree is null || DocumentTrees.Paths(tree).Count() > 2_000 ? null : tree.DeepClone();
        }
        // Names that stand twice are found when the tree is walked.
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
