using System.Diagnostics;
using System.Globalization;

namespace Integrations.Benchmarks.Hundred;

/// <summary>Requests at a fixed rate to all clients, in phases: all vendors well, then ten of them failing or hanging. Latency is counted from when a request was due.</summary>
internal static class Traffic
{
    /// <summary>Starts the vendors and the host, each in a process of its own, and hands the switch of the vendors on.</summary>
    public static async Task<int> ParentAsync(string[] args)
    {
        using var server = Start([Server.Command], null, output: true);
        var address = (await server.StandardOutput.ReadLineAsync())!;
        using var host = Start(args, address, output: true);
        string? line;
        while ((line = await host.StandardOutput.ReadLineAsync()) is not null)
        {
            if (line is "good" or "bad")
            {
                await server.StandardInput.WriteLineAsync(line);
            }
            else
            {
                Console.WriteLine(line);
            }
        }
        server.StandardInput.Close();
        await host.WaitForExitAsync();
        await server.WaitForExitAsync();
        return host.ExitCode;
    }

    public static async Task<bool> RunAsync(Func<Task>[] calls, string[] args)
    {
        var rounds = Number(args, 0, 5);
        var phase = TimeSpan.FromSeconds(Number(args, 1, 15));
        var rate = Number(args, 2, 1000);
        await PhaseAsync("good", calls, TimeSpan.FromSeconds(5), rate);
        List<double> ratios = [];
        Console.WriteLine($"{rate} requests/s over all clients, phases of {phase.TotalSeconds} s; of the 90 well ones:");
        Console.WriteLine("| round | p50 all well, ms | p99 | p50 while ten are ill | p99 | ratio of p99 |");
        Console.WriteLine("|---|---|---|---|---|---|");
        for (var i = 0; i < rounds; i++)
        {
            var well = await PhaseAsync("good", calls, phase, rate);
            var ill = await PhaseAsync("bad", calls, phase, rate);
            var ratio = At(ill, 0.99) / At(well, 0.99);
            ratios.Add(ratio);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {i + 1} | {At(well, 0.5):0.00} | {At(well, 0.99):0.00} | {At(ill, 0.5):0.00} | {At(ill, 0.99):0.00} | {ratio:0.00} |"));
            // The ill ones get well, and their breakers close.
            await PhaseAsync("good", calls, TimeSpan.FromSeconds(35), rate);
        }
        var median = ratios.Order().ElementAt(ratios.Count / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Ratio, median: {median:0.00}"));
        return median <= 1.1;
    }

    private static async Task<List<double>> PhaseAsync(string vendors, Func<Task>[] calls, TimeSpan duration, int rate)
    {
        Console.WriteLine(vendors);
        var taken = new List<double>();
        var running = new List<Task>();
        var start = Stopwatch.GetTimestamp();
        var between = (double)Stopwatch.Frequency / rate;
        for (var i = 0; ; i++)
        {
            var due = start + (long)(i * between);
            if (Stopwatch.GetElapsedTime(start, due) >= duration)
            {
                break;
            }
            while (Stopwatch.GetTimestamp() < due)
            {
                await Task.Delay(1);
            }
            running.Add(OneAsync(calls[i % calls.Length], i % calls.Length >= 10, due));
        }
        // Those that hang end by their timeouts; they are not waited for.
        await Task.Delay(500);
        lock (taken)
        {
            return [.. taken.Order()];
        }

        async Task OneAsync(Func<Task> call, bool counts, long due)
        {
            try
            {
                await Task.Run(call);
            }
            catch (IntegrationException) when (!counts)
            {
                return;
            }
            if (counts)
            {
                lock (taken)
                {
                    taken.Add(Stopwatch.GetElapsedTime(due).TotalMilliseconds);
                }
            }
        }
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(sorted.Count * share)];

    private static int Number(string[] args, int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;

    private static Process Start(string[] args, string? address, bool output)
    {
        // `dotnet run` starts an executable of its own, `dotnet Hundred.dll` does not.
        string[] before = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Traffic).Assembly.Location] : [];
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. before, .. args]) { RedirectStandardOutput = output, RedirectStandardInput = true };
        if (address is not null)
        {
            start.Environment["HUNDRED_ADDRESS"] = address;
        }
        return Process.Start(start)!;
    }
}
