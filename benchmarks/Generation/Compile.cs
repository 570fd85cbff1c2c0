using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Generation;

/// <summary>
/// What the SDK's compiler takes for emitted code, each compilation in a process of its own and on one thread: nothing, the types of GitHub's whole
/// document, and everything. The differences are what a property and an operation cost, in CPU time, cold.
/// </summary>
internal static partial class Compile
{
    private const int Rounds = 3;

    public static void Run(string folder)
    {
        var output = Directory.CreateTempSubdirectory("integrations-compile-").FullName;
        try
        {
            var (models, all, text) = Emit(folder, output);
            var properties = Property().Count(text);
            var operations = Operation().Count(text);
            List<(double Cpu, double Wall, double Megabytes)> empty = [], types = [], whole = [];
            for (var round = 0; round < Rounds; round++)
            {
                empty.Add(Once(output, []));
                types.Add(Once(output, models));
                whole.Add(Once(output, all));
            }
            Console.WriteLine($"| csc, median of {Rounds} | CPU s | wall s | peak MB |");
            Console.WriteLine("|---|---|---|---|");
            Print("nothing", empty);
            Print($"types of GitHub whole ({properties} properties)", types);
            Print($"GitHub whole ({operations} operations, {Lines(text)} lines)", whole);
            var perProperty = 1000 * (Median(types, static r => r.Cpu) - Median(empty, static r => r.Cpu)) / properties;
            var perOperation = 1000 * (Median(whole, static r => r.Cpu) - Median(types, static r => r.Cpu)) / operations;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"per property, its share of its type included: {perProperty:F2} ms (wanted: 0.70); per operation: {perOperation:F2} ms (wanted: 3.00)"));
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static (List<string> Models, List<string> All, string Text) Emit(string folder, string output)
    {
        var project = new Project(folder, ("GitHubClient", "github.json", []));
        var result = project.Driver().RunGenerators(project.Compilation).GetRunResult().Results[0];
        List<string> models = [], all = [];
        var text = new StringBuilder();
        foreach (var source in result.GeneratedSources)
        {
            var path = Path.Combine(output, source.HintName);
            File.WriteAllText(path, source.SourceText.ToString(), Encoding.UTF8);
            all.Add(path);
            text.Append(source.SourceText);
            if (source.HintName.StartsWith("Github.Models.", StringComparison.OrdinalIgnoreCase))
                models.Add(path);
        }
        var client = Path.Combine(output, "Client.cs");
        File.WriteAllText(client, "namespace App; [Integrations.OpenApiClient(\"github.json\")] public sealed partial class GitHubClient;");
        all.Add(client);
        return (models, all, text.ToString());
    }

    private static (double Cpu, double Wall, double Megabytes) Once(string output, List<string> files)
    {
        var arguments = Path.Combine(output, "csc.rsp");
        File.WriteAllLines(arguments,
        [
            "-nostdlib+", "-target:library", "-nullable:enable", "-deterministic+", "-langversion:preview", "-debug:portable", "-parallel-",
            "-out:\"" + Path.Combine(output, "out.dll") + "\"",
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(static p => !Path.GetFileName(p).StartsWith("Integrations.Gen", StringComparison.Ordinal)).Select(static p => "-r:\"" + p + "\""),
            .. files.Select(static f => "\"" + f + "\""),
        ]);
        var start = new ProcessStartInfo("bash", ["-c", "TIMEFORMAT='%U %S'; time dotnet exec \"$0\" -noconfig \"@$1\"", Compiler(), arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var peak = Task.Run(() => Peak(process.Id));
        var printed = process.StandardOutput.ReadToEnd();
        var times = process.StandardError.ReadToEnd().Trim().Split('\n')[^1].Split(' ');
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(printed[..Math.Min(printed.Length, 2000)]);
        return (double.Parse(times[0], CultureInfo.InvariantCulture) + double.Parse(times[1], CultureInfo.InvariantCulture), clock.Elapsed.TotalSeconds, peak.Result);
    }

    /// <summary>The peak of the compiler, the only child of the shell, as the system counts it.</summary>
    private static double Peak(int shell)
    {
        double peak = 0;
        while (true)
        {
            try
            {
                var child = File.ReadAllText($"/proc/{shell}/task/{shell}/children").Trim();
                if (child.Length > 0)
                {
                    var line = File.ReadLines($"/proc/{child}/status").First(static l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
                    peak = Math.Max(peak, double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1000);
                }
                else if (peak > 0)
                {
                    return peak;
                }
            }
            catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException)
            {
                return peak;
            }
            Thread.Sleep(20);
        }
    }

    private static string Compiler()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        return Directory.GetFiles(Path.Combine(root, "sdk"), "csc.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
    }

    private static void Print(string name, List<(double Cpu, double Wall, double Megabytes)> runs) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Median(runs, static r => r.Cpu):F1} | {Median(runs, static r => r.Wall):F1} | {Median(runs, static r => r.Megabytes):F0} |"));

    private static double Median(List<(double Cpu, double Wall, double Megabytes)> runs, Func<(double Cpu, double Wall, double Megabytes), double> column) =>
        runs.Select(column).Order().ElementAt(runs.Count / 2);

    private static int Lines(string text) => text.Count(static c => c == '\n');

    [GeneratedRegex(@"\{ get; set; \}")]
    private static partial Regex Property();

    [GeneratedRegex(@"static readonly global::Integrations\.OperationDescriptor ")]
    private static partial Regex Operation();
}
