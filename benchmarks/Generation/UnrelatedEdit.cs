using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Generation;

/// <summary>A keystroke in a file that declares no client: our generator against an empty one, edits interleaved, for 1, 10 and 100 clients.</summary>
internal static class UnrelatedEdit
{
    private const int Edits = 300;

    /// <summary>Edits before any is counted: the JIT compiles the driver's loops in the background.</summary>
    private const int Warm = 200;

    public static void Run(string folder)
    {
        Console.WriteLine($"| unrelated edit, median of {Edits} | ours, µs | empty, µs | ratio (at most 1.50) |");
        Console.WriteLine("|---|---|---|---|");
        Measure("1 client, petstore", new Project(folder, ("Client", "petstore_swagger-api.yaml", [])));
        Measure("1 client, Twilio", new Project(folder, ("Client", "twilio_api_v2010.json", [])));
        Measure("1 client, GitHub (ten operations)", new Project(folder, ("Client", "github.json", Slices.TenOfGitHub)));
        Measure("1 client, GitHub whole", new Project(folder, ("Client", "github.json", [])));
        Measure("10 clients, 10 documents", new Project(folder, Many(folder, 10)));
        Measure("100 clients, 100 documents", new Project(folder, Many(folder, 100)));
    }

    private static (string, string, string[])[] Many(string folder, int count) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Take(count).Select(static (f, i) => ("Client" + i, Path.GetFileName(f), Array.Empty<string>()))];

    private static void Measure(string name, Project project)
    {
        var ours = project.Driver().RunGenerators(project.Compilation);
        var empty = project.Driver(new EmptyGenerator()).RunGenerators(project.Compilation);
        var oursTimes = new List<double>(Edits);
        var emptyTimes = new List<double>(Edits);
        for (var i = 1; i <= Edits + Warm; i++)
        {
            project.EditUnrelated(i);
            if (i % 2 == 0)
            {
                Time(ref ours, project.Compilation, oursTimes);
                Time(ref empty, project.Compilation, emptyTimes);
            }
            else
            {
                Time(ref empty, project.Compilation, emptyTimes);
                Time(ref ours, project.Compilation, oursTimes);
            }
            if (i == Warm)
            {
                oursTimes.Clear();
                emptyTimes.Clear();
            }
        }
        var (a, b) = (Median(oursTimes), Median(emptyTimes));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {a:F0} | {b:F0} | {a / b:F2} |"));
    }

    private static void Time(ref GeneratorDriver driver, Compilation compilation, List<double> times)
    {
        // A fresh compilation has bound nothing; both pay for what they make it bind.
        var fresh = compilation.Clone();
        var start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(fresh);
        times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
