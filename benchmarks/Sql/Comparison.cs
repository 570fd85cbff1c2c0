using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Sql;

/// <summary>
/// Sides that do the same, in small turns whose order is drawn anew each round: what else runs on the machine meets all of them. What is shown are medians of the
/// rounds' ratios, of time, of the program's own processor time (which the server's part does not hide) and of bytes allocated.
/// </summary>
internal sealed class Comparison(int rounds, string? only)
{
    private readonly Random _random = new(4711);

    public async Task RunAsync(string name, int calls, params (string Name, Func<int, Task> Call)[] sides)
    {
        if (only is not null && !name.Contains(only, StringComparison.Ordinal))
            return;
        var results = sides.Select(_ => new List<Turn>()).ToArray();
        var order = Enumerable.Range(0, sides.Length).ToArray();
        for (var round = -Math.Max(3, rounds / 10); round < rounds; round++)
        {
            _random.Shuffle(order);
            foreach (var side in order)
            {
                var (bytes, cpu, start) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
                for (var i = 0; i < calls; i++)
                    await sides[side].Call(i);
                var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls;
                var turn = new Turn(time, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / calls, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)calls);
                if (round >= 0)
                    results[side].Add(turn);
            }
        }
        for (var other = 1; other < sides.Length; other++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-22} against {sides[other].Name,-14}: time {Of(results[0], results[other], static t => t.Time)} us, processor {Of(results[0], results[other], static t => t.Processor)} us, bytes {Of(results[0], results[other], static t => t.Bytes)}"));
        }
    }

    private static string Of(List<Turn> left, List<Turn> right, Func<Turn, double> of)
    {
        var ratio = left.Zip(right, (l, r) => of(l) / of(r)).Order().ElementAt(left.Count / 2);
        return string.Create(CultureInfo.InvariantCulture, $"{ratio:0.000} ({Median(left, of):0.0} to {Median(right, of):0.0})");
    }

    private static double Median(List<Turn> turns, Func<Turn, double> of) => turns.Select(of).Order().ElementAt(turns.Count / 2);

    private sealed record Turn(double Time, double Processor, double Bytes);
}
