using System.Diagnostics;
using System.Globalization;

namespace Generation;

/// <summary>Cold runs, each in a process of its own, rounds interleaved: whole documents, the slice, and Microsoft.OpenApi loading the whole document.</summary>
internal static class Cold
{
    private const int Rounds = 5;

    public static void Run(string folder)
    {
        (string Name, string What, string Document)[] cases =
        [
            ("petstore, whole", "whole", "petstore_swagger-api.yaml"),
            ("Twilio, whole", "whole", "twilio_api_v2010.json"),
            ("GitHub, ten operations", "slice", "github.json"),
            ("GitHub, whole", "whole", "github.json"),
            ("Microsoft.OpenApi loads GitHub", "openapi", "github.json"),
        ];
        var runs = cases.ToDictionary(static c => c.Name, static _ => new List<double[]>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, what, document) in cases)
                runs[name].Add(Once(what, Path.Combine(folder, document)));
        }
        Console.WriteLine($"| cold, median of {Rounds} | ms | allocated MB | retained MB | files |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (name, _, _) in cases)
            Console.WriteLine($"| {name} | {Median(runs[name], 0):F0} | {Median(runs[name], 1):F0} | {Median(runs[name], 2):F1} | {Median(runs[name], 3):F0} |");
        var ratio = Median(runs["GitHub, ten operations"], 0) / Median(runs["Microsoft.OpenApi loads GitHub"], 0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slice / Microsoft.OpenApi whole: {ratio:F2} (at most 0.50)"));
    }

    private static double[] Once(string what, string document)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["child", what, document]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(what + " " + document + " failed");
        return [.. output.Trim().Split(' ').Select(static n => double.Parse(n, CultureInfo.InvariantCulture))];
    }

    private static double Median(List<double[]> runs, int column)
    {
        var values = runs.ConvertAll(r => r[column]);
        values.Sort();
        return values[values.Count / 2];
    }
}
