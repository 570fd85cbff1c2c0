using System.Diagnostics;
using System.Globalization;

namespace Integrations.Benchmarks;

/// <summary>
/// Compares ways to do one thing. The rounds are interleaved, so that a slow second of the machine hits all of them; medians are
/// compared, so that one does not count. The first way is the yardstick.
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
        var yardstick = 0.0;
        var yardstickBytes = 0.0;
        for (var way = 0; way < _ways.Count; way++)
        {
            Array.Sort(times[way]);
            var median = times[way][rounds / 2];
            var bytes = Bytes(_ways[way].Action);
            if (way == 0)
            {
                (yardstick, yardstickBytes) = (median, bytes);
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {_ways[way].Name,-34}{median,12:N0} ns {median / yardstick,6:F2}{bytes,12:N0} B {(yardstickBytes == 0 ? 1 : bytes / yardstickBytes),6:F2}"));
        }
    }

    // Long enough for tier 1 with the profile of tier 0.
    private static void Warm(Action action)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 200 || watch.ElapsedMilliseconds < 400; i++)
        {
            action();
        }
        Thread.Sleep(150);
        for (var i = 0; i < 200; i++)
        {
            action();
        }
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
