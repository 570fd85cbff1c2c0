using System.Diagnostics;
using System.Globalization;

namespace Integrations.Benchmarks;

/// <summary>
/// Compares ways to do one thing. The rounds are interleaved, so that a slow second of the machine hits all of them; each round
/// gives one ratio, and their median counts. The first way is the yardstick.
/// </summary>
internal sealed class Comparison(string title, int rounds)
{
    private const double RoundMilliseconds = 4;

    private readonly List<(string Name, Action Action)> _ways = [];

    internal Comparison Add(string name, Action action)
    {
        _ways.Add((name, action));
        return this;
    }

    internal void Run()
    {
        foreach (var (_, action) in _ways)
        {
            Warm(action);
        }
        var repeats = _ways.ConvertAll(way => Repeats(way.Action));
        var times = _ways.ConvertAll(_ => new double[rounds]);
        for (var round = 0; round < rounds; round++)
        {
            for (var way = 0; way < _ways.Count; way++)
            {
                times[way][round] = Measure(_ways[way].Action, repeats[way]);
            }
        }
        Console.WriteLine(title);
        var ratios = times.ConvertAll(way => Median([.. way.Zip(times[0], (time, first) => time / first)]));
        var yardstickBytes = 0.0;
        for (var way = 0; way < _ways.Count; way++)
        {
            var median = Median(times[way]);
            var bytes = Bytes(_ways[way].Action);
            if (way == 0)
            {
                yardstickBytes = bytes;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {_ways[way].Name,-34}{median,12:N0} ns (best {times[way].Min(),9:N0}) {ratios[way],6:F2}{bytes,12:N0} B {(yardstickBytes == 0 ? 1 : bytes / yardstickBytes),6:F2}"));
        }
    }

    // Tier 0 is instrumented, tier 1 compiled in the background: on a busy machine that takes several turns.
    private static void Warm(Action action)
    {
        for (var turn = 0; turn < 12; turn++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < 100 || watch.ElapsedMilliseconds < 100; i++)
            {
                action();
            }
            Thread.Sleep(120);
        }
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static int Repeats(Action action) => Math.Max(1, (int)(RoundMilliseconds * 1e6 / Measure(action, 20)));

    private static double Measure(Action action, int repeats)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeats; i++)
        {
            action();
        }
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / repeats;
    }

    private static double Bytes(Action action)
    {
        const int Calls = 100;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
        {
            action();
        }
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Calls;
    }
}
