using System.Diagnostics;
using System.Reflection;

namespace Integrations.Samples.Tests;

/// <summary>A sample that has run to its end.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote, both streams.</param>
/// <param name="Elapsed">How long it ran.</param>
internal sealed record SampleProcess(int ExitCode, string Output, TimeSpan Elapsed)
{
    /// <summary>Runs a sample, and ends it where it does not end by itself.</summary>
    public static async Task<SampleProcess> RunAsync(string sample, TimeSpan limit, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(PathOf(sample));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{sample} did not end within {limit}. It wrote: {await output}{await errors}");
        }
        return new SampleProcess(process.ExitCode, await output + await errors, clock.Elapsed);
    }

    private static string PathOf(string sample) => typeof(SampleProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == sample).Value!;
}
