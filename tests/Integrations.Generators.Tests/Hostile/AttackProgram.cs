using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>
/// Runs one attack, or one file, in this process and tells what it took: <c>dotnet Integrations.Generators.Tests.dll "5,000 operations"</c>. With
/// <c>DOTNET_GCHeapHardLimit</c> set, a heap that needs more ends the process.
/// </summary>
internal static class AttackProgram
{
    /// <summary>What is written where nothing is wrong; the numbers follow.</summary>
    public const string Harmless = "harmless:";

    public static int Main(string[] arguments)
    {
        if (arguments is not [var attack])
        {
            Console.Error.WriteLine("The name of an attack, or a file.");
            return 2;
        }
        var project = BigDocuments.All.TryGetValue(attack, out var make) || SharedDocuments.All.TryGetValue(attack, out make)
            ? HostileProject.Of("specs/big.json", make())
            : HostileProject.Of(("specs/" + Path.GetFileName(attack), HostileProject.Read(File.ReadAllBytes(attack))));
        var run = HostileProject.Run(project, compile: Environment.GetEnvironmentVariable("ATTACK_COMPILE") != "0", strict: false);
        // Before the faults are looked for: that is the tests' own work.
        var lines = File.Exists("/proc/self/status") ? File.ReadAllLines("/proc/self/status") : [];
        var peak = lines.FirstOrDefault(static l => l.StartsWith("VmHWM", StringComparison.Ordinal))?["VmHWM:".Length..].Trim() ?? Process.GetCurrentProcess().PeakWorkingSet64.ToString(CultureInfo.InvariantCulture);
        var faults = run.Faults();
        Console.WriteLine((faults.Count == 0 ? Harmless : "HARMFUL:") + string.Create(CultureInfo.InvariantCulture,
            $" {attack}: {run.Generated.TotalSeconds:0.0} s generator, {run.Elapsed.TotalSeconds:0.0} s with the compiler, {run.Sources.Sum(static s => (long)s.SourceText.Length):N0} characters, {run.Planned.Summary}, peak {peak}, [{string.Join(' ', run.Result.Diagnostics.CountBy(static d => d.Id).Select(static d => d.Key + "*" + d.Value))}]"));
        foreach (var fault in faults.Take(10))
            Console.WriteLine("  " + (fault.Length > 600 ? fault[..600] : fault));
        return faults.Count == 0 ? 0 : 1;
    }
}
